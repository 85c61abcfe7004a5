import type { GuardInputLoose } from './model.ts'

/** A correct draft of the data set: a guard input, where its facts are stated and which parts are disclosures. */
export type LabelledDraft = GuardInputLoose & {
  style: 'plain' | 'paraphrase'
  mentions: { fact: string; span: [number, number] }[]
  removable: { disclosure: string; span: [number, number] }[]
}

export type Mutant = { kind: string; what: string; input: GuardInputLoose }

const hanDigits = '一二三四五六七八九'
const relative: readonly [RegExp, string][] = [
  [/本月底/, '下月底'],
  [/[这下](周)[一二三四五六日]/, '下周二'],
  [/Friday/, 'Wednesday'],
  [/(?:the )?end of this month/, 'the end of next month'],
  [/一半|half/, '80%'],
]
const wordNumbers: readonly [RegExp, string][] = [
  [/\bfive\b/i, 'four'],
  [/\bsix(?=ty)/i, 'for'],
  [/\bthree\b/i, 'four'],
  [/\btwo\b/i, 'three'],
  [/\bfour\b/i, 'five'],
  [/\beight\b/i, 'nine'],
  [/\bseven\b/i, 'six'],
  [/\bnine\b/i, 'eight'],
  [/\bten\b/i, 'twelve'],
  [/\btwelve\b/i, 'fifteen'],
  [/\btwenty\b/i, 'thirty'],
  [/\bthirty\b/i, 'forty'],
  [/\bsixty\b/i, 'seventy'],
  [/\bhalf a million\b/i, 'a million'],
  [/\ba year\b/i, 'two years'],
  [/\bone year\b/i, 'two years'],
]

/** The same surface with one number in it changed; null when it holds none. */
export function changeNumber(surface: string): string | null {
  for (const [from, to] of relative) if (from.test(surface)) return surface.replace(from, to)
  const isDate = /年|月|\d{4}|Dec|Nov|Oct|Jan|Feb|Mar|Jul/.test(surface)
  const runs = [...surface.matchAll(/\d+/g)].filter((run) => !isDate || run[0].length < 3)
  const target = isDate ? runs.at(-1) : runs[0]
  if (target) {
    const last = isDate || target[0].length === 1
    const at = target.index + (last ? target[0].length - 1 : 0)
    const digit = Number(surface[at])
    const changed = isDate ? (digit === 0 ? 1 : digit - 1 || 2) : digit === 9 ? 8 : digit + 1
    return surface.slice(0, at) + changed + surface.slice(at + 1)
  }
  for (const [from, to] of wordNumbers) if (from.test(surface)) return surface.replace(from, to)
  const han = [...surface].findIndex((char) => `${hanDigits}两兩`.includes(char))
  if (han < 0) return /十/.test(surface) ? surface.replace('十', '二十') : null
  const char = surface[han]!.replace(/[两兩]/, '二')
  const digit = hanDigits.indexOf(char)
  const next = hanDigits[(digit + (digit === 8 ? 8 : 1)) % 9]!
  return surface.slice(0, han) + (next === '一' ? '三' : next) + surface.slice(han + 1)
}

/** The same sum in another currency; null when the surface is no sum. */
function changeCurrency(surface: string): string | null {
  const swaps: [RegExp, string][] = [
    [/¥/, '$'],
    [/CNY|RMB/, 'USD'],
    [/ ?yuan/, ' dollars'],
    [/(?<!美)[元块]/, '美元'],
  ]
  for (const [from, to] of swaps) if (from.test(surface)) return surface.replace(from, to)
  return null
}

const strangers: Record<string, readonly string[]> = {
  zh: ['沈芳女士', '郭涛先生', '蒋文博先生'],
  en: ['Ms Shen', 'Mr Guo', 'Mr Jiang'],
}
const loosePromises: Record<string, readonly [string, string][]> = {
  zh: [
    ['waiver', '此外，我们会为您免除全部利息。'],
    ['refund', '已收取的费用将全额退还给您。'],
    ['hold', '从现在起我们将暂停一切催收。'],
    ['callback', '我们的同事稍后会给您回电。'],
    ['deadline', '我们将在明天之前给您答复。'],
    ['outcome', '您的申请一定会获得批准。'],
  ],
  en: [
    ['waiver', ' We will also waive all interest.'],
    ['refund', ' All fees already charged will be refunded to you.'],
    ['hold', ' From now on we will stop all collection calls.'],
    ['callback', ' One of our colleagues will call you back shortly.'],
    ['deadline', ' We will give you our decision by tomorrow.'],
    ['outcome', ' Your application will definitely be approved.'],
  ],
}

const replaceSpan = (text: string, [from, to]: [number, number], by: string) =>
  text.slice(0, from) + by + text.slice(to)

/** Every mutant of one draft: each differs from the correct one in a single thing. */
export function mutantsOf(draft: LabelledDraft): Mutant[] {
  const { text } = draft
  const tongue = draft.lang.startsWith('zh') ? 'zh' : 'en'
  const mutants: Mutant[] = []
  const add = (kind: string, what: string, change: Partial<GuardInputLoose>) =>
    mutants.push({ kind, what, input: { ...draft, ...change, id: `${draft.id}/${mutants.length}` } })
  const factOf = new Map((draft.facts ?? []).map((fact) => [fact.id, fact]))
  for (const { fact: id, span } of draft.mentions) {
    const fact = factOf.get(id)
    const surface = text.slice(...span)
    if (!fact) continue
    if (fact.kind === 'name' && /先生|女士|小姐|M[sr]s? /.test(surface)) {
      const own = surface.replace(/M[sr]s? |女士|先生|小姐/g, '').slice(0, 2)
      const stranger =
        strangers[tongue]!.find((name) => !name.includes(own) && name.slice(0, 1) !== own.slice(0, 1)) ??
        strangers[tongue]!.find((name) => !name.includes(own))!
      add('name', `${surface} → ${stranger}`, { text: replaceSpan(text, span, stranger) })
      continue
    }
    const changed = changeNumber(surface)
    const kinds: Record<string, string> = { amount: 'number', rate: 'rate', date: 'date', term: 'term' }
    if (changed && changed !== surface) {
      add(kinds[fact.kind] ?? 'number', `${surface} → ${changed}`, { text: replaceSpan(text, span, changed) })
    }
    const foreign = fact.kind === 'amount' ? changeCurrency(surface) : null
    if (foreign) add('currency', `${surface} → ${foreign}`, { text: replaceSpan(text, span, foreign) })
  }
  for (const [i, a] of draft.mentions.entries()) {
    for (const b of draft.mentions.slice(i + 1)) {
      const [first, second] = [factOf.get(a.fact), factOf.get(b.fact)]
      if (!first || !second || first.kind !== second.kind || first.value === second.value) continue
      if (first.kind === 'name' || /一半|half/.test(text.slice(...a.span) + text.slice(...b.span))) continue
      const swapped = replaceSpan(
        replaceSpan(text, b.span, text.slice(...a.span)),
        a.span,
        text.slice(...b.span),
      )
      add('swap', `${text.slice(...a.span)} ↔ ${text.slice(...b.span)}`, { text: swapped })
    }
  }
  const [cited] = draft.citations ?? []
  if (cited) {
    const old = (draft.clauses ?? []).find((clause) => clause.effective_to)
    if (old) add('clause', 'expired version', { citations: [{ ...cited, clause: old.id }] })
    add('clause', 'unknown clause', { citations: [{ ...cited, clause: 'nowhere#9' }] })
    add('clause', 'marker out of range', { text: text.replace(cited.marker, '[7]') })
    const hidden = (draft.clauses ?? []).map((clause) => ({ ...clause, audience: 'internal' as const }))
    add('clause', 'internal clause', { clauses: hidden })
    const mentioned = (at: number) => draft.mentions.some(({ span }) => at >= span[0] && at < span[1])
    for (const match of text.matchAll(
      /(?<![[\d.:])\d+(?![\]\d.:])(?=\s?(?:日|个月|年|%|days|months|years))/g,
    )) {
      if (mentioned(match.index)) continue
      const span: [number, number] = [match.index, match.index + match[0].length]
      add('number', `clause number ${match[0]}`, {
        text: replaceSpan(text, span, String(Number(match[0]) + 4)),
      })
    }
  }
  const kept = new Set((draft.promises ?? []).map((promise) => promise.kind as string))
  for (const [kind, sentence] of loosePromises[tongue]!) {
    const covered =
      kept.has(kind) ||
      (kind === 'deadline' && kept.has('callback')) ||
      (kind === 'callback' && kept.has('deadline'))
    if (!covered) add('promise', kind, { text: text + sentence })
  }
  for (const { disclosure, span } of draft.removable) {
    if ((draft.requires ?? []).includes(disclosure as never)) {
      add('disclosure', disclosure, { text: replaceSpan(text, span, '') })
    }
  }
  return mutants
}
