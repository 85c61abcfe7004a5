import type { Binding } from './bind-figures.ts'
import type { Disclosure, Finding } from './model.ts'
import type { Draft } from './read-draft.ts'

const objection: readonly RegExp[] = [
  /(?:如|若|倘|要是|对)[^。;!?\n]{0,24}(?:异议|不同意|不认同|不认可|不满意|疑问|不接受|有不同(?:意见|看法))/,
  /(?:您|你|客户)?(?:可以|可|有权|也可|随时可|仍可|均可|能够?|欢迎)[^。;!?\n]{0,24}(?:异议|申诉|投诉|复核|复议|复查|不同意|人工(?:复核|处理|审核|坐席|服务)|拒绝)/,
  /(?:提出|提交|申请|反映|表达)(?:书面)?(?:异议|申诉|投诉|复核|复议|意见)[^。;!?\n]{0,20}(?:方式|渠道|途径|电话|热线|请|可)|(?:异议|申诉|投诉)(?:方式|渠道|途径|电话|热线|邮箱|入口)/,
  /\b(?:if|should|where|in case) you (?:have (?:an? |any |some )?(?:objection|complaint|concern|doubt|question|query)|do not|don't|disagree|object|are not|aren't|feel|think|believe|are unhappy|would rather|wish to (?:object|complain|dispute))[^.;!?\n]{0,60}/,
  /\byou (?:can|may|are (?:free|entitled|welcome|able)|have (?:the|a) right|could|still can|can always|can also|may also)[^.;!?\n]{0,50}\b(?:object|objection|complain|complaint|appeal|dispute|disagree|challenge|contest|review|reconsider|say no|raise (?:a|any) concern)/,
  /\b(?:to|how to|ways? to) (?:object|complain|appeal|dispute|challenge|contest|raise an objection|lodge|disagree)\b/,
  /\b(?:objections?|complaints?|appeals?|disagreements?) (?:can|may|go|are (?:handled|taken|received)|should|:)/,
]

const madeBy =
  '(?:生成|起草|草拟|撰写|拟写|编写|辅助|协助|参与|提供|整理|回复|准备|写成|写的|完成|制作|输出|助手|助理|客服|服务|机器人)'
const aiLabel: readonly RegExp[] = [
  new RegExp(`(?:(?<![a-z])ai(?![a-z])|人工智能|智能系统|大模型|生成式)[^。;!?\\n]{0,16}${madeBy}`),
  /(?:由|经|系|借助|通过|使用|我是)[^。;!?\n]{0,8}(?:(?<![a-z])ai(?![a-z])|人工智能|智能(?:助手|助理|客服|系统)|机器人|自动(?:生成|系统))/,
  /(?:智能(?:助手|助理|客服)|机器人|系统|自动)(?:自动)?(?:为您)?(?:生成|起草|撰写|拟写|回复)/,
  /\bai\b[- ](?:generated|assisted|written|drafted|produced|supported|prepared|created|aided|assistant|system|tool)|\b(?:generated|written|drafted|prepared|produced|created|composed|made|assisted|supported|aided)\b[^.;!?\n]{0,40}\b(?:ai|artificial intelligence|automated|language model|digital assistant|virtual assistant|machine)\b|\b(?:ai|artificial intelligence)\b[^.;!?\n]{0,40}\b(?:help|generated|written|drafted|prepared|produced|wrote|used|assist)|\bi(?:'m| am) an? (?:ai|automated|virtual|digital)|\b(?:an|our) ai\b|\bautomated (?:assistant|system|message|reply)/,
]

const totalWords =
  /(?:总(?:还款|成本|额|计|共|支出|费用|金额|和)|共(?:还|需|计|应|偿)|合计|累计|一共|综合融资成本|全部(?:还款|费用|成本))|\b(?:total|altogether|in all|overall|all[- ]in)\b/
const aprWords =
  /(?:年化|年利率|综合融资成本率|名义利率|实际利率|利率)|\b(?:apr|annual(?:i[sz]ed)?|nominal|effective|a year|per year|p\.?a\.?|per annum|yearly)\b/

/** Disclosures the draft must carry: cost and APR (H5, H6), the way to object (P2), the AI label (A4). */
export function disclosureMissing(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const present: Record<Disclosure, boolean> = {
    cost_total: statesTotal(bindings),
    apr: statesApr(draft, bindings),
    objection: objection.some((pattern) => draft.sentences.some(({ folded }) => pattern.test(folded))),
    ai_label: aiLabel.some((pattern) => pattern.test(draft.folded)),
  }
  return draft.input.requires
    .filter((required) => !present[required])
    .map((required) => ({
      guard: 'disclosure_missing',
      severity: 'hard',
      span: null,
      detail: `${required} is not stated`,
      rule: rules[required],
      fix: fixes[required],
    }))
}

const rules: Record<Disclosure, string> = { cost_total: 'H6', apr: 'H5', objection: 'P2', ai_label: 'A4' }
const fixes: Record<Disclosure, string> = {
  cost_total: 'say what is repaid in total',
  apr: 'say the annualised rate',
  objection: 'say how to disagree',
  ai_label: 'say that the text was made with AI',
}

/** A total is stated by a number bound to the total, or by an amount in a sentence that speaks of the whole. */
function statesTotal(bindings: readonly Binding[]): boolean {
  const amounts = bindings.filter(({ figure }) => figure.kind === 'amount' || figure.kind === 'bare')
  if (amounts.some(({ facts }) => facts.some((fact) => fact.role === 'total'))) return true
  return amounts.some(
    ({ figure, sentence, claimed }) =>
      figure.kind === 'amount' && totalWords.test(sentence.folded) && (claimed?.includes('total') ?? false),
  )
}

function statesApr(draft: Draft, bindings: readonly Binding[]): boolean {
  const rates = bindings.filter(({ figure }) => figure.kind === 'rate' || figure.kind === 'bare')
  const known = draft.input.facts.some((fact) => fact.role === 'apr_nominal' || fact.role === 'apr_effective')
  return rates.some(({ facts, figure, sentence }) =>
    known
      ? facts.some((fact) => fact.role === 'apr_nominal' || fact.role === 'apr_effective')
      : figure.kind === 'rate' && aprWords.test(sentence.folded),
  )
}
