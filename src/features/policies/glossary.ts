import { parse } from 'yaml'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { foldTerms } from './tokens.ts'
import type { Concept } from './widen-question.ts'

const Names = z.array(z.string().trim().min(1)).default([])
const Glossary = z.object({
  terms: z.array(
    z.object({
      zh: z.string().trim().min(1),
      en: z.string().trim().min(1),
      zh_aliases: Names,
      en_aliases: Names,
    }),
  ),
})

/** The concepts of a glossary file (YAML), names folded for matching, the bank's own name first. */
export function readGlossary(yaml: string): Concept[] {
  const { terms } = Glossary.parse(parse(yaml, { maxAliasCount: 0 }))
  const fold = (names: string[]) => [...new Set(names.map((name) => foldTerms(name).trim()))]
  return terms.map((term) => ({
    zh: fold([term.zh, ...term.zh_aliases]),
    en: fold([term.en, ...term.en_aliases]),
  }))
}

/** Makes these concepts the whole glossary. */
export async function replaceGlossary(tx: Tx, concepts: Concept[]): Promise<void> {
  await tx.query('delete from app.glossary_terms')
  await tx.query(
    `insert into app.glossary_terms (id, zh, en)
     select id, array(select jsonb_array_elements_text(zh)), array(select jsonb_array_elements_text(en))
     from jsonb_to_recordset($1::jsonb) as t (id uuid, zh jsonb, en jsonb)`,
    [JSON.stringify(concepts.map((concept) => ({ id: newId(), ...concept })))],
  )
  await recordAudit(tx, {
    action: 'policy.glossary_replaced',
    subject: ['glossary', 'terms'],
    details: { concepts: concepts.length },
  })
}

/** Concepts one of whose names occurs in the folded question, at any place. */
export async function findConcepts(tx: Tx, folded: string): Promise<Concept[]> {
  return tx.query<Concept>(conceptStatement(folded).text, conceptStatement(folded).values)
}

export function conceptStatement(folded: string): { text: string; values: unknown[] } {
  return {
    text: `select zh, en from app.glossary_terms
     where exists (select from unnest(zh || en) as n (name) where strpos($1, name) > 0)`,
    values: [folded],
  }
}
