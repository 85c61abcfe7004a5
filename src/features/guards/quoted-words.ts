import type { Span } from '../../platform/language/quantities.ts'

const pairs = /"([^"\n]{1,200})"|「([^」\n]{1,200})」|『([^』\n]{1,200})』|‘([^’\n]{2,200})’(?![a-z])/g

/** Ahead of a quotation: the bank speaks, so the words are its own. */
const bankSays =
  /(?:我们|我行|本行|(?<![您你])我|银行)(?:就|都|也|可以|能|郑重|在此|向您|对您|跟您)*(?:保证|承诺|答应|确认|说|讲|推出|提供)[^"]{0,4}$|\b(?:we|i|the bank)(?: can| do| will|'ll)? (?:promise|guarantee|confirm|assure|say|offer|call it)[^"]{0,12}$/

/** Ahead of it: somebody else's words, or words that are only mentioned. */
const othersSay =
  /(?:对方|他们?|她|有人|骗子|中介|来电的?人)[^。!?]{0,50}(?:保证|承诺|许诺|说|称)[^"。]{0,4}$|(?:您|你|他|她|对方|对面|有人|谁|同事|客服|催收|人员|广告|页面|宣传|里面|经理|骗子|中介)[^"。!?]{0,24}$|(?:说|称|写|问|提到|要求|骂|威胁|宣称|号称|叫|讲|所谓|标榜|声称|打着|诸如|像|任何|凡是|听到|看到|看见|禁用|不得用|不准说)[^"。!?]{0,8}$|\b(?:you|your|they|he|she|who|someone|somebody|anyone|anybody|nobody|caller|colleague|advert|ad|page|leaflet|brochure|agent|called|said|says|say|saying|asks|asked|wrote|write|told|claim\w*|promis(?:ed|es|ing)|words?|phrases?|mean|titled|headed)\b[^".!?]{0,28}$/

/** Behind it: what was quoted is spoken about. */
const spokenAbout =
  /^\s*(?:这(?:类|种|样|句|几个)|那(?:类|种|句)|的(?:说法|话|意思|承诺|宣传|字样|要求)|一类|之类|等(?:话|说法|字样)|——|—|-|是(?:不|骗|假|违)|都是|(?:is|are|was|means?|sounds?|cannot|can't|does|do|as in|and the like)\b)/

/** A line may begin with a number or a heading before what it quotes. */
const standsAlone = /^[\s\d.、()*>•-]*(?:[a-z\p{Script=Han}]{1,12}[.:)]\s*)?$/u

/** A customer's voice inside it. */
const customersVoice = /(?<![a-z'])(?:i|i'm|i'd|i'll|i've|me|my|mine)(?![a-z])|我(?!们|行|方)|你们|咱/

/** Spans of words a draft quotes from the customer or somebody else, quotation marks included. */
export function quotedSpans(folded: string): Span[] {
  const spans: Span[] = []
  for (const match of folded.matchAll(pairs)) {
    const end = match.index + match[0].length
    const line = folded.lastIndexOf('\n', match.index) + 1
    const lead = folded.slice(Math.max(line, match.index - 60), match.index)
    if (bankSays.test(lead)) continue
    const inside = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
    const alone = standsAlone.test(folded.slice(line, match.index)) && inside.length > 6
    const others =
      alone || othersSay.test(lead) || spokenAbout.test(folded.slice(end)) || customersVoice.test(inside)
    if (others) spans.push([match.index, end])
  }
  return spans
}

const denials =
  /^[\s|"'>*:—-]*(?:不(?!妨|如|仅|止)|没有?(?!比)|无(?!论)|否|都?不是|谁也|(?:no|not|nobody|never|neither|none|nor)(?![a-z]))/

/** A question that is answered with a no says nothing by itself. */
export function isDeniedQuestion(sentence: string, next: string): boolean {
  return /\?\s*["'」)|*]*\s*$/.test(sentence) && denials.test(next)
}
