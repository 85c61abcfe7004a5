/** Which of a customer's debts a case is about. */
export const debt = {
  title: ['针对哪一笔欠款', 'Which debt'],
  unclear: [
    '客户有多笔欠款，还没说明是哪一笔。请选定，或先问客户。',
    'The customer owes on several debts and has not said which this is about. Choose one, or ask.',
  ],
  choose: ['按这一笔测算：{{debt}}', 'Plan this one: {{debt}}'],
  owed: ['欠 {{amount}}', '{{amount}} owed'],
  monthly: ['合同每月应还 {{amount}}', '{{amount}} due a month'],
  monthlyUnknown: ['每月应还不详', 'monthly amount not known'],
  customer: ['客户在消息中说明，{{time}}。', 'Named by the customer, {{time}}.'],
  staff: ['由{{name}}选定，{{time}}。', 'Chosen by {{name}}, {{time}}.'],
  offer: ['随已接受的方案确定。', 'Settled by the accepted offer.'],
  others: [
    '其余欠款每月应还的金额，已从可负担额中扣除。',
    'What the others take each month is taken off what the customer can afford.',
  ],
  plansFor: ['以下方案针对{{debt}}', 'The plans below are for: {{debt}}'],
  stale: [
    '以下方案针对{{debt}}，不是现在选定的这一笔。',
    'The plans below are for {{debt}}, not for the debt chosen now.',
  ],
} as const
