import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { formats, loadDocument } from './load-document.ts'

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

  it('takes a table, a clause a row', async () => {
    const { clauses } = await load('a.csv', '项目,金额\n年费,300元\n"取现,柜台",1%\n')
    expect(clauses.map((c) => [c.number, c.heading])).toEqual([
      ['1', '年费'],
      ['2', '取现,柜台'],
    ])
    expect(clauses[0]!.body).toBe('项目: 年费\n金额: 300元')
  })
})

describe('refusals', () => {
  it.each([
    ['a.exe', 'x', 'format'],
    ['a.md', '', 'no_text'],
    ['a.md', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 'encoding'],
    ['a.docx', 'not an archive', 'broken'],
    ['a.docx', zip([['word/other.xml', '<x/>']]), 'broken'],
  ])('%s: %#', async (name, bytes, reason) => {
    await expect(load(name, bytes as Buffer)).rejects.toMatchObject({ code: 'invalid', details: { reason } })
  })

  it('a bomb, before it is unpacked', async () => {
    const bytes = docx(paragraph('x'))
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(0xf0000000, entry + 24)
    await expect(load('a.docx', bytes)).rejects.toMatchObject({
      code: 'too_large',
      details: { reason: 'bomb' },
    })
  })

  it('facts that do not hold', async () => {
    await expect(load('a.md', '## 1 A\nb', { version: 0 })).rejects.toMatchObject({
      details: { field: '/version' },
    })
    expect(formats).toContain('docx')
  })
})

function paragraph(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`
}

function table(rows: string[][]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

function docx(...body: string[]): Buffer {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  return zip([
    [
      'word/styles.xml',
      `<w:styles xmlns:w="${main}">${style('Title', 'Title')}${style('Heading1', 'heading 1')}</w:styles>`,
    ],
    ['word/document.xml', `<w:document xmlns:w="${main}"><w:body>${body.join('')}</w:body></w:document>`],
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ],
    [
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ],
    [
      'word/_rels/document.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ],
  ])
}

/** A ZIP archive of stored (not packed) files. */
function zip(files: [string, string][]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const data = Buffer.from(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}
