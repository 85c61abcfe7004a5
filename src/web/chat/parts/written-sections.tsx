/** @jsxImportSource preact */
// biome-ignore-all lint/suspicious/noArrayIndexKey: a written document never changes order
import type { Language, Section } from '../shapes.ts'
import { WrittenTable } from './written-table.tsx'

type Props = { sections: Section[]; language: Language; under: string }

/** `under` is the title already on the page: a section of the same name does not repeat it. */
export function WrittenSections({ sections, language, under }: Props) {
  return (
    <article class="written" lang={language}>
      {sections.map((section, index) => (
        <section key={index}>
          {section.heading && section.heading !== under && <h3>{section.heading}</h3>}
          {section.paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
          {section.table && <WrittenTable table={section.table} label={section.heading} />}
          {section.parts?.map((part, at) => (
            <div key={at} class="written-part">
              <h4>{part.heading}</h4>
              {part.items.map((item, line) => (
                <p key={line}>{item}</p>
              ))}
            </div>
          ))}
        </section>
      ))}
    </article>
  )
}
