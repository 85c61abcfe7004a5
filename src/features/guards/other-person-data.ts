import { type IdentifierKind, readIdentifiers } from '../../platform/language/identifiers.ts'
import { surnames } from '../../platform/language/surnames.ts'
import { findAddressee, findNames, isLatinName } from './find-names.ts'
import type { Fact, Finding } from './model.ts'
import { plainText } from './plain-text.ts'
import { type Draft, isEffective, overlaps } from './read-draft.ts'

const personal = new Set<IdentifierKind>(['phone', 'card', 'id', 'email'])

/**
 * Names, phones, identity and card numbers that are not among the facts, or that a fact says are somebody else's
 * (C4, P1). A line, order number or address of the bank that nothing backs is an unsupported number instead.
 */
export function otherPersonData(draft: Draft): Finding[] {
  return [...othersFacts(draft), ...strangeIdentifiers(draft), ...strangeNames(draft)].filter(
    (finding, index, all) =>
      !all.slice(0, index).some((other) => other.span && finding.span && overlaps(other.span, finding.span)),
  )
}

function report(draft: Draft, span: [number, number], why: string): Finding {
  const detail = `${draft.text.slice(...span)} ${why}`
  return { guard: 'other_person_data', severity: 'hard', span, detail, rule: 'C4', fix: 'leave it out' }
}

/** Facts kept of another person may not be told to the customer. */
function othersFacts(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const own = draft.input.facts
    .filter((fact) => fact.subject !== 'other')
    .map((fact) => plainText(String(fact.value)))
  for (const fact of draft.input.facts) {
    if (fact.subject !== 'other' || !['name', 'phone', 'url'].includes(fact.kind)) continue
    const value = plainText(String(fact.value))
    const at = draft.folded.indexOf(value)
    if (value.length < 2 || at < 0 || own.includes(value)) continue
    findings.push(report(draft, [at, at + value.length], 'belongs to another person'))
  }
  return findings
}

const compact = (value: string) => plainText(value).replace(/[\s()-]/g, '')

/** Whether an identifier is a fact's, whole, masked or by its last digits, or stands in an open clause. */
function isKnown(draft: Draft, shown: string, facts: readonly Fact[]): boolean {
  const plain = compact(shown)
  const tail = /\*/.test(plain) ? plain.slice(plain.lastIndexOf('*') + 1) : plain
  const head = /\*/.test(plain) ? plain.slice(0, plain.indexOf('*')) : ''
  const local = plain.replace(/^\+?86/, '')
  for (const fact of facts) {
    for (const value of [String(fact.value), fact.label ?? '']) {
      const kept = compact(value)
      if (kept === '') continue
      if (fact.kind === 'count' && kept.length >= 5 && kept === plain.replace(/^\D+/, '')) return true
      if (kept === plain || kept.replace(/^\+?86/, '') === local) return true
      if (plain.length >= 5 && kept.includes(plain)) return true
      if (tail.length >= 3 && kept.endsWith(tail) && kept.startsWith(head) && /\d{4}$/.test(kept)) return true
    }
  }
  if (draft.input.lines.some((line) => compact(line) === plain)) return true
  return draft.input.clauses.some(
    (clause) =>
      clause.audience === 'public' &&
      isEffective(clause, draft.input.at) &&
      compact(clause.text).includes(plain),
  )
}

function strangeIdentifiers(draft: Draft): Finding[] {
  const own = draft.input.facts.filter((fact) => fact.subject !== 'other')
  return readIdentifiers(draft.text).flatMap(({ kind, span }): Finding[] => {
    const shown = draft.text.slice(...span)
    if (draft.markers.some((marker) => overlaps(marker.span, span)) || isKnown(draft, shown, own)) return []
    const looksPersonal = kind === 'order' && shown.replace(/\D/g, '').length >= 13 && !/[a-z]/i.test(shown)
    if (personal.has(kind) || looksPersonal)
      return [report(draft, span, `is a ${looksPersonal ? 'card' : kind} that is no fact of this customer`)]
    return [
      {
        guard: 'number_unsupported',
        severity: 'hard',
        span,
        detail: `${shown} is a ${kind} nothing backs`,
        fix: 'use the one given as a fact or in a clause',
      },
    ]
  })
}

function strangeNames(draft: Draft): Finding[] {
  const known = draft.input.facts.filter((fact) => fact.kind === 'name' && fact.subject !== 'other')
  const clauses = draft.input.clauses.map((clause) => clause.text).join('\n')
  const addressee = known.some((fact) => isHanName(String(fact.value)))
    ? findAddressee(draft.text, draft.folded)
    : null
  const named = findNames(draft.text, draft.folded).filter(
    ({ span }) => !addressee || !overlaps(addressee.span, span),
  )
  return [...(addressee ? [addressee] : []), ...named, ...misspelt(draft, known)]
    .filter(
      ({ name }) =>
        !known.some((fact) => sameName(name, String(fact.value))) &&
        !(name.length > 1 && clauses.includes(name)),
    )
    .map(({ span }) => report(draft, span, 'is a name that is no fact of this case'))
}

/** Whether a name in a text is the fact's: equal, its family name alone, one of its words, or romanised alike. */
function sameName(shown: string, value: string): boolean {
  const left = plainText(shown).trim()
  const right = plainText(value)
    .replace(/^(?:mr|mrs|ms|miss|dr)\.?\s/, '')
    .replace(/(?:先生|女士|小姐|经理|老师|主任)$/, '')
    .trim()
  if (left === right) return true
  if (isHanName(left) && isHanName(right)) return hanFits(left, right)
  if (!isHanName(left) && !isHanName(right)) {
    const words = right.split(/[\s,]+/)
    return (
      left.split(/[\s,]+/).every((word) => words.includes(word)) ||
      left.replaceAll(' ', '') === words.join('')
    )
  }
  const [character, roman] = isHanName(left) ? [left, right] : [right, left]
  const family = [...surnames.entries()].find(([name]) => character.startsWith(name) && name.length > 1) ?? [
    character[0]!,
    surnames.get(character[0]!) ?? [],
  ]
  return roman.split(/[\s,]+/).some((word) => family[1].includes(word)) || family[1].length === 0
}

/** 老丁叔, 阿坤伯, 小霍: what is left of a familiar name without its familiar parts. */
function calledName(name: string): string {
  return (
    name
      .replace(/^[小老阿]/, '')
      .replace(/(?<=.)(?:[大阿]?[叔婶伯姨哥姐嫂爷]|奶奶|叔叔|大爷|大妈|师傅|总|工)$/, '') || name
  )
}

function isHanName(name: string): boolean {
  return /\p{Script=Han}/u.test(name)
}

/** A Han name fits when it is the whole name, the family name alone, or the given name alone; 小/老 are prefixes. */
function hanFits(left: string, right: string): boolean {
  const bare = calledName(left)
  if (left === right || bare === right || bare === calledName(right)) return true
  if (bare.length < right.length) return right.startsWith(bare) || (bare.length > 1 && right.endsWith(bare))
  return left.startsWith(right) && right.length >= 2
}

/** A word with a capital that is a letter or two off a known name is that name misspelt, or somebody else's. */
function misspelt(draft: Draft, known: readonly Fact[]): { name: string; span: [number, number] }[] {
  const names = known.flatMap(({ value }) => String(value).match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? [])
  if (names.length === 0) return []
  return [...draft.text.matchAll(/(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{2,}/gu)]
    .map((match) => ({
      name: match[0].replace(/['’]s$/, ''),
      span: [match.index, match.index + match[0].length] as [number, number],
    }))
    .filter(
      ({ name }) => !names.includes(name) && isLatinName(name) && names.some((own) => isNearName(name, own)),
    )
}

/** The same first letter and, a letter put in, left out or put for another; two in a long name. */
function isNearName(shown: string, own: string): boolean {
  const [a, b] = [shown.toLowerCase(), own.toLowerCase()]
  if (a === b || a[0] !== b[0]) return false
  const most = b.length < 6 ? 1 : 2
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const put = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(put, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]! <= most
}
