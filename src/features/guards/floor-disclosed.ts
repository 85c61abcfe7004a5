import type { Binding } from './bind-figures.ts'
import type { Finding } from './model.ts'
import type { Draft } from './read-draft.ts'

/** Wording that gives the bank's walk-away point away, whatever the number (rules.md 6). */
const floorWording: readonly RegExp[] = [
  /(?:我行|我们|本行|银行|我方|行里|内部)[^,。;!?]{0,12}(?:底线|底价|保留价|最低(?:可|能|只能|愿意)?(?:接受|承受|同意|收)|最多(?:可以|能|只能|愿意)?(?:让|减|降|免)到?)/g,
  /(?:能|可|可以|愿意|肯)接受的(?:最低|底线|最小)/g,
  /(?:谈判|接受|内部|减免|回收)(?:的)?底线/g,
  /底线(?:是|为|就是|在|价|金额|利率)/g,
  /最低(?:可|能)?接受(?:的)?(?:金额|方案|还款|利率|价|比例|现值)?/g,
  /(?:再低|低于(?:这个|此|该)(?:数|金额|价|数额)?)[^,。;]{0,6}(?:就)?(?:不(?:能|会|可)|无法)(?:接受|批|同意)/g,
  /(?<![a-z])(?:our|the bank'?s|internal|my) (?:absolute |own |real |true |internal )?(?:floor|bottom line|walk[- ]?away(?: point| price| value)?|reserve (?:price|value)|reservation (?:price|value|point)|minimum acceptable|lowest acceptable|limit is)/g,
  /(?:lowest|minimum|least)(?: amount| sum| figure| offer| rate| total)? (?:that )?(?:we|the bank|i)(?:'d| would| will| can| could| are able to| am able to|'re able to| is able to| are willing to| is willing to)* (?:accept|take|go|settle|agree|approve)/g,
  /(?:we|the bank|i) (?:can(?:not|'t)|could(?: not|n't)|will not|won't|would(?: not|n't)) (?:accept|go|take|settle for|agree to)(?: anything)? (?:below|lower than|less than|under|any lower)/g,
  /as low as we(?: can|'re able to| are able to| will| would)? go|we(?: can| could|'d| would)? (?:settle|go down) (?:for|to) (?:as low as|no less than)/g,
  /\bbatna\b|\bzopa\b|保留价值/g,
]

/** A floor value that is no fact, or floor wording, in a text that could be quoted. */
export function floorDisclosed(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const findings: Finding[] = []
  for (const binding of bindings) {
    const backed = binding.facts.length + binding.misplaced.length + binding.clauses.length > 0
    if (backed || !isFloor(draft, binding)) continue
    findings.push(
      finding(binding.figure.span, `${draft.text.slice(...binding.figure.span)} is a floor value`),
    )
  }
  for (const pattern of floorWording) {
    for (const match of draft.folded.matchAll(pattern)) {
      const span: [number, number] = [match.index, match.index + match[0].length]
      if (findings.some((other) => other.span && other.span[0] < span[1] && span[0] < other.span[1])) continue
      findings.push(finding(span, 'wording tells what the bank would at least accept'))
    }
  }
  return findings
}

function finding(span: [number, number], detail: string): Finding {
  return {
    guard: 'floor_disclosed',
    severity: 'hard',
    span,
    detail,
    rule: 'invariant floor',
    fix: 'leave it out',
  }
}

function isFloor(draft: Draft, { figure, approximate }: Binding): boolean {
  const floor = draft.input.floor
  if (!floor) return false
  const equals = (stated: number, value: number) =>
    approximate ? Math.abs(stated - value) <= Math.abs(value) * 0.01 : Math.abs(stated - value) < 1e-6
  switch (figure.kind) {
    case 'amount':
      return floor.amounts.some((value) => equals(figure.minor, value))
    case 'rate':
      return floor.bp.some((value) => equals(figure.bp, value))
    case 'bare':
    case 'count':
      return (
        floor.amounts.some((value) => equals(figure.value * 100, value)) ||
        floor.bp.some((value) => value >= 100 && equals(figure.value * 100, value))
      )
    default:
      return false
  }
}
