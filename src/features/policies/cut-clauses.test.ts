import { describe, expect, it } from 'vitest'
import { readMarkdownBlocks, tableFromRows } from './blocks.ts'
import { cutClauses } from './cut-clauses.ts'
import { readNumbering } from './numbering.ts'

const cut = (markdown: string, title = '标题') => cutClauses(readMarkdownBlocks(markdown), title)
const numbers = (markdown: string) => cut(markdown).map((clause) => clause.number)

describe('numbering', () => {
  it.each([
    ['第十二条 申请条件', 'article', '12', '申请条件'],
    ['第３条　利息', 'article', '3', '利息'],
    ['第120条', 'article', '120', ''],
    ['第十二条之一 补充', 'article', '12-1', '补充'],
    ['第二章 费用', 'division', '2', '费用'],
    ['一、总则', 'item', '1', '总则'],
    ['（三）其他', 'subitem', '3', '其他'],
    ['3.1 Fees', 'decimal', '3.1', 'Fees'],
    ['Article 7 Delay', 'decimal', '7', 'Delay'],
    ['2. Scope', 'decimal', '2', 'Scope'],
  ])('%s', (text, kind, number, rest) => {
    expect(readNumbering(text)).toEqual({ kind, number, rest })
  })

  it.each(['2026年起施行', '5万元以下', '第一次逾期', '12-month plan', '一般情况下', '3.5%'])(
    'not a number: %s',
    (text) => {
      expect(readNumbering(text)).toBeUndefined()
    },
  )
})

describe('Markdown with headings', () => {
  it('cuts articles and sections, with the headings above them', () => {
    const clauses = cut(
      '# 标题\n\n## 第1条 范围\n适用于信用卡。\n\n## 第2条 费用\n说明。\n\n### 2.1 年费\n每年一次。',
    )
    expect(clauses.map((c) => [c.number, c.heading, c.body])).toEqual([
      ['1', '范围', '适用于信用卡。'],
      ['2', '费用', '说明。'],
      ['2.1', '年费', '每年一次。'],
    ])
    expect(clauses[2]!.path).toEqual(['标题', '费用'])
  })

  it('makes no clause of a heading that only groups', () => {
    const clauses = cut('# T\n## 第一章 总则\n### 第一条 目的\n甲。\n### 第二条 范围\n乙。')
    expect(clauses.map((c) => c.number)).toEqual(['1', '2'])
    expect(clauses[0]!.path).toEqual(['标题', '总则'])
  })

  it('keeps numbered points, lists and whole tables inside their clause', () => {
    const [clause, ...more] = cut(
      '## 1 Fees\nAs follows:\n\n1. one\n2. two\n\n| kind | fee |\n|---|---|\n| late | 5% |\n\nEnd.',
    )
    expect(more).toEqual([])
    expect(clause!.body).toContain('2. two')
    expect(clause!.body).toContain('| late | 5% |')
    expect(clause!.isTable).toBe(false)
  })

  it('numbers what has no number, and keeps numbers unique', () => {
    expect(numbers('Preface.\n\n## Scope\na\n\n## 2 X\nb\n\n## 2 Y\nc')).toEqual(['0', 's1', '2', '2-2'])
  })
})

describe('documents that number their paragraphs', () => {
  it('第X条', () => {
    const clauses = cut(
      '第一章 总则\n\n第一条 目的\n\n为规范费用。\n\n第二条 客户逾期的，应当及时联系本行。\n（一）电话；\n（二）书面。',
    )
    expect(clauses.map((c) => [c.number, c.heading])).toEqual([
      ['1', '目的'],
      ['2', '第二条'],
    ])
    expect(clauses[1]!.body).toBe('客户逾期的，应当及时联系本行。\n（一）电话；\n（二）书面。')
    expect(clauses[1]!.path).toEqual(['标题', '总则'])
  })

  it('一、 and （一）', () => {
    expect(numbers('一、总则\n本行规定。\n二、费用\n（一）年费\n每年。\n（二）手续费\n每笔。')).toEqual([
      '1',
      '2.1',
      '2.2',
    ])
  })

  it('takes a bare figure at the start of a sentence for no number', () => {
    expect(numbers('1. Scope\nAll cards.\n12 months later the fee ends.')).toEqual(['1'])
  })

  it('1.2.3', () => {
    expect(numbers('1. Scope\nAll cards.\n\n1.1 Cards\nCredit.\n\n2. Fees\nNone.')).toEqual(['1', '1.1', '2'])
  })
})

describe('tables', () => {
  it('flags rows that do not line up', () => {
    const table = tableFromRows([['a', 'b'], ['c']])
    const [clause] = cutClauses([{ kind: 'heading', level: 2, text: '1 T' }, table], 'T')
    expect(clause).toMatchObject({ isTable: true, checkByEye: true })
  })

  it('is never parted, however long; text is', () => {
    const rows = Array.from({ length: 400 }, (_, i) => [`row ${i}`, 'some words in a cell'])
    const blocks = [{ kind: 'heading' as const, level: 2, text: '1 T' }, tableFromRows(rows)]
    expect(cutClauses(blocks, 'T')).toHaveLength(1)
    const parts = cut(`## 1 T\n${'一句话。'.repeat(3000)}`)
    expect(parts.map((p) => p.number)).toEqual(['1', '1/2', '1/3'])
    expect(parts.map((p) => p.body).join('')).toBe('一句话。'.repeat(3000))
  })
})
