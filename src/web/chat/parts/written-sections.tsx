/** @jsxImportSource preact */
// biome-ignore-all lint/suspicious/noArrayIndexKey: a written document never changes order
import type { Language, Section } from '../shapes.ts'
import { WrittenTable } from './written-table.tsx'

/** A written document's sections, set like a document and not like chat. */
export function WrittenSections({ sections, language }: { sections: Section[]; language: Language }) {
  return (
    <article class="written" lang={language}>
      {sections.map((section, index) => (
        <section key={index}>
          {section.heading && <h3>{section.heading}</h3>}
          {section.paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
          {section.table && <WrittenTable table={section.table} label={section.heading} />}
        </section>
      ))}
    </article>
  )
}
