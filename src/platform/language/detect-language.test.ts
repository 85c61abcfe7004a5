import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'
import { splitSentences } from './sentences.ts'

test.each([
  ['我失业了，还不上', 'zh-Hans'],
  ['我失業了，還不上', 'zh-Hant'],
  ['你好', 'zh-Hans'],
  ['I lost my job', 'en'],
  ['My name is 王芳 and I lost my job', 'en'],
  ['我在用Alipay还APP里的账', 'zh-Hans'],
  ['我买了R3产品，代码ABC123', 'zh-Hans'],
  ['我 lost my job，还不上', 'mixed'],
  ['Can I pay 分期 each month', 'mixed'],
  ['12345', 'zh-Hans'],
])('%s is %s', (text, language) => expect(detectLanguage(text)).toBe(language))

test.each([
  ['我失业了。能缓吗？谢谢', ['我失业了。', '能缓吗？', '谢谢']],
  [
    'I owe 3.5 million. Mr. Li said so! "Really?" Yes.',
    ['I owe 3.5 million.', 'Mr. Li said so!', '"Really?"', 'Yes.'],
  ],
  ['1. 先还\n2. 再缓', ['1. 先还', '2. 再缓']],
])('%s', (text, sentences) =>
  expect(splitSentences(text).map((span) => text.slice(...span))).toEqual(sentences),
)
