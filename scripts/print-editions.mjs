/*
 * Prints the Markdown of sample-bank/sources as the PDF and Word editions that lie in sample-bank/policies, each
 * with its facts beside it. Run by hand after a source has changed: node scripts/print-editions.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const sources = join(root, 'sample-bank/sources')
const editions = join(root, 'sample-bank/policies')
const asWord = /^(deposits-wealth|repayment-channels)-/
const printedAt = new Date('2026-01-05T02:00:00Z')

for (const name of readdirSync(sources).filter((one) => one.endsWith('.md'))) {
  const [, facts, text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(sources, name), 'utf8'))
  const stem = name.slice(0, -'.md'.length)
  const blocks = readBlocks(text)
  const word = asWord.test(stem)
  writeFileSync(join(editions, `${stem}.${word ? 'docx' : 'pdf'}`), word ? docx(blocks) : await pdf(blocks))
  writeFileSync(join(editions, `${stem}.facts.yaml`), `${facts}\n`)
}

function readBlocks(text) {
  return text
    .trim()
    .split(/\n\s*\n|(?<=^#.*)\n/m)
    .map((block) => {
      const heading = /^(#+)\s+(.*)$/.exec(block)
      if (heading) return { kind: heading[1].length === 1 ? 'title' : 'heading', text: heading[2] }
      if (!block.startsWith('|')) return { kind: 'text', text: block }
      const rows = block.split('\n').filter((line) => !/^[|\s:-]+$/.test(line))
      return {
        kind: 'table',
        rows: rows.map((row) =>
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
      }
    })
}

async function pdf(blocks) {
  const { default: pdfmake } = await import('pdfmake')
  const fonts = join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts')
  const face = (weight) => join(fonts, `NotoSansHans-${weight}.otf`)
  pdfmake.setFonts({ Sans: { normal: face('Regular'), bold: face('Bold') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts))
  const title = blocks.find((block) => block.kind === 'title').text
  const definition = {
    info: { title, creationDate: printedAt, modDate: printedAt },
    pageSize: 'A4',
    pageMargins: [62, 72, 62, 64],
    defaultStyle: { font: 'Sans', fontSize: 10.5, lineHeight: 1.25 },
    header: { text: `和衡银行 Heheng Bank  ${title}`, fontSize: 8, margin: [62, 36, 62, 0] },
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 8 }),
    content: blocks.map((block) => {
      if (block.kind === 'title') return { text: block.text, fontSize: 18, bold: true, margin: [0, 0, 0, 12] }
      if (block.kind === 'heading')
        return { text: block.text, fontSize: 12.5, bold: true, margin: [0, 10, 0, 4], headlineLevel: 2 }
      if (block.kind === 'text') return { text: block.text, margin: [0, 0, 0, 6] }
      const body = block.rows.map((row, i) => row.map((text) => (i === 0 ? { text, bold: true } : text)))
      const widths = block.rows[0].map(() => '*')
      return { table: { headerRows: 1, dontBreakRows: true, widths, body }, margin: [0, 4, 0, 8] }
    }),
    pageBreakBefore: (node, after) =>
      node.headlineLevel === 2 && after.getFollowingNodesOnPage().length === 0,
  }
  return pdfmake.createPdf(definition).getBuffer()
}

function docx(blocks) {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const style = (id, name, size) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`
  const paragraph = (text, named) =>
    `<w:p>${named ? `<w:pPr><w:pStyle w:val="${named}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`
  const table = (rows) => {
    const edge = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    const borders = edge
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
      .join('')
    const cell = (text) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text)}</w:tc>`
    const grid = rows[0].map(() => '<w:gridCol/>').join('')
    const lines = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
    return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines}</w:tbl>${paragraph('')}`
  }
  const names = { title: 'Title', heading: 'Heading1' }
  const body = blocks.map((block) =>
    block.kind === 'table' ? table(block.rows) : paragraph(block.text, names[block.kind]),
  )
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="等线"/><w:sz w:val="21"/>'
  return zip([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'word/styles.xml',
      `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${font}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Title', 'Title', 36)}${style('Heading1', 'heading 1', 26)}</w:styles>`,
    ],
    [
      'word/document.xml',
      `${head}<w:document xmlns:w="${main}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1300" w:left="1200" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ],
  ])
}

function xmlText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A ZIP archive with a fixed date, so that the same source gives the same bytes. */
function zip(files) {
  const parts = []
  const list = []
  let at = 0
  for (const [name, content] of files) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain, { level: 9 })
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt16LE(0x5c25, 8)
    about.writeUInt32LE(crc32(plain), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(plain.length, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), packed])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, Buffer.from(name)]))
    parts.push(file)
    at += file.length
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
