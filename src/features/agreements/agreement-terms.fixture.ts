import type { AgreedOffer, AgreementInput } from './agreement-terms-input.ts'

/** A level plan in integers: interest rounded each month, the last payment taking the residue. */
function levelPlan(
  financed: number,
  months: number,
  payment: number,
  rateBp: number,
): AgreedOffer['schedule'] {
  const rows: AgreedOffer['schedule'] = []
  let owed = financed
  for (let month = 0; month < months; month += 1) {
    const interest = Math.round((owed * rateBp) / 120000)
    const principal = month === months - 1 ? owed : payment - interest
    const due = new Date(Date.UTC(2026, 11 + month, 20)).toISOString().slice(0, 10)
    rows.push({ date: due, amount: principal + interest, principal, interest })
    owed -= principal
  }
  return rows
}

/** A fictional card holder of the sample bank: 24 level instalments, half of the fees and all default charges waived. */
export function agreementInput(change: Partial<AgreementInput> = {}): AgreementInput {
  const financed = 4_655_060
  const schedule = levelPlan(financed, 24, 215_000, 980)
  return {
    number: 'HH-2026-000317',
    dated: '2026-11-23',
    valid_until: '2026-11-30',
    bank: {
      name: { 'zh-Hans': '和衡银行', en: 'Heheng Bank' },
      hotline: '400-000-0000',
      address: { 'zh-Hans': '和衡市中和路1号', en: '1 Zhonghe Road, Heheng' },
    },
    customer: { name: '林晓喆', language: 'zh-Hans' },
    account: {
      product: { 'zh-Hans': '和衡标准信用卡', en: 'Heheng Standard Credit Card' },
      masked_number: '6200 **** **** 0317',
    },
    balance: {
      as_of: '2026-11-23',
      currency: 'CNY',
      principal: 4_318_000,
      interest: 286_540,
      fees: 101_040,
      default_charges: 64_820,
      total: 4_770_400,
    },
    offer: {
      shape: 'level',
      months: 24,
      schedule,
      total: schedule.reduce((total, row) => total + row.amount, 0),
      financed,
      waived: { fees: 50_520, default_charges: 64_820, interest: 0, principal: 0 },
      plan_rate_bp: 980,
      apr_nominal_bp: 980,
      apr_effective_bp: 1025,
    },
    repayment: {
      method: {
        'zh-Hans': '还款日由您主动转入，或在还款日由本行自您预留的借记账户扣收。',
        en: 'You pay in by the due date, or we debit the account you have named on that day.',
      },
      account: {
        'zh-Hans': '和衡银行信用卡还款专户，转账附言请填写协议编号。',
        en: 'Heheng Bank card repayment account; please quote the agreement number.',
      },
    },
    accrual: {
      annual_fee: {
        charged: false,
        text: {
          'zh-Hans': '分期期间免收该卡年费。',
          en: 'The card carries no annual fee while the plan runs.',
        },
      },
      interest: {
        charged: true,
        text: {
          'zh-Hans': '按剩余欠款逐月计算，不计复利，不再收取分期手续费。',
          en: 'Worked out monthly on what is still owed, without compounding; there is no handling fee.',
        },
      },
      other: {
        charged: false,
        text: {
          'zh-Hans': '按期足额还款的，本行不收取违约金及其他任何费用。',
          en: 'While you pay in full and on time there is no default charge and no other charge of any kind.',
        },
      },
    },
    undertaking: {
      'zh-Hans': '在本协议项下款项全部还清之前，您承诺不向任何银行（包括本行）申领信用卡。',
      en: 'Until everything under this agreement is paid, you undertake not to apply for a credit card at any bank, ours included.',
    },
    parties: {
      customer: {
        rights: [
          {
            'zh-Hans': '随时向本行查询剩余欠款和还款记录，并免费取得本协议文本。',
            en: 'To ask at any time what is still owed and what has been paid, and to have a copy of this agreement free of charge.',
          },
          {
            'zh-Hans': '提前偿还全部或部分欠款；提前偿还的部分不再计收其后的利息，也不收取违约金。',
            en: 'To pay all or part early; interest stops on what is paid early and nothing is charged for it.',
          },
          {
            'zh-Hans': '情况发生变化、难以按期还款时，要求本行重新协商还款安排。',
            en: 'To ask us to look at the plan again when your situation changes and you cannot keep to it.',
          },
        ],
        duties: [
          {
            'zh-Hans': '按还款计划表所列日期和金额足额还款。',
            en: 'To pay the amounts in the table on the dates in the table.',
          },
          {
            'zh-Hans': '联系方式、收入或住址发生重大变化时，及时告知本行。',
            en: 'To tell us promptly of any major change of contact details, income or address.',
          },
        ],
        breach: [
          {
            'zh-Hans':
              '任何一期未按时足额还款的，本行会先与您联系；连续两期未足额还款的，本行可以终止本协议，未还款项恢复按原领用合约计收利息，并可恢复依法催收。',
            en: 'If a payment is missed we contact you first. If two in a row are not paid in full we may end this agreement; what is left then bears interest under the original card contract, and lawful collection may resume.',
          },
        ],
      },
      bank: {
        rights: [
          {
            'zh-Hans': '按本协议约定收取款项，并核实您提供的资料。',
            en: 'To receive the payments agreed here and to verify what you have told us.',
          },
        ],
        duties: [
          {
            'zh-Hans': '本协议生效后，本行及受托机构停止对您催收，您违约的情形除外。',
            en: 'Once this agreement is in force, we and anybody acting for us stop collecting from you, unless it is broken.',
          },
          {
            'zh-Hans': '为您的个人信息和欠款信息保密，不向无关第三人透露。',
            en: 'To keep your personal and debt information confidential and disclose it to no unrelated third party.',
          },
          {
            'zh-Hans': '依法如实报送信用信息；报送不良信息前告知您。',
            en: 'To report credit information truthfully as the law requires, telling you before anything adverse is reported.',
          },
        ],
        breach: [
          {
            'zh-Hans':
              '本行多收款项的，应当退还并按同期活期存款利率计付利息；违反本协议给您造成损失的，依法赔偿。',
            en: 'If we take too much we pay it back with interest at the demand-deposit rate; if our breach causes you loss we compensate you as the law provides.',
          },
        ],
      },
    },
    other_matters: [
      {
        'zh-Hans': '还款日遇法定节假日不顺延。每期还款先抵偿当期利息，再抵偿欠款。',
        en: 'Due dates do not move for public holidays. Each payment first covers the interest of its period, then the balance.',
      },
      {
        'zh-Hans': '全部款项还清后，本行在五个工作日内向您出具结清证明。',
        en: 'Within five working days after the last payment we issue a certificate that everything is paid.',
      },
    ],
    objection: [
      {
        'zh-Hans':
          '对本协议的任何内容有异议，可以拨打客户服务热线400-000-0000，或在网上对话中选择“转人工”。本行在收到投诉之日起15日内答复。',
        en: 'If you disagree with anything here, call 400-000-0000 or choose "Talk to a person" in the chat. We answer a complaint within 15 days of receiving it.',
      },
    ],
    citations: [
      {
        title: { 'zh-Hans': '信用卡个性化分期管理办法', en: 'Rules for Individual Card Instalment Plans' },
        number: '3.2',
        version: '2026-10',
      },
      {
        title: { 'zh-Hans': '费用减免管理办法', en: 'Rules on Waiving Fees' },
        number: '2.1',
        version: '2026-07',
      },
    ],
    consent: {
      'zh-Hans':
        '我已阅读并理解本协议的全部内容，包括每期还款金额、应还总额、年化利率和违约后果，自愿同意按本协议还款。',
      en: 'I have read and understood the whole of this agreement, including each payment, the total, the annual rate and what happens on breach, and I agree of my own free will to repay as it says.',
    },
    ...change,
  }
}
