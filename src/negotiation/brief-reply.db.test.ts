import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOpenCase, readCase } from '../features/cases/store.ts'
import { readConversation } from '../features/conversations/store.ts'
import { type AskableScenario, askableScenarios, tones } from '../features/drafting/brief.ts'
import { composeReply, wordingOf } from '../features/drafting/compose-reply.ts'
import type { DraftRequest } from '../features/drafting/draft-request.ts'
import { checkText } from '../features/guards/check-text.ts'
import type { Finding } from '../features/guards/model.ts'
import { zonedInstant } from '../platform/clock.ts'
import { system } from '../platform/context.ts'
import { AppError } from '../platform/errors.ts'
import { analyseProblem } from './analyse-problem.ts'
import { briefReply } from './brief-reply.ts'
import { basisOf } from './check-content.ts'
import { openPrivateStory, type PrivateStory } from './private-story.ts'
import { walkCase } from './walk-case.ts'

let story: PrivateStory
beforeAll(async () => {
  story = await openPrivateStory('.')
}, 240_000)
afterAll(() => story.close())

const machine = system('proposal')

/** What the sample bank's customers write; each is one conversation, the scenario the one that should come first. */
type Walk = {
  customer: string
  lang: 'zh-Hans' | 'en'
  says: string[]
  first: AskableScenario
  contains?: string
}

const walks: Walk[] = [
  {
    customer: 'C0001',
    lang: 'zh-Hans',
    says: ['我失业了，信用卡还不上，能分期吗？我愿意还，每个月能还1500元。'],
    first: 'offer',
  },
  {
    customer: 'C0001',
    lang: 'en',
    says: ['I lost my job and cannot pay my card. Could I pay 1,500 yuan a month? I am willing to repay.'],
    first: 'offer',
  },
  {
    customer: 'C0002',
    lang: 'en',
    says: ['My pay was cut in August and the card no longer fits. I am willing to pay it over 24 months.'],
    first: 'offer',
  },
  {
    customer: 'C0003',
    lang: 'zh-Hans',
    says: ['我做了手术在家休养，贷款还不上了，想分36期还，我愿意还。'],
    first: 'offer',
  },
  {
    customer: 'C0003',
    lang: 'en',
    says: ['I had surgery and cannot keep up with the loan. I am willing to repay over 36 months.'],
    first: 'offer',
  },
  {
    customer: 'C0005',
    lang: 'zh-Hans',
    says: ['我欠了好几家的钱，每个月入不敷出，想分60期还，我愿意还。'],
    first: 'no_offer',
  },
  {
    customer: 'C0005',
    lang: 'en',
    says: ['I owe money to several lenders and nothing is left. I am willing to repay over 60 months.'],
    first: 'no_offer',
  },
  {
    customer: 'C0006',
    lang: 'zh-Hans',
    says: ['我收入下降了一点，信用卡想分12期还，我愿意还。'],
    first: 'no_offer',
  },
  { customer: 'C0011', lang: 'zh-Hans', says: ['信用卡还不上了。'], first: 'gather' },
  {
    customer: 'C0007',
    lang: 'zh-Hans',
    says: ['这期的违约金能减免吗？我是头一次。'],
    first: 'fee_waiver',
  },
  {
    customer: 'C0007',
    lang: 'en',
    says: ['Could you waive the late fee? It was the first time.'],
    first: 'fee_waiver',
  },
  {
    customer: 'C0002',
    lang: 'en',
    says: ['I was charged a 300 yuan late fee though I paid on the 3rd. I want it back.'],
    first: 'fee_waiver',
    contains: 'counts as on time',
  },
  {
    customer: 'C0001',
    lang: 'zh-Hans',
    says: ['我3号就还了，怎么还收违约金？请退给我'],
    first: 'fee_waiver',
    contains: '视为按时还款',
  },
  {
    customer: 'C0017',
    lang: 'zh-Hans',
    says: ['你们催收一天打好几个电话，我要投诉，请给我道歉。'],
    first: 'complaint',
  },
  {
    customer: 'C0017',
    lang: 'en',
    says: ['I want to complain: your collectors called me five times yesterday. I want an apology.'],
    first: 'complaint',
  },
  {
    customer: 'C0013',
    lang: 'zh-Hans',
    says: ['我要投诉，你们乱收费，凭什么收我年费，请退给我。'],
    first: 'complaint',
  },
  {
    customer: 'C0014',
    lang: 'zh-Hans',
    says: ['我买的双桥18现在还适合我吗？测评说我是C2，有点担心亏损。'],
    first: 'suitability',
  },
  {
    customer: 'C0014',
    lang: 'en',
    says: ['Does my twin bridge 18 still suit me? I am worried about losing money.'],
    first: 'suitability',
  },
  {
    customer: 'C0015',
    lang: 'en',
    says: ['My Yuancheng Balanced fund has fallen a lot. I am worried about my investment.'],
    first: 'suitability',
  },
  {
    customer: 'C0015',
    lang: 'zh-Hans',
    says: ['我持有的远澄均衡基金跌了好多，亏了不少，很担心。'],
    first: 'suitability',
  },
  {
    customer: 'C0008',
    lang: 'zh-Hans',
    says: ['我在考虑双桥增强，担心会亏，打算投30万，放6个月，可能会用到，想买又拿不准。'],
    first: 'suitability',
  },
  { customer: 'C0008', lang: 'zh-Hans', says: ['我想买理财，又担心亏损，拿不准。'], first: 'gather' },
  {
    customer: 'C0018',
    lang: 'zh-Hans',
    says: ['我丈夫上个月去世了，信用卡还不上，不知道怎么办。'],
    first: 'acknowledge',
  },
  {
    customer: 'C0018',
    lang: 'en',
    says: ['My husband passed away last month and I cannot pay the card.'],
    first: 'acknowledge',
  },
  {
    customer: 'C0010',
    lang: 'zh-Hans',
    says: ['我是她儿子，替我妈妈问一下，信用卡还不上了能分期吗？'],
    first: 'acknowledge',
  },
  {
    customer: 'C0009',
    lang: 'zh-Hans',
    says: ['我的信用卡被盗刷了，这些不是我刷的，我不还这笔钱。'],
    first: 'acknowledge',
  },
  {
    customer: 'C0012',
    lang: 'zh-Hans',
    says: ['生意失败了，收入下降，两笔欠款想分60期还，我愿意还。'],
    first: 'gather',
  },
  {
    customer: 'C0012',
    lang: 'zh-Hans',
    says: ['生意失败了，收入下降，信用卡想分60期还，我愿意还。'],
    first: 'offer',
  },
  {
    customer: 'C0016',
    lang: 'zh-Hans',
    says: ['餐馆被水淹了，贷款怕还不上，想分48期还，我愿意还。'],
    first: 'offer',
  },
  {
    customer: 'C0020',
    lang: 'zh-Hans',
    says: ['家人生病住院，之前的还款安排没能履行，想重新分48期还，我愿意还。'],
    first: 'offer',
  },
  {
    customer: 'C0020',
    lang: 'en',
    says: ['My family fell ill and the earlier plan broke. I am willing to repay over 48 months.'],
    first: 'offer',
  },
]

/** Requests beside the bare scenario, where one takes more. */
const extras: Partial<Record<AskableScenario, DraftRequest[]>> = {
  fee_waiver: (['bank_error', 'first_late_fee', 'goodwill'] as const).flatMap((reason) =>
    [true, false].map((confirmed) => ({ waiver: { reason, confirmed } })),
  ),
  suitability: [
    { product: { id: 'wealth-yuancheng-tech', amount: 500_000_00 } },
    { product: { id: 'wealth-zhulang-24m', amount: 100_000_000, horizonMonths: 6, liquidity: 'high' } },
    { product: { id: 'wealth-chenlu-cash', amount: 10_000_00 } },
    { product: { id: 'wealth-hesui-12m', amount: 10_000_00, horizonMonths: 6, liquidity: 'medium' } },
  ],
  gather: [{ questions: ['cause', 'monthly_spending'] }],
  question: [{ question: 'monthly_income' }],
}

type Told = { scenario: string; text: string; findings: Finding[] }

async function tell(conversationId: string, caseId: string, request: DraftRequest): Promise<Told> {
  return story.db.withActor(machine, async (tx) => {
    const conversation = await readConversation(tx, conversationId, true)
    const { brief } = await briefReply(story, tx, await readCase(tx, caseId), conversation, request)
    const prompt = wordingOf(story.prompts, brief.scenario)
    const composed = composeReply(prompt, brief)
    const basis = await basisOf(story, tx, conversation, composed, prompt)
    const at = zonedInstant(tx.now, story.zone)
    const { findings } = checkText({
      ...basis.guard,
      facts: composed.facts,
      id: caseId,
      at,
      text: composed.text,
    })
    return { scenario: brief.scenario, text: composed.text, findings }
  })
}

const refusals = new Set([
  'signal_hold',
  'verification_required',
  'no_offer',
  'offer_used',
  'no_clause',
  'no_request',
  'nothing_declined',
  'has_offers',
  'nothing_to_ask',
  'no_charge',
  'no_risk_test',
  'facts_missing',
  'no_agreement',
])

test.each(walks)(
  '$customer in $lang: what is composed for "$says" can be sent',
  async ({ customer, lang, says, first, contains }) => {
    const walked = await walkCase(story, { customer, lang, verified: true, turns: says })
    const caseId = walked.caseId!
    expect(caseId).not.toBeNull()
    await story.db.withActor(machine, async (tx) => {
      const of = (await findOpenCase(tx, walked.conversationId))!
      await analyseProblem(story, tx, of)
    })
    const chosen = await tell(walked.conversationId, caseId, {})
    expect(chosen.scenario, chosen.text).toBe(first)
    if (contains) expect(chosen.text).toContain(contains)
    let told = 0
    for (const scenario of askableScenarios) {
      for (const extra of [{}, ...(extras[scenario] ?? [])]) {
        for (const tone of tones) {
          const made = await tell(walked.conversationId, caseId, { scenario, tone, ...extra }).catch(
            (error) => {
              if (error instanceof AppError && refusals.has(String(error.details.reason))) return null
              throw error
            },
          )
          if (!made) continue
          told += 1
          expect(
            made.findings.filter(({ severity }) => severity === 'hard'),
            made.text,
          ).toEqual([])
          expect(made.text).not.toMatch(/\{\{|undefined|null/)
        }
      }
    }
    expect(told).toBeGreaterThan(3)
  },
)
