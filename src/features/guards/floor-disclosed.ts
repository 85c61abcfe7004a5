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
  /(?:最低|底线|下限|最多|顶多)[^,。;]{0,4}(?:只能|只到|就(?:是|到)|也(?:就|只能))[^,。;]{0,6}(?:这个?数|这样|这么多|为止|这个价|这里)|不能再(?:少|低|降|让|减)(?:了|$|[,。;])|(?:没有|没|无)(?:再)?(?:让|降|减|退|谈|商量|下调)的?(?:余地|空间)/g,
  /再(?:低|少|降|让|往下)[^。;]{0,8}(?:就)?(?:不(?:批|行|能|可|会|接受)|批不(?:了|下)|过不(?:了|去)|没法|无法)/g,
  /(?:内部|系统里?|后台|行里|行内|我们这边)(?!规)[^,。;]{0,10}(?:参考(?:值|价)|估值|价值|比例|下限|底线|底数|最低|红线|心理价|授权(?:额|到|是|为)|可接受|认可的|算下来值)/g,
  /(?:[元万%]|这个?数)[^,。;]{0,2}(?:我们|本行|行里|银行)(?:也|都|就)?(?:能|可以|愿意|会)?(?:谈|接受|认|同意|收)|只要[^。;]{0,24}(?:收回|回收|拿回|还到|不(?:少|低)于)[^。;]{0,16}(?:就|也)?(?:可以|能|愿意)?(?:接受|行|同意|够|达标|算完成)|收回[^。;]{0,10}(?:就(?:算)?|便)?(?:达标|够了|完成)/g,
  /(?<![a-z])(?:reached|hit|at|beyond|below|under) (?:our|the bank'?s) (?:\w+ )?(?:floor|limit|bottom|minimum|lowest)(?! of \d+ months)/g,
  /(?<![a-z])(?:the )?(?:lowest|least|cheapest|furthest) (?:that )?(?:we|the bank|i) (?:can|could|may|might|are able to|will|would)(?: \w+)? (?:go|accept|take|do|offer|agree)/g,
  /(?<![a-z])(?:system|computer|management|head office|they|we) (?:will|would|can|could|does|do)(?: not|n't|not) (?:\w+ )?(?:approve|accept|allow|let|take|pass)[^.;!?]{0,20}(?:lower|less|below|smaller|under)\b/g,
  /(?<![a-z])(?:does not|doesn't|cannot|can't|will not) (?:allow|let|permit) us to (?:go|accept|drop|take)[^.;!?]{0,10}(?:below|lower|less|under)\b/g,
  /(?<![a-z])(?:internal(?:ly)?|in our (?:system|books|model)|behind the scenes)\b[^.;!?]{0,40}\b(?:minimum|floor|lowest|valued?|worth|reference|acceptable|enough|recover\w*|threshold|cut-?off|limit)\b|\b(?:reference value|acceptable share|acceptable (?:amount|minimum|recovery)|recovery target)\b/g,
  /(?<![a-z])(?:accept|settle for|be (?:happy|content|fine) with|take|live with) (?:anything|any (?:sum|amount|offer)) (?:from|above|over|upwards|more than|of at least)|\banything (?:from|above|over) [^.;!?]{0,50}(?:would do|is enough|is fine|upwards)/g,
  /(?<![a-z])(?:between (?:you and me|us|ourselves)|off the record|unofficially|strictly speaking we would)\b|(?:私下|悄悄|偷偷)(?:跟|和|告诉|透露)|不瞒(?:您|你)说|(?:透个底|交个底|亮(?:个)?底|底牌)/g,
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
