import { agreementInput } from './agreement-terms.fixture.ts'
import type { CostStatementInput } from './cost-statement-page.ts'

const bankItself = { 'zh-Hans': '和衡银行', en: 'Heheng Bank' }

/** The cost statement that belongs to the fictional agreement of agreement-terms.fixture.ts. */
export function costStatementInput(change: Partial<CostStatementInput> = {}): CostStatementInput {
  const { number, dated, bank, customer, account, offer } = agreementInput()
  const interest = offer.schedule.reduce((total, row) => total + row.interest, 0)
  return {
    number,
    dated,
    bank,
    customer,
    account,
    currency: 'CNY',
    principal: offer.financed,
    months: offer.months,
    charges: [
      {
        name: { 'zh-Hans': '分期利息', en: 'Plan interest' },
        method: { 'zh-Hans': '按月计收，以剩余本金为基数', en: 'Monthly, on the balance owed' },
        rate_bp: 980,
        amount: interest,
        recipient: bankItself,
      },
      {
        name: { 'zh-Hans': '年费', en: 'Annual fee' },
        method: { 'zh-Hans': '分期期间免收', en: 'Not charged during the plan' },
        rate_bp: null,
        amount: 0,
        recipient: bankItself,
      },
    ],
    total_cost: interest,
    total_repayable: offer.total,
    apr_nominal_bp: offer.apr_nominal_bp,
    apr_effective_bp: offer.apr_effective_bp,
    contingent: [
      {
        name: { 'zh-Hans': '逾期利息', en: 'Default interest' },
        trigger: {
          'zh-Hans': '连续两期未足额还款且本协议终止后',
          en: 'After two payments in a row are missed and the plan has ended',
        },
        standard: {
          'zh-Hans': '未还款项按原领用合约年利率18.25%计收',
          en: '18.25% a year on what is left, as in the card contract',
        },
        recipient: bankItself,
      },
      {
        name: { 'zh-Hans': '违约金', en: 'Default charge' },
        trigger: { 'zh-Hans': '任何一期未按时足额还款', en: 'A payment is late or short' },
        standard: {
          'zh-Hans': '当期未还部分的5%，单笔最高200.00元',
          en: '5% of the part unpaid, CNY 200.00 at most',
        },
        recipient: bankItself,
      },
    ],
    confirmation: {
      'zh-Hans': '我已阅读本表，知悉该安排的本金、各项成本、年化综合融资成本以及违约时可能产生的成本。',
      en: 'I have read this statement and know the principal, every cost, the annualised all-in cost and what may be charged on default.',
    },
    ...change,
  }
}
