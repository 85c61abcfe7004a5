import {
  accent,
  type Content,
  hairline,
  ink,
  measure,
  muted,
  sideMargin,
  tint,
} from './letter-layout-page.ts'
import { paragraph, section } from './letter-layout-sections.ts'
import type { Labelled, LetterText } from './letter-text.ts'

function letterhead({ sender }: LetterText): Content {
  return {
    stack: [
      {
        columns: [
          { text: sender.name, fontSize: 16, bold: true, color: accent, width: '*', characterSpacing: 0.5 },
          {
            stack: sender.lines.map((line) => ({ text: line, alignment: 'right' })),
            fontSize: 8.5,
            color: muted,
            width: 240,
          },
        ],
      },
      { canvas: [{ type: 'line', x1: 0, y1: 6, x2: measure, y2: 6, lineWidth: 1.4, lineColor: accent }] },
    ],
    margin: [0, -34, 0, 16],
  }
}

function title({ title, notice }: LetterText): Content[] {
  const heading = { text: title, fontSize: 18, bold: true, alignment: 'center', lineHeight: 1.2 }
  if (notice === null) return [{ ...heading, margin: [0, 0, 0, 14] }]
  return [heading, { text: notice, fontSize: 9, color: muted, alignment: 'center', margin: [0, 2, 0, 14] }]
}

function inPairs(items: Labelled[]): [Labelled, Labelled | undefined][] {
  return items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1]]] : []))
}

function particulars({ particulars, language }: LetterText): Content {
  const labelWidth = language === 'en' ? 92 : 84
  const pair = (item: Labelled | undefined): Content[] => [
    { text: item?.label ?? '', color: muted, fontSize: 9 },
    { text: item?.value ?? '', fontSize: 9.5 },
  ]
  return {
    table: {
      widths: [labelWidth, '*', labelWidth, 120],
      body: inPairs(particulars).map(([left, right]) => [...pair(left), ...pair(right)]),
    },
    layout: {
      hLineWidth: (line: number, node: { table: { body: unknown[] } }) =>
        line === 0 || line === node.table.body.length ? 0.6 : 0,
      hLineColor: () => hairline,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 6,
      paddingTop: () => 3.5,
      paddingBottom: () => 3.5,
    },
    margin: [0, 0, 0, 14],
  }
}

function glance({ glance }: LetterText): Content[] {
  if (glance.length === 0) return []
  const cells = glance.map(({ label, value }) => ({
    stack: [
      { text: label, fontSize: 8.5, color: muted },
      { text: value, fontSize: 12, bold: true, color: accent, lineHeight: 1.2, margin: [0, 1, 0, 0] },
    ],
  }))
  const rows: Content[][] = []
  for (let index = 0; index < cells.length; index += 3) rows.push(cells.slice(index, index + 3))
  return [
    {
      table: { widths: ['*', '*', '*'], body: rows },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        fillColor: () => tint,
        paddingLeft: () => 12,
        paddingRight: () => 6,
        paddingTop: () => 7,
        paddingBottom: () => 6,
      },
      margin: [0, 0, 0, 16],
    },
  ]
}

function confirmation({ confirmation }: LetterText): Content {
  const { heading, statement, signatures } = confirmation
  return {
    margin: [0, 8, 0, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: heading, bold: true, color: accent, fontSize: 11.5, margin: [0, 0, 0, 4] },
              paragraph(statement),
              {
                columns: signatures.map(({ party, lines }, column) => ({
                  width: column === 0 ? 150 : '*',
                  stack: [
                    { text: party, fontSize: 8.5, color: muted },
                    ...lines.map((line, index) => ({
                      text: line,
                      bold: index === 0,
                      fontSize: index === 0 ? 10.5 : 9,
                    })),
                  ],
                })),
                columnGap: 24,
                margin: [0, 6, 0, 0],
              },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0.9,
      vLineWidth: () => 0.9,
      hLineColor: () => accent,
      vLineColor: () => accent,
      paddingLeft: () => 14,
      paddingRight: () => 14,
      paddingTop: () => 9,
      paddingBottom: () => 8,
    },
  }
}

/** The letter as a pdfmake document: A4, letterhead on page 1, running header after it, page numbers on each. */
export function letterDefinition(text: LetterText, createdAt: Date) {
  const english = text.language === 'en'
  const sections = text.sections.map((each) => section(each, english))
  return {
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [sideMargin, 72, sideMargin, 54],
    language: text.language,
    displayTitle: true,
    info: {
      title: `${text.title} ${text.number}`,
      author: text.sender.name,
      subject: text.number,
      creator: 'Parley',
      producer: 'Parley',
      creationDate: createdAt,
      modDate: createdAt,
      contentOrigin: 'composed from approved terms and computed figures; no generative model',
    },
    defaultStyle: {
      font: 'Letter',
      fontSize: english ? 9.7 : 10,
      lineHeight: english ? 1.3 : 1.35,
      color: ink,
      // Curly quotes are as wide as a Han character in this font unless the Latin text asks for narrow ones.
      ...(english ? { fontFeatures: ['pwid'] } : {}),
    },
    styles: {
      heading: { fontSize: 11.5, bold: true, color: accent, margin: [0, 8, 0, 3] },
      body: { margin: [0, 0, 0, 4] },
    },
    header: (page: number) =>
      page === 1
        ? null
        : {
            columns: [
              { text: text.sender.name, bold: true, color: accent },
              { text: `${text.title} ${text.number}`, alignment: 'right' },
            ],
            fontSize: 8.5,
            color: muted,
            margin: [sideMargin, 36, sideMargin, 0],
          },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: text.sender.lines.at(-1) ?? '', color: muted },
        { text: `第 ${page} 页 共 ${pages} 页 / Page ${page} of ${pages}`, alignment: 'right', color: muted },
      ],
      fontSize: 8.5,
      margin: [sideMargin, 16, sideMargin, 0],
    }),
    content: [
      letterhead(text),
      ...title(text),
      particulars(text),
      ...glance(text),
      ...text.opening.map((line) => paragraph(line)),
      ...sections.slice(0, -1).flat(),
      // The confirmation never stands alone on a page: the last section goes with it.
      { stack: [...sections.slice(-1).flat(), confirmation(text)], unbreakable: true },
    ],
  }
}
