import { tokenize } from './tokens.ts'

/** Words of any talk: they say nothing of the subject, so whether a clause has them proves nothing. */
export const talkWords = new Set([
  ...'我你您他她它们的了着过在是有没不也都就还又再很太会能可以要想让给把被对和跟与或及从到向为因所但而且如果若',
  ...'么啊这那哪个些什怎多少几一二三上下里来去做用请问谁得地该应需先后时候',
  ...tokenize(
    'much many get got go take make want need use happen still then now also even ever never after before ' +
      'while during between too very only any anything some something thing way time day one know tell say let ' +
      'give keep put there all each other same long up out off down left rest right work allow cannot might must may',
  ),
])
