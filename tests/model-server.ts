import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock'

/**
 * A server that speaks the protocol of OpenAI's, playing a model that does as it is asked: it reads the names of the
 * terms out of the prompt and puts each that must appear into a sentence of its own.
 */
export const openModelServer = () => LLMock.create({ port: 0, logLevel: 'silent' })

/** What a server needs to use it. */
export const modelEnv = (mock: LLMock): Record<string, string> => ({
  OPENAI_BASE_URL: `${mock.url}/v1`,
  CHAT_MODEL: 'test-writer',
  MODEL_PRICE_INPUT: '200',
  MODEL_PRICE_OUTPUT: '800',
})

type Language = 'zh' | 'en'
type Wording = Record<Language, string>

const greeting: Wording = {
  zh: '{{name}}，您好，谢谢您把情况告诉我们。',
  en: 'Dear {{name}}, thank you for telling us how things stand.',
}
const closing: Wording = {
  zh: '是否接受由您决定，您也可以提出别的金额或期限。',
  en: 'Whether you accept is up to you, and you may propose another amount or length.',
}
const basis: Wording = {
  zh: '帮扶方式包括个性化分期，采用哪一种取决于您的收支情况，我们为您准备了一份安排。',
  en: 'An individual instalment plan fits your income and expenditure, so we have put one together for you.',
}
const sentences: Record<string, Wording> = {
  financed: { zh: '纳入安排的金额为 {{financed}}。', en: 'The amount in the arrangement is {{financed}}.' },
  months: { zh: '分 {{months}} 期归还。', en: 'You would repay it in {{months}} monthly instalments.' },
  instalment: { zh: '每期还款 {{instalment}}。', en: 'Each instalment is {{instalment}}.' },
  steps: { zh: '{{steps}}。', en: '{{steps}}.' },
  down_payment: { zh: '首付款为 {{down_payment}}。', en: 'The down payment is {{down_payment}}.' },
  first_due: { zh: '首期还款日为 {{first_due}}。', en: 'The first instalment is due on {{first_due}}.' },
  last_due: { zh: '最后一期还款日为 {{last_due}}。', en: 'The last instalment is due on {{last_due}}.' },
  total: { zh: '还款总额为 {{total}}。', en: 'The total you would repay is {{total}}.' },
  apr_nominal: { zh: '名义年化利率为 {{apr_nominal}}。', en: 'The nominal annual rate is {{apr_nominal}}.' },
  apr_effective: {
    zh: '实际年化利率为 {{apr_effective}}。',
    en: 'The effective annual rate is {{apr_effective}}.',
  },
  valid_until: { zh: '这份安排在 {{valid_until}} 前有效。', en: 'This offer is open until {{valid_until}}.' },
}

/** What was asked last: the words of the prompt for the model. */
export function promptOf(request: ChatCompletionRequest): { system: string; user: string } {
  const [system, user] = request.messages.map(({ content }) => String(content))
  return { system: system!, user: user! }
}

/** The answer of a model that writes what it should, and `more` after it, citing what it is told. */
export function goodReply(
  request: ChatCompletionRequest,
  more: Partial<Wording> = {},
  cites: number[] = [],
): string {
  const { user } = promptOf(request)
  const language: Language = user.startsWith('要写的回复') ? 'zh' : 'en'
  const must = /(?:必须写到的名称：|Names that must appear: )(.*)/.exec(user)![1]!
  const names = [...must.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!)
  const plain = (text: string) => ({ text, sources: [] as number[] })
  const terms = names.flatMap((name) => (sentences[name] ? [plain(sentences[name][language])] : []))
  const hasSource = user.includes('[1] ')
  return JSON.stringify({
    paragraphs: [
      { sentences: [plain(greeting[language])] },
      { sentences: [{ text: basis[language], sources: hasSource ? [1] : [] }, ...terms] },
      {
        sentences: [
          plain(closing[language]),
          ...(more[language] ? [{ text: more[language], sources: cites }] : []),
        ],
      },
    ],
  })
}
