/** Whom a stretch of text is about, and whether it is meant: shared by the reading of signals. */

const closeFamily =
  '爸爸?|妈妈?|父亲|母亲|爹|老爸|老妈|老公|老婆|丈夫|妻子|太太|爱人|对象|儿子|女儿|孩子|小孩|宝宝|娃|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥?|弟弟?|姐姐?|妹妹?|老伴|家人|家里|父母|公公|婆婆|岳父|岳母|媳妇|夫妻|husband|wife|mother|father|mum|mom|dad|son|daughter|child|kids?|children|baby|brother|sister|parents?|grandmother|grandfather|grandma|grandpa|partner|spouse|family|fianc[eé]e?'
const otherPeople =
  '朋友(?!圈)|同事|邻居|同学|老乡|网友|别人|他人|人家|隔壁|亲戚|表(?:哥|弟|姐|妹)|堂(?:哥|弟|姐|妹)|叔叔?|舅舅?|姑姑?|姨妈?|室友|领导|明星|主播|新闻|电视|报道|大家|很多人|有些人|有的人|有人|听说|前男友|前女友|战友|闺蜜|兄弟们|客人|(?:我们)?公司老板|小说|电影|剧|friends?|colleagues?|co-?workers?|neighbou?rs?|classmates?|roommates?|cousin|uncle|aunt|someone i know|somebody i know|a guy|people|many people|others|the news|celebrity|boss|customers?|tenant|landlord|movie|film|novel|tv'
const self =
  "我(?!们?(?:的)?(?:一?[个位])?(?:的|们)?(?:朋友|同事|邻居|同学|亲戚|表|堂|叔|舅|姑|姨|室友|领导|闺蜜|老乡|战友|公司老板|前(?:男|女)友))|咱|本人|自己|\\bi\\b|\\bi'(?:m|ve|ll|d)\\b|\\bme\\b|\\bmyself\\b|\\bwe\\b|\\bus\\b|\\bour\\b"

const anyone = new RegExp(
  `(?<other>(?:我|my |our |a |the )?(?:们|的)?(?:一?[个位])?(?:的)?(?:${otherPeople})(?:'s)?)|(?<family>${closeFamily})|(?<self>${self})`,
  'g',
)

/** Whether what is said at `at` is about somebody who is neither the customer nor close family. */
export function isAboutOthers(folded: string, at: number): boolean {
  return whoseTrouble(folded, at) === 'other'
}

function whoseTrouble(folded: string, at: number): 'other' | 'family' | 'self' | undefined {
  const stops = [...folded.slice(0, at).matchAll(/[。！？!?\n;；]|\.(?=\s)/g)].map((m) => m.index + 1)
  const start = stops.at(-1) ?? 0
  const inSentence = nearest(folded.slice(start, at))
  if (inSentence) return inSentence
  const sentence = folded.slice(start, at)
  if (!/(?:他|她|它)们?|\b(?:he|she|they|his|her|their)\b/.test(sentence)) return undefined
  return nearest(folded.slice(stops.at(-2) ?? 0, start))
}

function nearest(text: string): 'other' | 'family' | 'self' | undefined {
  let last: 'other' | 'family' | 'self' | undefined
  for (const match of text.matchAll(anyone)) {
    const { groups } = match
    const before = text.slice(0, match.index)
    if (
      groups?.self &&
      last === 'other' &&
      /(?:告诉|跟|和|给|问|对|told|tell|asked|asks|to|with|for)\s?$/.test(before)
    )
      continue
    last = groups?.other ? 'other' : groups?.family ? 'family' : 'self'
  }
  return last
}

const joke =
  /哈哈|开(?:个)?玩笑|逗你|说笑|hhh|233|狗头|😂|🤣|\blol\b|\bhaha|just kidding|\bjk\b|\bjoking\b|only joking/

/** Whether the whole message is marked as a joke. */
export function isJoke(folded: string): boolean {
  return joke.test(folded)
}

const denialChinese =
  /(?:没有?|不是|并非|并没有?|从没有?|从未|未曾|尚未|还没有?|不曾|绝不|不会|不想|不打算|又没有?|也没有?|没在|不算|不存在|无需|不用|不需要|不必|不要|没说(?:要)?|别)(?:[^，。,!?；]{0,4})$/
const denialEnglish =
  /\b(?:not|n't|never|no|none of|neither|without|nor|isn't|wasn't|haven't|hasn't|didn't|don't|doesn't|won't|wouldn't|cannot|can't)(?:\s+(?:been|a|an|any|in|the|to|have|had|be|is|are|was|were|got|get|really|even|actually|yet|going|trying|want|planning|about|thinking of|my|your|being|suffering from|feeling|feel|like|or|need|needed))*\s*$|\bn't (?:\w+ ){0,2}$/

/** Whether the words that end at `at` deny what follows (我没有失业, "I'm not ill"). */
export function isDenied(folded: string, at: number): boolean {
  const clause =
    folded
      .slice(Math.max(0, at - 40), at)
      .split(/[，。！？；,!?;\n]|\.(?=\s)|但是?|不过|\bbut\b/)
      .at(-1) ?? ''
  if (
    /(?:是不是|会不会|要不要|有没有|能不能|不得不|不小心|不幸|没想到|没办法|不好意思|不但|不仅|不止|没错|不瞒|可不可以|要不是|不管|不然|不由|不料|不料)[^，。,]{0,6}$/.test(
      clause,
    )
  )
    return false
  if (
    /\b(?:no longer|not only|not just|no choice|can't believe|don't know (?:if|what|how|why)|not sure|couldn't help|why (?:don't|not)|not because|can't (?:pay|afford|work|repay)[^.]*|cannot (?:pay|afford|work|repay)[^.]*)(?:\s+\w+){0,4}\s*$/.test(
      clause,
    )
  )
    return false
  return denialChinese.test(clause) || denialEnglish.test(clause)
}

const supposed =
  /(?:如果|假如|要是|万一|假设|假使|倘若|一旦|担心|怕|害怕|生怕|以防|将来|以后|会不会|可能会|或许会|早晚|迟早|避免|预防|防止|(?:的话))[^。！？!?；，,]{0,12}$|\b(?:if|in case|what happens (?:if|when)|suppose|supposing|should i|worried (?:about|that|i)|afraid (?:of|that|i)|scared of|might|may|could|unless|fear(?:ing)?|hypothetically|one day|avoid|prevent)\b[^.!?;,]{0,28}$/

/** Whether what follows is only supposed or feared. */
export function isSupposed(folded: string, at: number): boolean {
  return supposed.test(folded.slice(Math.max(0, at - 48), at))
}

const culprits =
  /有人|别人|他人|人家|领导|老板|室友|亲戚|前(?:男|女)友|\b(?:people|others|boss|somebody|someone|a guy|landlord|roommates?)\b/g

/** Like `isAboutOthers`, for a wrong done by somebody: 有人, 别人 and the like are who did it, not whom it befell. */
export function isOthersLoss(folded: string, at: number): boolean {
  return isAboutOthers(
    folded.replace(culprits, (word) => ' '.repeat(word.length)),
    at,
  )
}
