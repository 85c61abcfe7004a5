import { amountText, dateText, rateText } from '../../platform/money.ts'
import { AgreementInput, downPayment } from './agreement-terms-input.ts'
import {
  accrualSection,
  balanceSection,
  partiesSection,
  scheduleSection,
} from './agreement-terms-sections.ts'
import { hotlineText, numberedSections } from './letter-format.ts'
import type { Bilingual, DraftSection, Labelled, LetterLanguage, LetterText } from './letter-text.ts'

/** The six things a written instalment agreement states at least (H2), with the parts each must have. */
const required = {
  balance: [],
  schedule: ['period', 'method', 'currency', 'account'],
  accrual: ['annual_fee', 'interest', 'other'],
  undertaking: [],
  rights_duties_breach: [
    'bank_rights',
    'bank_duties',
    'bank_breach',
    'customer_rights',
    'customer_duties',
    'customer_breach',
  ],
  other_matters: [],
} as const
export type AgreementItem = keyof typeof required
const agreementItems = Object.keys(required) as AgreementItem[]
const itemsWithTable: readonly AgreementItem[] = ['balance', 'schedule']

/**
 * The written agreement of an instalment plan. `zh-Hans` is the governing text; `en` is a copy that says so. Every
 * figure is the caller's, formatted; throws ZodError when the input is incomplete or contradicts itself (H2, H5).
 */
export function composeAgreement(input: AgreementInput, language: LetterLanguage = 'zh-Hans'): LetterText {
  const given = AgreementInput.parse(input)
  const say = (text: Bilingual) => text[language]
  const sections: DraftSection[] = [
    balanceSection(given, language),
    scheduleSection(given, language),
    accrualSection(given, language),
    plain('undertaking', { 'zh-Hans': '您的承诺', en: 'Your undertaking' }, [say(given.undertaking)]),
    partiesSection(given, language),
    plain(
      'other_matters',
      { 'zh-Hans': '其他约定', en: 'Other matters agreed' },
      given.other_matters.map(say),
    ),
    plain('objection', { 'zh-Hans': '异议与投诉', en: 'If you disagree' }, given.objection.map(say)),
    plain('basis', { 'zh-Hans': '依据与文本', en: 'Basis and language' }, [
      basis(given, language),
      say({
        'zh-Hans': '本协议以简体中文文本为准。另附英文文本的，英文文本仅供参考。',
        en: 'The Simplified Chinese text governs. This English copy is for reference only; where the two differ, the Chinese text prevails.',
      }),
    ]),
  ]
  return {
    kind: 'agreement',
    language,
    governing: language === 'zh-Hans',
    number: given.number,
    title: say({ 'zh-Hans': '个性化分期还款协议', en: 'Instalment Repayment Agreement' }),
    notice:
      language === 'en'
        ? 'English copy for reference. The Simplified Chinese text of the same number governs.'
        : null,
    sender: {
      name: say(given.bank.name),
      lines: [say(given.bank.address), hotlineText(given.bank.hotline, language)],
    },
    particulars: particulars(given, language),
    glance: glance(given, language),
    opening: opening(given, language),
    sections: numberedSections(sections, language),
    confirmation: confirmation(given, language),
  }
}

/** Which of the six items (H2) the text does not state in full, in the order of the rule; empty = complete. */
export function agreementGaps(text: LetterText): AgreementItem[] {
  return agreementItems.filter((item) => {
    const section = text.sections.find((candidate) => candidate.key === item)
    if (section === undefined) return true
    const stated = (key: string) =>
      section.parts.some((part) => part.key === key && part.items.some((line) => line.trim() !== ''))
    if (required[item].some((key) => !stated(key))) return true
    if (itemsWithTable.includes(item)) {
      const rows = section.table?.rows ?? []
      if (rows.length === 0 || rows.some((row) => row.cells.every((cell) => cell.trim() === ''))) return true
    }
    return section.parts.length === 0 && section.paragraphs.every((paragraph) => paragraph.trim() === '')
  })
}

function plain(key: string, heading: Bilingual, paragraphs: string[]): DraftSection {
  return { key, heading, paragraphs, parts: [] }
}

function particulars(given: AgreementInput, language: LetterLanguage): Labelled[] {
  const zh = language === 'zh-Hans'
  return [
    { label: zh ? '协议编号' : 'Agreement number', value: given.number },
    { label: zh ? '协议日期' : 'Date', value: dateText(given.dated, language) },
    { label: zh ? '客户' : 'Customer', value: given.customer.name },
    { label: zh ? '请在此日前确认' : 'Confirm by', value: dateText(given.valid_until, language) },
    { label: zh ? '产品' : 'Product', value: given.account.product[language] },
    { label: zh ? '账号' : 'Account', value: given.account.masked_number },
  ]
}

function glance({ offer }: AgreementInput, language: LetterLanguage): Labelled[] {
  const zh = language === 'zh-Hans'
  const first = offer.schedule[0]!
  const last = offer.schedule.at(-1)!
  const down = downPayment(offer) !== null
  return [
    {
      label: zh ? (down ? '首付款' : '第一期应还') : down ? 'Down payment' : 'First payment',
      value: amountText(first.amount, language),
    },
    { label: zh ? '付款日' : 'Due on', value: dateText(first.date, language) },
    { label: zh ? '期限' : 'Term', value: zh ? `${offer.months}个月` : `${offer.months} months` },
    { label: zh ? '应还总额' : 'Total to pay', value: amountText(offer.total, language) },
    { label: zh ? '最后还款日' : 'Last payment', value: dateText(last.date, language) },
    { label: zh ? '年化利率（单利）' : 'Annual rate (nominal)', value: rateText(offer.apr_nominal_bp) },
  ]
}

function opening(given: AgreementInput, language: LetterLanguage): string[] {
  const { name } = given.customer
  const bank = given.bank.name[language]
  if (language === 'en')
    return [
      `Dear ${name},`,
      `${bank} ("we") and you have agreed, after discussing your situation as equals, to the following plan for repaying what you owe. It takes effect once you confirm it.`,
    ]
  return [
    `${name}，您好：`,
    `${bank}（以下称“本行”）与您就所欠款项平等协商，达成以下分期还款安排。本协议自您确认之日起生效。`,
  ]
}

function basis({ citations }: AgreementInput, language: LetterLanguage): string {
  const cited = citations.map(({ title, number, version }) =>
    language === 'en'
      ? `${title.en}, clause ${number} (version ${version})`
      : `《${title['zh-Hans'].replace(/^《|》$/g, '')}》条款${number}（版本${version}）`,
  )
  return language === 'en'
    ? `This agreement rests on the following clauses of our published policy: ${cited.join('; ')}.`
    : `本协议依据本行下列规定订立：${cited.join('；')}。`
}

function confirmation(given: AgreementInput, language: LetterLanguage): LetterText['confirmation'] {
  const zh = language === 'zh-Hans'
  const confirmed = zh
    ? '核验身份后以电子方式确认，确认记录与本文件一并保存'
    : 'confirmed electronically after an identity check; the record is kept with this document'
  return {
    heading: zh ? '确认' : 'Confirmation',
    statement: given.consent[language],
    signatures: [
      {
        party: zh ? '本行' : 'The bank',
        lines: [given.bank.name[language], dateText(given.dated, language)],
      },
      { party: zh ? '客户' : 'Customer', lines: [given.customer.name, confirmed] },
    ],
  }
}
