/** The stretch of a text in which a word's sense is decided: back to the start of its clause, on to its end. */
export type Setting = { before: string; after: string; sentence: string }

export function settingOf(sentence: string, start: number, end: number): Setting {
  const head = sentence.slice(0, start)
  const from = Math.max(
    ...[',', '、', ':', '。', ';', '\n'].map((mark) => (mark === '、' ? -1 : head.lastIndexOf(mark))),
  )
  const tail = sentence.slice(end)
  const stop = tail.search(/[,。;!?\n]|\.(?:\s|$)/)
  return { before: head.slice(from + 1), after: stop < 0 ? tail : tail.slice(0, stop), sentence }
}

const negation =
  /(?:(?<!要)不(?!妨|但|仅|管|论|过|如|错|久|断|少|同|行(?:就|的话)|得不|能不|可不)|非(?!常)|没有|没|无(?!论|忧|需担心)|未(?!来)|勿|别|切勿|禁止|严禁|拒绝|并无|从不|绝不|不得|不能|不可|不会|不是|不属于|谈不上|杜绝)[^,。;!?]{0,12}$/
const negationEn =
  /\b(?:not|no|never|cannot|can't|don't|doesn't|isn't|aren't|won't|wouldn't|nor|neither|nobody|nothing|without|none|unable to|prohibited from|forbidden|refuse to|must not|may not)\b[^.;!?]{0,40}$/
const warning =
  /(?:诱导|引诱|怂恿|谨防|警惕|防范|当心|小心|凡是|凡|任何(?:人)?|若有人|有人|如有|如果有人|声称|所谓|自称|宣称|诈骗|骗局|虚假|不实|骗子|不法|误导|不存在|并不)[^。;!?]{0,24}$/
const warningEn =
  /\b(?:beware|(?:someone|somebody) (?:told|promised|promises|offers?|says?|said)|anyone|any(?:body| person| claim| firm| company| party| product| offer)|who (?:claims?|promises?|says?|offers?)|claims? (?:to|that|of)|so[- ]called|scams?|fraud(?:sters?)?|false|misleading|warning)\b[^.;!?]{0,60}$/
const denialAfter =
  /^[^,。;!?]{0,14}(?:是(?:不)?(?:假的|骗|虚假|违规|违法|不可能|不允许|不真实|错误)|都是(?:骗|假)|不存在|均不可信|不可信|不属实|是诈骗|一律不|不被允许|是被禁止|的说法|的承诺都)|^[^.;!?]{0,40}\b(?:is|are|would be) (?:false|a scam|scams|fraud|misleading|not (?:true|allowed|possible|permitted|available|something)|untrue|prohibited|impossible|no(?:t)? )/

/** "You need not worry" denies nothing of what follows. */
const comfort =
  /(?:不用|不必|无需|不需要|别|请勿|勿)(?:再|太|多)?(?:担心|担忧|着急|紧张|害怕|焦虑|怕)|\b(?:need not|don't|do not|no need to|not to|needn't) (?:need to |have to )?(?:worry|fear|fret|be (?:afraid|concerned|anxious))(?: about)?/g

/** Whether a sentence denies or warns of the words instead of saying them ("不保本", "not guaranteed"). */
export function isDenied({ before, after, sentence }: Setting): boolean {
  const wide = sentence.slice(0, sentence.indexOf(before) + before.length)
  const said = before.replace(comfort, ' ')
  return (
    negation.test(said) ||
    negationEn.test(said) ||
    warning.test(wide.slice(-60)) ||
    warningEn.test(wide.slice(-100)) ||
    denialAfter.test(after)
  )
}
