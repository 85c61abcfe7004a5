const clauseEnds = /[，。；！？,;!?\n]|\.(?=\s|$)/

/** The clause around an offset: text between the nearest stops. */
export function clauseAround(folded: string, span: [number, number]): { before: string; after: string } {
  const before = folded.slice(0, span[0]).split(clauseEnds).at(-1) ?? ''
  const after = folded.slice(span[1]).split(clauseEnds)[0] ?? ''
  return { before, after }
}

const pastChinese =
  /了|去世|过世|离世|逝世|病逝|身故|没的|走的那|被(?:裁|辞|开除|骗|盗|偷|抢|扣|冻结|封|撞|淹)|盗刷|丢的|摔|停机|过(?!两|几|后|世)|已经|曾|上次|当时|那天|刚|[还交付买办借扣转存收签开走]的|以来|[有那这](?:一|两|几|三)?笔|(?:消费|交易|扣款)(?:记录|不是|是怎么|我)/
const futureChinese =
  /会|将|要|能|可以|想|打算|准备|之?前(?!天)|才|再|到时|开始|保证|争取|就(?![^，。]{0,4}(?<!到期)了)|等|快|截止|最晚|最迟|答应|承诺|行吗|好吗|吧|怎么办/
const pastEnglish =
  /\b(?:was|were|did|didn't|had|paid|pd|got|lost|died|stole|broke|fell|hit|cut|shut|ran|flew|wrote|rang|swiped|passed away|have (?:pay|transfer|send|give)|received|took|made|called|went|saw|bought|sold|sent|left|came|told|said|since|spoke|gave|recogni[sz]e|let (?:me|him|her|us) go|transaction|purchase|withdrew|began|ago|[a-z]{2,}ed)\b/
const futureEnglish =
  /\b(?:will|'ll|won't|can|can't|cannot|could|would|going to|gonna|want|plan|planning|by|before|until|till|due|shall|may|should|expect|start|starting|begin|need|am to|able|let me (?!go)|i'll|we'll)\b|'ll\b/

/** Whether a bare date is spoken of as past: its clause has a past verb and nothing that looks ahead. */
export function isPast(folded: string, span: [number, number]): boolean {
  const { before, after } = clauseAround(folded, span)
  const clause = `${before} ${after}`
  if (/[一-龥]/.test(clause)) {
    if (/^(?:之前|以前|前)/.test(after)) return false
    return pastChinese.test(clause) && !futureChinese.test(clause)
  }
  const plain = clause.replace(
    /\b(?:need|feed|speed|indeed|agreed|supposed|proposed|revised|reduced|scheduled|delayed|extended|unemployed|overdue|retired|worried|stressed|confused|scared|interested)\b/g,
    '',
  )
  return pastEnglish.test(plain) && !futureEnglish.test(clause)
}
