import { analyseCase } from '../features/analysis/analyse-case.ts'
import { Analysis } from '../features/analysis/model.ts'
import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import type { Case } from '../features/cases/store.ts'
import { readConversation } from '../features/conversations/store.ts'
import { readText, storeContent } from '../features/customers/contents.ts'
import { refOf } from '../features/policies/citation.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { gatherCase } from './gather-case.ts'
import type { Story } from './story.ts'

export type StoredAnalysis = Analysis & { id: string; createdAt: Date; asOf: string; headSeq: number }

const matters: Record<Case['kind'], { 'zh-Hans': string; en: string }> = {
  credit_hardship: {
    'zh-Hans': '还款困难 个性化分期 还款安排 申请条件',
    en: 'repayment hardship instalment plan eligibility',
  },
  investment_consultation: {
    'zh-Hans': '理财产品 适当性 风险承受能力 评估',
    en: 'wealth product suitability risk rating',
  },
  complaint: { 'zh-Hans': '投诉 处理 时限 答复', en: 'complaint handling time limit decision' },
  fee_waiver: { 'zh-Hans': '费用 违约金 减免 申请', en: 'fee default charge waiver request' },
  general: { 'zh-Hans': '客户服务 身份核实', en: 'customer service identity verification' },
}

/** Draws up and keeps the analysis of a case as of today; the case moves on to analysis. */
export async function analyseProblem(
  story: Story,
  tx: Tx,
  of: Case,
): Promise<{ of: Case; analysis: StoredAnalysis }> {
  const conversation = await readConversation(tx, of.conversation_id)
  const known = await gatherCase(story, tx, of, conversation)
  const { hits } = await searchClauses(tx, {
    question: matters[of.kind][conversation.language],
    asOf: known.asOf,
    audience: 'internal',
    lang: conversation.language === 'en' ? 'en' : 'zh',
    ...(known.account ? { products: [known.account.product] } : {}),
    limit: 4,
  })
  const analysis = analyseCase({
    ...known,
    products: known.products.map(({ id, name, level, lock_in }) => ({ id, name, level, locked: lock_in })),
    clauses: hits.map((hit) => ({
      ref: refOf(hit),
      title: hit.title,
      number: hit.number,
      heading: hit.heading,
    })),
  })
  const id = newId()
  const contentId = await storeContent(
    story,
    tx,
    of.customer_id,
    JSON.stringify(analysis),
    'application/json',
  )
  await tx.query(
    'insert into app.analyses (id, case_id, customer_id, content_id, head_seq, as_of) values ($1, $2, $3, $4, $5, $6)',
    [id, of.id, of.customer_id, contentId, conversation.head_seq, known.asOf],
  )
  await recordAudit(tx, {
    action: 'analysis.made',
    subject: ['analysis', id],
    caseId: of.id,
    customerId: of.customer_id,
    details: {
      head: conversation.head_seq,
      questions: analysis.questions.length,
      claims: analysis.claims.length,
    },
  })
  await announceCase(tx, of)
  const moved = of.stage === 'first_contact' ? await moveCase(tx, of, 'analysis') : of
  return {
    of: moved,
    analysis: { ...analysis, id, createdAt: tx.now, asOf: known.asOf, headSeq: conversation.head_seq },
  }
}

export async function findAnalysis(
  story: Pick<Story, 'vault'>,
  tx: Tx,
  caseId: string,
): Promise<StoredAnalysis | undefined> {
  const [row] = await tx.query<{
    id: string
    content_id: string
    head_seq: number
    as_of: string
    created_at: Date
  }>(
    'select id, content_id, head_seq, as_of, created_at from app.analyses where case_id = $1 order by id desc limit 1',
    [caseId],
  )
  if (!row) return undefined
  const analysis = Analysis.parse(JSON.parse(await readText(story, tx, row.content_id)))
  return { ...analysis, id: row.id, createdAt: row.created_at, asOf: row.as_of, headSeq: row.head_seq }
}
