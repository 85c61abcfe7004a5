/** Content units of a folded text: pairs of Han characters and word stems, without digits and common words. */
export function contentUnits(folded: string): Set<string> {
  const units = new Set<string>()
  for (const [run] of folded.matchAll(/\p{Script=Han}+/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) {
      const pair = run.slice(i, i + 2)
      if (!commonPairs.has(pair)) units.add(pair)
    }
  }
  for (const [word] of folded.matchAll(/[a-z]{3,}/g)) {
    if (!common.has(word)) units.add(stem(word))
  }
  return units
}

const common = new Set(
  'the and for you your our are was with that this will can may has have from not but any all its his her their they them who which been were would could should than then also into each per within must once then how when what there here about over more most only just some one two'.split(
    ' ',
  ),
)

const commonPairs = new Set(
  '可以 您的 我们 如果 或者 以及 进行 客户 银行 本行 我行 需要 的是 之后 之前 以后 您可 以在 会在'.split(' '),
)

/** A rough stem is enough here: it is only compared with itself. */
function stem(word: string): string {
  const cut = word.replace(/(?:ations?|ments?|ings?|ness|ies|ied|ers?|ed|es|s|ly)$/, '')
  return cut.length >= 3 ? cut.slice(0, 7) : word
}

/** Share of `part` found in `whole`, 0 when `part` is empty. */
export function shareFound(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : countFound(part, whole) / part.size
}

/** How many of `part` are found in `whole`. */
export function countFound(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let found = 0
  for (const unit of part) if (whole.has(unit)) found += 1
  return found
}

/** What `a` has and `b` has not. */
export function without(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((unit) => !b.has(unit)))
}

/** Whether both texts are written mainly in the same script, so that their words can be compared. */
export function sameScript(a: string, b: string): boolean {
  return isHan(a) === isHan(b)
}

function isHan(text: string): boolean {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  const words = (text.match(/[a-z]{2,}/gi) ?? []).length
  return han > words
}
