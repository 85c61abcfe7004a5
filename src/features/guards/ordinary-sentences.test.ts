import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'

describe('ordinary sentences', () => {
  it.each([
    '除上述费用外，我们不收取其他任何费用。',
    'No other charges apply.',
    'You will not be charged anything else.',
    '您可以随时在手机银行立即还款。',
    'You can pay now in the app or wait for the debit.',
    '明白，我们理解您的难处。',
    '谢谢，我们收到了。',
    '高兴收到您的来信。',
    'We offer a plan that fits.',
    '我们理解您现在压力很大，先别着急，我们一起看看有哪些办法。',
    'We understand that this is a hard time, and we would like to help.',
    '失业对任何人来说都不容易，请您保重身体。',
    '请问您目前每月的收入和必要支出分别是多少？',
    'Could you tell us your monthly income and your essential expenses?',
    '为了给您测算方案，请补充收入证明和最近的银行流水。',
    'To work out a plan we need proof of income.',
    '您也可以选择维持现状，不会因此受到任何影响服务的对待。',
    '如果您暂时不想谈，也没有关系，我们等您的消息。',
    '我们已把您的意见转给相关部门核实。',
    'Your comments have been passed on to the team concerned.',
    '逾期期间产生的利息仍会按合同计收。',
    'Interest continues to accrue under the contract.',
    '征信记录如实反映还款情况，我们不能修改。',
    'We have to report truthfully to the credit bureau and cannot change the record.',
    '请不要相信任何收费代理维权的机构。',
    'Please be careful with agents who charge for negotiating on your behalf.',
    '您可以要求由人工客服处理，也可以拒绝仅由自动化系统作出的决定。',
    'You may ask for a person to decide, and you can refuse a purely automated decision.',
    '投资有风险，产品净值可能下跌，过往业绩不代表未来表现。',
    'Past performance is no guide to the future, and you could lose money.',
    '该产品有锁定期，提前赎回可能产生损失。',
    '我们建议您先不要借新还旧。',
    'We advise against borrowing elsewhere to repay this debt.',
    '请勿通过网贷来偿还信用卡。',
    '如果您感到绝望，请立即拨打心理援助热线。',
    'If you feel unsafe, please contact the crisis line.',
    '很抱歉之前的催收电话给您带来困扰，我们会核查通话记录。',
    'We are sorry that the calls upset you and will look into them.',
    '您的方案需要主管审批，审批通过后我们再与您确认。',
    'The plan needs a manager to approve it; once approved, we will contact you.',
  ])('raise nothing: %s', (text) => {
    expect(guardsOn(text)).toEqual([])
  })
})
