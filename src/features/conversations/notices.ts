/** The only sentences the bank says without a guard or an approval: fixed, and without a single figure of anybody's. */
export const notices = {
  welcome: {
    'zh-Hans':
      '您好，我是智能助手。我可以介绍规则、记录您的情况；任何约定都由工作人员审核后作出。您随时可以说“转人工”。',
    en: 'Hello, I am an AI assistant. I can explain our rules and note what you tell me; any agreement is made by a member of staff. You can ask for a person at any time.',
  },
  hand_off_requested: {
    'zh-Hans': '已为您转接人工，请稍候，您可以继续留言。',
    en: 'I am getting a person for you. Please hold on; you can keep writing meanwhile.',
  },
  hand_off_cancelled: {
    'zh-Hans': '已取消转人工，我继续为您服务。',
    en: 'Cancelled. I will carry on helping you.',
  },
  hand_off_callback: {
    'zh-Hans': '目前没有空闲的工作人员。我们会在服务时间内主动联系您，您的留言都已保存。',
    en: 'Nobody is free right now. A member of staff will contact you within service hours; everything you wrote is kept.',
  },
  joined: { 'zh-Hans': '工作人员已加入对话。', en: 'A member of staff has joined.' },
  ended: {
    'zh-Hans': '本次人工服务已结束，感谢您的信任。',
    en: 'This session with our staff has ended. Thank you.',
  },
  case_opened: {
    'zh-Hans': '您的情况已登记，由专属团队跟进；在答复之前不会因此事对您进行催收联系。',
    en: 'Your matter is registered with our team. Until you have an answer, you will not be contacted for collection over it.',
  },
  verify_first: {
    'zh-Hans': '为保护您的信息，谈到您的账户之前需要先验证身份。',
    en: 'To protect your information, we need to verify who you are before talking about your account.',
  },
  verified: { 'zh-Hans': '身份已验证。', en: 'Your identity is verified.' },
  crisis: {
    'zh-Hans':
      '您的安全最重要。如果您有伤害自己的想法，请立即拨打 12356，紧急情况请拨打 120 或 110。我们已通知值班人员尽快联系您。',
    en: 'Your safety comes first. If you are thinking of hurting yourself, please call 12356 now, or 120 or 110 in an emergency. Our on-call staff have been alerted and will contact you.',
  },
  third_party: {
    'zh-Hans': '感谢您的来信。我们只能与客户本人或经核实的受托人讨论账户事项，请客户本人与我们联系。',
    en: 'Thank you for writing. We can discuss an account only with its holder or a verified representative; please ask the holder to contact us.',
  },
  paused: {
    'zh-Hans': '智能助手暂停服务，工作人员会查看您的留言。',
    en: 'The assistant is paused. A member of staff will read your message.',
  },
  agreement_coming: {
    'zh-Hans': '已收到您对费用明示表的确认，书面协议经审核后会发送给您。',
    en: 'We have your confirmation of the cost statement. The written agreement will reach you once it has been approved.',
  },
  agreement_confirmed: {
    'zh-Hans': '协议已确认，感谢您。我们会在还款日前提醒您；情况有变请随时告诉我们。',
    en: 'The agreement is confirmed, thank you. We will remind you before each date; if anything changes, tell us at any time.',
  },
} as const
export type NoticeCode = keyof typeof notices

export function noticeText(code: string, language: 'zh-Hans' | 'en'): string {
  return notices[code as NoticeCode]?.[language] ?? ''
}
