import type { Intent } from '../cases/model.ts'
import { intentExamples } from './read-intent-examples.ts'

/** Pairs of letters or characters, the unit of likeness; Latin words are taken whole as well. */
function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>()
  const add = (gram: string) => grams.set(gram, (grams.get(gram) ?? 0) + 1)
  for (const [run] of text.matchAll(/[一-龥]+/g)) {
    for (let i = 0; i < run.length - 1; i++) add(run.slice(i, i + 2))
    for (const char of run) add(char)
  }
  for (const [word] of text.matchAll(/[a-z']{2,}/g)) add(word.replace(/(?:ing|ed|s)$/, ''))
  return grams
}

const prepared = intentExamples.flatMap(([intent, texts]) =>
  texts.map((text) => ({ intent, grams: gramsOf(text) })),
)
const spread = new Map<string, number>()
for (const { grams } of prepared)
  for (const gram of grams.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1)
const weight = (gram: string) => Math.log(1 + prepared.length / (1 + (spread.get(gram) ?? 0)))

function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let shared = 0
  let sizeA = 0
  let sizeB = 0
  for (const gram of a.keys()) {
    const w = weight(gram) ** 2
    sizeA += w
    if (b.has(gram)) shared += w
  }
  for (const gram of b.keys()) sizeB += weight(gram) ** 2
  return sizeA && sizeB ? shared / Math.sqrt(sizeA * sizeB) : 0
}

const bankWords =
  /还|卡|账|贷|利息|费|钱|款|银行|信用|理财|基金|存|额度|分期|客服|密码|投诉|征信|数据|资料|身份|\b(?:bank|card|account|loan|pay\w*|debt|fees?|interest|money|credit|fund|deposit|balance|statement|plan|data|limit|transfer|refund)\b/

/** The intent of the nearest labelled example, or undefined when none is near. */
export function nearestIntents(folded: string): Intent[] | undefined {
  const grams = gramsOf(folded)
  let best: { intent: Intent; score: number } | undefined
  for (const example of prepared) {
    const score = likeness(grams, example.grams)
    if (!best || score > best.score) best = { intent: example.intent, score }
  }
  return best && best.score >= (bankWords.test(folded) ? 0.16 : 0.3) ? [best.intent] : undefined
}
