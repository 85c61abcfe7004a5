import { foldText } from '../../platform/language/fold-text.ts'
import { splitSentences } from '../../platform/language/sentences.ts'
import { type MatterGroup, matterWords } from './matter-words.ts'
import { readFacts } from './read-facts.ts'
import { readMessage } from './read-message.ts'

/** Something a message says, with the sentence that says it. */
export type Said<T> = { value: T; messageId: string; quote: string }

export type NamedProduct = { id: string; names: string[] }

/**
 * What a customer's messages say of the matter beyond a statement of income: codes per group in order of
 * mention, what they ask for, what lies beneath, the product, the sum and for how long. Nothing is filled in.
 */
export type Matter = {
  codes: Record<MatterGroup, Said<string>[]>
  position: Said<string> | null
  interests: Said<string>[]
  product: Said<string> | null
  amount: Said<number> | null
  horizonMonths: Said<number> | null
  liquidity: Said<'low' | 'medium' | 'high'> | null
  /** Whether a day or a sum is named: enough to find the records. */
  placed: boolean
}

type Inbound = { id: string; text: string; at: string }

/** Reads all inbound messages of a conversation, oldest first; what is said later of one thing counts. */
export function readMatter(messages: readonly Inbound[], products: readonly NamedProduct[]): Matter {
  const matter: Matter = {
    codes: { topic: [], wanted: [], charge: [], story: [], doubt: [] },
    position: null,
    interests: [],
    product: null,
    amount: null,
    horizonMonths: null,
    liquidity: null,
    placed: false,
  }
  for (const message of messages) readInto(matter, message, products)
  return matter
}

function readInto(matter: Matter, { id, text, at }: Inbound, products: readonly NamedProduct[]): void {
  const folded = foldText(text)
  const reading = readMessage({ text, at })
  const facts = readFacts(text, reading)
  const said = <T>(value: T, start: number): Said<T> => ({
    value,
    messageId: id,
    quote: sentenceAt(text, start),
  })
  for (const group of Object.keys(matterWords) as MatterGroup[]) {
    for (const [code, pattern] of Object.entries<RegExp>(matterWords[group])) {
      const match = pattern.exec(folded)
      if (!match || matter.codes[group].some((one) => one.value === code)) continue
      matter.codes[group].push(said(code, match.index))
    }
  }
  if (facts.position) matter.position = said(text.slice(...facts.position.span), facts.position.span[0])
  for (const { interest, span } of facts.interests) {
    if (!matter.interests.some((one) => one.value === interest))
      matter.interests.push(said(interest, span[0]))
  }
  const product = productIn(folded, products)
  if (product) matter.product = said(product.id, product.at)
  const [amount] = reading.amounts.filter(({ currency }) => currency === 'CNY')
  if (amount) matter.amount = said(amount.minor, amount.span[0])
  const horizon = reading.terms.find((term) => 'months' in term)
  if (horizon && 'months' in horizon) matter.horizonMonths = said(horizon.months, horizon.span[0])
  const need = liquidityIn(folded)
  if (need) matter.liquidity = said(need.value, need.at)
  matter.placed ||= reading.dates.length > 0 || reading.amounts.length > 0
}

/** The product whose longest name stands in a text. */
function productIn(
  folded: string,
  products: readonly NamedProduct[],
): { id: string; at: number } | undefined {
  return products
    .flatMap(({ id, names }) =>
      names.map((name) => ({ id, length: name.length, at: folded.indexOf(foldText(name)) })),
    )
    .filter(({ at, length }) => at >= 0 && length > 1)
    .sort((a, b) => b.length - a.length)[0]
}

const needs: [Matter['liquidity'] extends Said<infer T> | null ? T : never, RegExp][] = [
  [
    'low',
    /(?:用不(?:着|上|到)|不(?:着)?急(?:着)?用|不会用到|闲钱|长期(?:放|不用)|do(?:n't| not) need (?:it|the money)|spare money|for the long term)/,
  ],
  ['medium', /可能(?:会)?(?:要)?用(?:到)?|说不定|不一定|might need|may need|perhaps need/],
  [
    'high',
    /随时(?:要|会|可能|得)?(?:用|取)|急用|马上要用|(?:need|access)[^.]{0,14}(?:any time|soon|at once)/,
  ],
]

function liquidityIn(folded: string): { value: 'low' | 'medium' | 'high'; at: number } | undefined {
  for (const [value, pattern] of needs) {
    const match = pattern.exec(folded)
    if (match) return { value, at: match.index }
  }
  return undefined
}

const longestQuote = 160

function sentenceAt(text: string, at: number): string {
  const span = splitSentences(text).find(([from, to]) => at >= from && at < to)
  return (span ? text.slice(...span) : text).slice(0, longestQuote)
}
