import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readFactsBeside } from './facts-beside.ts'
import { docx, drawn, paragraph, pdf, slideshow, table, zip } from './files.fixture.ts'
import { loadDocument } from './load-document.ts'
import { formats } from './read-document.ts'
import { readInThread } from './reading-thread.ts'

const facts = {
  id: 'test-doc',
  title: '测试',
  lang: 'zh',
  audience: 'public',
  version: 1,
  effective_from: '2026-01-01',
  owner: 'T',
}
const load = (name: string, bytes: Buffer | string, more: object = {}) =>
  loadDocument({ name, bytes: Buffer.from(bytes), facts: { ...facts, ...more } })

describe('formats', () => {
  it('takes Markdown with front matter of its own', async () => {
    const source =
      '---\nid: own\ntitle: Own\nlang: en\naudience: internal\nversion: 3\neffective_from: 2026-02-01\nowner: X\n---\n## 1 A\nText.'
    const document = await loadDocument({ name: 'a.MD', bytes: Buffer.from(source) })
    expect(document.facts).toMatchObject({ id: 'own', audience: 'internal', version: 3 })
    expect(document.clauses).toMatchObject([{ number: '1', heading: 'A', body: 'Text.' }])
    expect(document.contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('takes a Word document with headings and a table', async () => {
    const bytes = docx(
      paragraph('费用规则', 'Title'),
      paragraph('第一条 范围', 'Heading1'),
      paragraph('适用于信用卡。'),
      paragraph('第二条 标准', 'Heading1'),
      table([
        ['项目', '金额'],
        ['年费', '300元'],
      ]),
      paragraph('另行公布的除外。'),
    )
    const { clauses } = await load('a.docx', bytes)
    expect(clauses.map((c) => [c.number, c.heading])).toEqual([
      ['1', '范围'],
      ['2', '标准'],
    ])
    expect(clauses[1]!.body).toContain('| 年费 | 300元 |')
    expect(clauses[1]!.checkByEye).toBe(false)
  })

  it('takes a text that begins like a picture', async () => {
    expect((await load('a.txt', 'BMW loans are not offered.')).clauses).toHaveLength(1)
  })

  it('takes a table, a clause a row', async () => {
    const { clauses } = await load('a.csv', '项目,金额\n年费,300元\n"取现,柜台",1%\n')
    expect(clauses.map((c) => [c.number, c.heading])).toEqual([
      ['1', '年费'],
      ['2', '取现,柜台'],
    ])
    expect(clauses[0]!.body).toBe('项目: 年费\n金额: 300元')
  })
})

describe('web pages and slides', () => {
  it('takes the main part of a web page', async () => {
    const { clauses } = await load(
      'a.html',
      `<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><main><h1>收费规则</h1>
       <h2>第一条 范围</h2><p>适用于<b>信用卡</b>。</p><ul><li>年费</li><li>取现</li></ul><div>另有<a href="#">规定</a>的除外。<br>见公告。</div>
       <h2>第二条 标准</h2><table><tr><th>项目</th><th>金额</th></tr><tr><td>年费</td><td>300元</td></tr></table>
       <h2>第三条 其他</h2><table><tr><td colspan="2">合计</td></tr><tr><td>一</td><td>二</td></tr></table>
       <p hidden>secret</p><script>alert(1)</script></main><footer>Foot</footer></body></html>`,
    )
    expect(clauses.map(({ number, body, checkByEye }) => [number, body, checkByEye])).toEqual([
      ['1', '适用于信用卡。\n\n年费\n\n取现\n\n另有规定的除外。\n见公告。', false],
      ['2', '| 项目 | 金额 |\n| --- | --- |\n| 年费 | 300元 |', false],
      ['3', expect.stringContaining('合计'), true],
    ])
  })

  it('takes slides with their numbers, titles and tables', async () => {
    const rows = [
      ['Fee', 'CNY'],
      ['Card', '300'],
    ]
    const { clauses } = await load(
      'a.pptx',
      slideshow([
        { title: '第一条 范围', text: '适用于信用卡。', rows },
        { title: '第二条 标准', text: '按表执行。', rows },
      ]),
    )
    const body = (text: string) => `${text}\n\n| Fee | CNY |\n| --- | --- |\n| Card | 300 |`
    expect(clauses).toMatchObject([
      { number: '1', heading: '范围', page: 1, body: body('适用于信用卡。'), checkByEye: false },
      { number: '2', heading: '标准', page: 2, body: body('按表执行。') },
    ])
  })
})

describe('PDF', () => {
  const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S`
  const cells = [
    ['Fee', 'Amount'],
    ['Card', 'CNY 300'],
    ['Cash', '1%'],
  ]
  const texts = cells.flatMap((row, r) => row.map((cell, c) => drawn(cell, 76 + c * 150, 652 - r * 20)))
  const frame = [0, 1, 2].flatMap((r) => [0, 1].map((c) => box(72 + c * 150, 645 - r * 20, 150, 20)))
  const asTable = '| Fee | Amount |\n| --- | --- |\n| Card | CNY 300 |\n| Cash | 1% |'

  it('keeps a ruled table whole and flags one without rules, or with rules across only, or with a cell over two', async () => {
    const across = [665, 645, 625, 605].map((y) => `72 ${y} m 372 ${y} l S`)
    const merged = [...frame.filter((_, i) => i !== 2 && i !== 3), box(72, 625, 300, 20), ...texts]
    const { clauses } = await load(
      'a.pdf',
      pdf(
        [[...frame, ...texts], texts, [...across, ...texts], merged].map((table, i) =>
          [drawn(`${i + 1} Fees`, 72, 720, 14, 'F2'), drawn('As below.', 72, 690), ...table].join('\n'),
        ),
      ),
    )
    expect(clauses.map(({ number, page, checkByEye }) => [number, page, checkByEye])).toEqual([
      ['1', 1, false],
      ['2', 2, true],
      ['3', 3, true],
      ['4', 4, true],
    ])
    for (const { body } of clauses) expect(body).toBe(`As below.\n\n${asTable}`)
  })

  it('leaves out a table of contents, whose numbers are not those of clauses', async () => {
    const contents = [drawn('Contents', 72, 760, 14, 'F2'), drawn('1 Scope . . . . . . . . 2', 72, 730)]
    const body = [
      drawn('1 Scope', 72, 760, 14, 'F2'),
      drawn('A buy-now-pay-', 72, 730),
      drawn('later plan.', 72, 718),
    ]
    const { clauses } = await load('a.pdf', pdf([contents.join('\n'), body.join('\n')]))
    expect(clauses).toMatchObject([{ number: '1', page: 2, body: 'A buy-now-pay-later plan.' }])
  })

  it('keeps columns apart, joins paragraphs over pages, and leaves out what every page carries', async () => {
    const edge = (page: number) => [
      drawn(`Heheng Bank rules, p. ${page}`, 72, 800, 8),
      drawn(`- ${page} -`, 290, 30, 8),
    ]
    const column = (x: number, word: string) =>
      [0, 1, 2, 3].map((i) => drawn(`The ${word} column says line ${i} and`, x, 600 - i * 12))
    const first = [...edge(1), ...column(72, 'left'), ...column(320, 'right')]
    const second = [...edge(2), drawn('goes on here.', 72, 770), drawn('A new one begins.', 72, 740)]
    const { clauses } = await load('a.pdf', pdf([first.join('\n'), second.join('\n')]))
    const said = clauses.map(({ body }) => body).join('\n')
    expect(said).toContain('left column says line 0 and The left column says line 1')
    expect(said).toContain('line 3 and goes on here.\n\nA new one begins.')
    expect(said).not.toMatch(/Heheng|- \d -/)
  })
})

describe('the printed editions of the sample bank', () => {
  const sources = readdirSync('sample-bank/sources')
  const editions = readdirSync('sample-bank/policies')
  const plain = (body: string) => body.replace(/[ -]+/g, ' ')

  it.each(sources)('%s says the same in print', async (source) => {
    const stem = source.replace(/\.md$/, '')
    const name = editions.find((one) => [`${stem}.pdf`, `${stem}.docx`].includes(one))!
    const path = `sample-bank/policies/${name}`
    const beside = await readFactsBeside(path)
    const printed = await loadDocument({ name, bytes: await readFile(path), facts: beside! })
    const written = await loadDocument({
      name: source,
      bytes: await readFile(`sample-bank/sources/${source}`),
    })
    expect(printed.facts).toEqual(written.facts)
    const read = (one: typeof printed) =>
      one.clauses.map(({ page: _, ...clause }) => ({ ...clause, body: plain(clause.body) }))
    expect(read(printed)).toEqual(read(written))
    if (name.endsWith('.pdf')) expect(printed.clauses.every(({ page }) => page !== null)).toBe(true)
  })
})

describe('refusals', () => {
  it.each([
    ['a.exe', 'x', 'format'],
    ['a.md', '', 'no_text'],
    ['a.md', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 'encoding'],
    ['a.md', 'text\0more', 'encoding'],
    ['a.md', pdf([drawn('Hello', 72, 700)]), 'type'],
    ['a.docx', 'not an archive', 'type'],
    ['a.docx', zip([['word/other.xml', '<x/>']]), 'type'],
    ['a.docx', docx(paragraph('x')).subarray(0, -40), 'broken'],
    ['a.docx', slideshow([{ title: 'A', text: 'b', rows: [] }]), 'type'],
    ['a.docx', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_048, '0'), 'hex'), 'encrypted'],
    ['a.pptx', docx(paragraph('x')), 'type'],
    ['a.pdf', docx(paragraph('x')), 'type'],
    ['a.pdf', '%PDF-1.7\nnothing follows', 'broken'],
    ['a.pdf', pdf(['0 0 m 595 842 l S']), 'no_text'],
    [
      'a.pdf',
      pdf(
        [drawn('Hello', 72, 700)],
        `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> >> /ID [<00> <00>]`,
      ),
      'encrypted',
    ],
    ['a.html', '<body><nav>Menu</nav><script>x</script></body>', 'no_text'],
    ['a.html', '<div>'.repeat(5_000), 'broken'],
  ])('%s: %#', async (name, bytes, reason) => {
    await expect(load(name, bytes as Buffer)).rejects.toMatchObject({ code: 'invalid', details: { reason } })
  })

  it.each(['a.docx', 'a.pptx'])('%s that unpacks to more than it says', async (name) => {
    const types = name === 'a.docx' ? docx(paragraph('x')) : slideshow([{ title: 'A', text: 'b', rows: [] }])
    const office = types.toString('latin1').match(/<Types.*?<\/Types>/s)![0]
    const bytes = zip([
      ['[Content_Types].xml', office],
      ['big.xml', { zeros: 201 * 2 ** 20 }],
    ])
    expect(bytes.length).toBeLessThan(2 ** 20)
    await expect(load(name, bytes)).rejects.toMatchObject({ code: 'too_large', details: { reason: 'bomb' } })
  })

  it('more than 50 MB or 1,000 pages', async () => {
    await expect(load('a.md', Buffer.alloc(50 * 2 ** 20 + 1))).rejects.toMatchObject({ code: 'too_large' })
    const pages = (n: number) =>
      pdf(Array.from({ length: n }, (_, i) => drawn(`Sentence ${i * 7}.`, 72, 700)))
    expect((await load('a.pdf', pages(1_000))).clauses.at(-1)!.body).toContain('Sentence 6993.')
    await expect(load('a.pdf', pages(1_001))).rejects.toMatchObject({
      code: 'too_large',
      details: { reason: 'pages' },
    })
  }, 60_000)

  it('what takes too long or too much, and the next file is read all the same', async () => {
    const many = Array.from({ length: 900 }, (_, i) => drawn(`Sentence ${i}.`, 72, 700))
    const file = { name: 'a.pdf', bytes: pdf(many), facts }
    const limits = { seconds: 60, heapMb: 512, memoryMb: 1024 }
    const refused = (reason: string) => ({ code: 'too_large', details: { reason } })
    await expect(readInThread(file, { ...limits, seconds: 0.01 })).rejects.toMatchObject(refused('time'))
    await expect(readInThread(file, { ...limits, memoryMb: 5 })).rejects.toMatchObject(refused('memory'))
    await expect(readInThread(file, { ...limits, heapMb: 12 })).rejects.toMatchObject(refused('memory'))
    await expect(load('a.csv', 'a,b\n1,2\n')).resolves.toMatchObject({ clauses: [{ number: '1' }] })
  }, 60_000)

  it('facts that do not hold', async () => {
    await expect(load('a.md', '## 1 A\nb', { version: 0 })).rejects.toMatchObject({
      details: { field: '/version' },
    })
    expect(formats).toContain('docx')
  })
})
