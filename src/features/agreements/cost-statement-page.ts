import { z } from 'zod'
import { amountText, dateText, rateText } from '../../platform/money.ts'
import { Account, Bank, Customer } from './agreement-terms-input.ts'
import { contingentTable, costTable } from './cost-statement-page-tables.ts'
import { hotlineText, numberedSections } from './letter-format.ts'
import { Bilingual, type LetterLanguage, type LetterText, letterStrings } from './letter-text.ts'

const Minor = z.int().nonnegative()
const BasisPoints = z.number().min(0)

const Fields = z.object({
  number: z.string().trim().min(1),
  dated: z.iso.date(),
  bank: Bank,
  customer: Customer,
  account: Account,
  currency: z.literal('CNY'),
  principal: Minor,
  months: z.int().positive(),
  charges: z
    .array(
      z.object({
        name: Bilingual,
        method: Bilingual,
        rate_bp: BasisPoints.nullable(),
        amount: Minor,
        recipient: Bilingual,
      }),
    )
    .min(1),
  total_cost: Minor,
  total_repayable: Minor,
  apr_nominal_bp: BasisPoints,
  apr_effective_bp: BasisPoints,
  contingent: z
    .array(z.object({ name: Bilingual, trigger: Bilingual, standard: Bilingual, recipient: Bilingual }))
    .min(1),
  confirmation: Bilingual,
})

/**
 * What a cost statement shows (H6): amounts in integer minor units, rates in basis points a year. Every cost under
 * normal performance is in `charges` (an uncharged one with amount 0); what only default costs is in `contingent`.
 */
export const CostStatementInput = Fields.superRefine((input, ctx) => {
  const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (input.charges.reduce((total, charge) => total + charge.amount, 0) !== input.total_cost)
    refuse('total_cost', 'charges do not add up to it')
  if (input.principal + input.total_cost !== input.total_repayable)
    refuse('total_repayable', 'is not principal and cost together')
})
export type CostStatementInput = z.infer<typeof CostStatementInput>

/**
 * The statement of everything a plan costs, read and confirmed before agreeing (H6). Figures are the caller's,
 * formatted. Throws ZodError when the input is incomplete or its sums disagree.
 */
export function composeCostStatement(
  input: CostStatementInput,
  language: LetterLanguage = 'zh-Hans',
): LetterText {
  const given = CostStatementInput.parse(input)
  const zh = language === 'zh-Hans'
  const say = (text: Bilingual) => text[language]
  const amount = (minor: number) => amountText(minor, language)
  return {
    kind: 'cost_statement',
    language,
    governing: zh,
    number: given.number,
    title: zh ? '综合融资成本明示表' : 'Statement of All Financing Costs',
    notice: zh ? null : 'English copy for reference. The Simplified Chinese text of the same number governs.',
    sender: {
      name: say(given.bank.name),
      lines: [say(given.bank.address), hotlineText(given.bank.hotline, language)],
    },
    particulars: [
      { label: zh ? '协议编号' : 'Agreement number', value: given.number },
      { label: zh ? '出具日期' : 'Date', value: dateText(given.dated, language) },
      { label: zh ? '客户' : 'Customer', value: given.customer.name },
      { label: zh ? '期限' : 'Term', value: zh ? `${given.months}个月` : `${given.months} months` },
      { label: zh ? '产品' : 'Product', value: say(given.account.product) },
      { label: zh ? '账号' : 'Account', value: given.account.masked_number },
    ],
    glance: [
      { label: zh ? '本金' : 'Principal', value: amount(given.principal) },
      { label: zh ? '正常履约的全部成本' : 'All costs if kept', value: amount(given.total_cost) },
      {
        label: zh ? '年化综合融资成本（单利）' : 'Annualised cost (nominal)',
        value: rateText(given.apr_nominal_bp),
      },
    ],
    opening: [
      zh
        ? '请在同意分期还款安排之前阅读本表。本表列明该安排的全部成本，币种为人民币（CNY）。'
        : 'Please read this before you agree to the plan. It lists everything the plan costs, in Chinese yuan (CNY).',
    ],
    sections: numberedSections(
      [
        {
          key: 'principal',
          heading: { 'zh-Hans': '本金', en: 'Principal' },
          paragraphs: [
            zh
              ? `纳入分期的本金为${amount(given.principal)}，期限${given.months}个月。`
              : `The plan covers a principal of ${amount(given.principal)} over ${given.months} months.`,
          ],
          parts: [],
        },
        {
          key: 'charges',
          heading: { 'zh-Hans': '正常履约时的各项成本', en: 'Every cost while you keep to the plan' },
          paragraphs: [
            zh
              ? `按期足额还款的，本息合计应还${amount(given.total_repayable)}，各项成本如下。`
              : `Paying in full and on time you repay ${amount(given.total_repayable)} altogether. These are the costs in it.`,
          ],
          table: costTable(given, language),
          parts: [],
        },
        {
          key: 'annualised',
          heading: { 'zh-Hans': '年化综合融资成本', en: 'Annualised all-in cost' },
          paragraphs: [
            zh
              ? `正常履约情形下，全部成本按实际占用的剩余本金折算：年化${rateText(given.apr_nominal_bp)}（单利，月利率乘以12），按复利计算为${rateText(given.apr_effective_bp)}。`
              : `While you keep to the plan, all costs measured on the principal still outstanding come to ${rateText(given.apr_nominal_bp)} a year nominal (twelve times the monthly rate), or ${rateText(given.apr_effective_bp)} a year with compounding.`,
          ],
          parts: [],
        },
        {
          key: 'contingent',
          heading: { 'zh-Hans': '违约时可能产生的成本', en: 'What may be charged only on default' },
          paragraphs: [
            zh
              ? '以下成本仅在所列情形发生时收取。'
              : 'The following is charged only if what is described happens.',
          ],
          table: contingentTable(given, language),
          parts: [],
        },
        {
          key: 'nothing_else',
          heading: { 'zh-Hans': '无其他收费', en: 'Nothing else is charged' },
          paragraphs: [
            zh
              ? '除本表列明的成本外，本行及合作机构不就该安排收取任何其他费用。'
              : 'Beyond what is listed here, neither we nor our partners charge you anything for this plan.',
          ],
          parts: [],
        },
      ],
      language,
    ),
    confirmation: {
      heading: zh ? '确认' : 'Confirmation',
      statement: say(given.confirmation),
      signatures: [
        { party: zh ? '本行' : 'The bank', lines: [say(given.bank.name), dateText(given.dated, language)] },
        {
          party: zh ? '客户' : 'Customer',
          lines: [
            given.customer.name,
            zh ? '阅读后以电子方式确认' : 'confirmed electronically after reading',
          ],
        },
      ],
    },
  }
}

/** Reading pace the policy sets: characters a second in the letter's language, and a floor in seconds. */
export type ReadingPace = { charactersPerSecond: number; minimumSeconds: number }

/** Whole seconds a reader is held before the confirmation opens (H6); spaces do not count as reading. */
export function minimumReadingSeconds(text: LetterText, pace: ReadingPace): number {
  if (!(pace.charactersPerSecond > 0)) throw new RangeError('charactersPerSecond must be above zero')
  const characters = [...letterStrings(text).join('').replace(/\s/g, '')].length
  return Math.max(Math.ceil(pace.minimumSeconds), Math.ceil(characters / pace.charactersPerSecond))
}
