import { amountDigits, amountText, dateText, rateText } from '../../platform/money.ts'
import { type AgreementInput, downPayment } from './agreement-terms-input.ts'
import { amountInCapitals } from './letter-format.ts'
import type { Bilingual, DraftSection, LetterLanguage, LetterPart, LetterTable } from './letter-text.ts'

/** H2 item 1: what is owed, of what it consists, in which currency, and what of it the plan covers. */
export function balanceSection(given: AgreementInput, language: LetterLanguage): DraftSection {
  const { balance, offer, account } = given
  const zh = language === 'zh-Hans'
  const asOf = dateText(balance.as_of, language)
  const owed = zh
    ? `截至${asOf}，您在${account.product['zh-Hans']}（账号${account.masked_number}）项下的欠款构成如下，币种为人民币（CNY）。`
    : `On ${asOf} you owed the following on your ${account.product.en} (account ${account.masked_number}). The currency is the Chinese yuan (CNY).`
  const covered = zh
    ? `纳入本协议分期的金额为${amountText(offer.financed, language)}（大写：人民币${amountInCapitals(offer.financed)}）。`
    : `The amount covered by the plan is ${amountText(offer.financed, language)}.`
  return {
    key: 'balance',
    heading: { 'zh-Hans': '欠款余额、结构与币种', en: 'Balance, structure and currency' },
    paragraphs: [owed, covered],
    table: {
      columns: [
        { label: zh ? '项目' : 'Item', align: 'left', share: 3 },
        { label: zh ? '金额（元）' : 'Amount (CNY)', align: 'right', share: 1 },
      ],
      rows: balanceRows(given, zh),
    },
    parts: [],
  }
}

function balanceRows({ balance, offer }: AgreementInput, zh: boolean): LetterTable['rows'] {
  const { waived } = offer
  const down = downPayment(offer)?.amount ?? 0
  const row = (label: string, minor: number, strong = false) => ({
    cells: [label, amountDigits(minor)],
    strong,
  })
  const less = (label: string, minor: number) => (minor === 0 ? [] : [row(label, -minor)])
  return [
    row(zh ? '本金' : 'Principal', balance.principal),
    row(zh ? '利息' : 'Interest', balance.interest),
    row(zh ? '费用' : 'Fees', balance.fees),
    row(zh ? '违约金' : 'Default charges', balance.default_charges),
    row(zh ? '欠款余额合计' : 'Total owed', balance.total, true),
    ...less(zh ? '减：本行减免的本金' : 'Less: principal we waive', waived.principal),
    ...less(zh ? '减：本行减免的利息' : 'Less: interest we waive', waived.interest),
    ...less(zh ? '减：本行减免的费用' : 'Less: fees we waive', waived.fees),
    ...less(zh ? '减：本行减免的违约金' : 'Less: default charges we waive', waived.default_charges),
    ...less(zh ? '减：首付款' : 'Less: down payment', down),
    row(zh ? '纳入分期的金额' : 'Amount covered by the plan', offer.financed, true),
  ]
}

const shapes: Record<AgreementInput['offer']['shape'], Bilingual> = {
  level: {
    'zh-Hans': '等额分期：各期应还金额相同，最后一期含尾差。',
    en: 'Level instalments: the same amount each time, the last one taking the rounding difference.',
  },
  step_up: {
    'zh-Hans': '递增分期：前期金额较低，之后按还款计划表增加。',
    en: 'Stepped instalments: lower at first, then rising as the table shows.',
  },
  grace: {
    'zh-Hans': '宽限后分期：宽限期内无需还款，宽限期内产生的利息计入宽限期后的第一期。',
    en: 'Instalments after a grace period: nothing is due during it, and its interest is part of the first instalment after it.',
  },
  down_payment: {
    'zh-Hans': '首付加分期：先支付首付款，余下部分按还款计划表分期偿还。',
    en: 'Down payment, then instalments: a first sum up front, the rest as the table shows.',
  },
}

/** H2 item 2: period, method, currency, and the date and amount of every payment. */
export function scheduleSection(given: AgreementInput, language: LetterLanguage): DraftSection {
  const { offer, repayment } = given
  const zh = language === 'zh-Hans'
  const instalments = downPayment(offer) ? offer.schedule.slice(1) : offer.schedule
  const first = dateText((instalments[0] ?? offer.schedule[0]!).date, language)
  const last = dateText(offer.schedule.at(-1)!.date, language)
  const part = (key: string, heading: Bilingual, text: string): LetterPart => ({
    key,
    heading: heading[language],
    items: [text],
  })
  const joint = zh ? '' : ' '
  return {
    key: 'schedule',
    heading: { 'zh-Hans': '还款安排', en: 'Repayment plan' },
    paragraphs: [
      zh
        ? `您按以下还款计划表所列日期和金额还款，应还总额为${amountText(offer.total, language)}。`
        : `You pay the amounts below on the dates below, ${amountText(offer.total, language)} in total.`,
    ],
    table: scheduleTable(given, language),
    parts: [
      part(
        'period',
        { 'zh-Hans': '还款周期', en: 'Period' },
        zh
          ? `按月还款，期限${offer.months}个月，自${first}起，至${last}止。`
          : `Monthly, over ${offer.months} months, from ${first} to ${last}.`,
      ),
      part(
        'method',
        { 'zh-Hans': '还款方式', en: 'Method' },
        `${shapes[offer.shape][language]}${joint}${repayment.method[language]}`,
      ),
      part(
        'currency',
        { 'zh-Hans': '还款币种', en: 'Currency' },
        zh ? '人民币（CNY）。' : 'Chinese yuan (CNY).',
      ),
      part('account', { 'zh-Hans': '还款账户', en: 'Account' }, repayment.account[language]),
    ],
  }
}

function scheduleTable({ offer }: AgreementInput, language: LetterLanguage): LetterTable {
  const zh = language === 'zh-Hans'
  const down = downPayment(offer) !== null
  const label = (index: number) =>
    down && index === 0 ? (zh ? '首付' : 'Down') : String(down ? index : index + 1)
  return {
    columns: [
      { label: zh ? '期次' : 'No.', align: 'center', share: 0.6 },
      { label: zh ? '还款日' : 'Due date', align: 'left', share: 1.5 },
      { label: zh ? '应还金额（元）' : 'Payment (CNY)', align: 'right', share: 1.2 },
      { label: zh ? '其中：归还欠款' : 'of which balance', align: 'right', share: 1.2 },
      { label: zh ? '其中：利息' : 'of which interest', align: 'right', share: 1.2 },
    ],
    rows: [
      ...offer.schedule.map((row, index) => ({
        cells: [
          label(index),
          dateText(row.date, language),
          amountDigits(row.amount),
          amountDigits(row.principal),
          amountDigits(row.interest),
        ],
        strong: false,
      })),
      { cells: ['', zh ? '合计' : 'Total', amountDigits(offer.total), '', ''], strong: true },
    ],
  }
}

/** H2 item 3, with the annualised rates H5 asks for: what is charged while the plan runs. */
export function accrualSection({ accrual, offer }: AgreementInput, language: LetterLanguage): DraftSection {
  const zh = language === 'zh-Hans'
  const verdict = (charged: boolean) =>
    zh ? (charged ? '计收。' : '不计收。') : charged ? 'Charged.' : 'Not charged.'
  const line = (item: AgreementInput['accrual']['other'], rate = '') =>
    [verdict(item.charged), rate, item.text[language]].filter((text) => text !== '').join(zh ? '' : ' ')
  const planRate = rateText(offer.plan_rate_bp)
  return {
    key: 'accrual',
    heading: {
      'zh-Hans': '还款期间的年费、利息和其他费用',
      en: 'Annual fee, interest and other charges during the plan',
    },
    paragraphs: [
      zh
        ? `本安排的全部成本均以利息表示：年化利率（单利）${rateText(offer.apr_nominal_bp)}，按复利计算为${rateText(offer.apr_effective_bp)}。`
        : `The whole cost of this plan is stated as interest: ${rateText(offer.apr_nominal_bp)} a year nominal, ${rateText(offer.apr_effective_bp)} a year with compounding.`,
    ],
    parts: [
      { key: 'annual_fee', heading: zh ? '年费' : 'Annual fee', items: [line(accrual.annual_fee)] },
      {
        key: 'interest',
        heading: zh ? '利息' : 'Interest',
        items: [
          line(
            accrual.interest,
            accrual.interest.charged ? (zh ? `年利率${planRate}。` : `${planRate} a year.`) : '',
          ),
        ],
      },
      { key: 'other', heading: zh ? '其他费用' : 'Other charges', items: [line(accrual.other)] },
    ],
  }
}

/** H2 item 5: what each side may ask, must do, and answers for. */
export function partiesSection({ parties }: AgreementInput, language: LetterLanguage): DraftSection {
  const part = (key: string, heading: Bilingual, clauses: Bilingual[]): LetterPart => ({
    key,
    heading: heading[language],
    items: clauses.map((clause) => clause[language]),
  })
  return {
    key: 'rights_duties_breach',
    heading: { 'zh-Hans': '双方的权利、义务与违约责任', en: 'Rights, duties and breach on both sides' },
    paragraphs: [],
    parts: [
      part('customer_rights', { 'zh-Hans': '您的权利', en: 'Your rights' }, parties.customer.rights),
      part('customer_duties', { 'zh-Hans': '您的义务', en: 'Your duties' }, parties.customer.duties),
      part(
        'customer_breach',
        { 'zh-Hans': '您违约时', en: 'If you do not keep to it' },
        parties.customer.breach,
      ),
      part('bank_rights', { 'zh-Hans': '本行的权利', en: 'Our rights' }, parties.bank.rights),
      part('bank_duties', { 'zh-Hans': '本行的义务', en: 'Our duties' }, parties.bank.duties),
      part('bank_breach', { 'zh-Hans': '本行违约时', en: 'If we do not keep to it' }, parties.bank.breach),
    ],
  }
}
