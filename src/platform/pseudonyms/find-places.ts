import type { Hit } from './model.ts'
import type { TextView } from './text-view.ts'

const road =
  '路|街|道|大街|大道|巷|弄|胡同|里弄|里|村|屯|庄|镇|乡|社区|小区|花园|家园|苑|公寓|大厦|广场|中心|工业园|园区|园|楼|新村|桥|坊|湾|城|府|庭|阁|轩|居|栋|侬|旁|段|号院'
const numeral = '(?:\\d{1,6}|[零〇一二三四五六七八九十百]{1,6})(?:-\\d{1,5})?(?:[a-z]|[甲乙丙丁])?'
const unit = '号楼|号院|号|弄|栋|幢|座|楼|层|单元|室|房|户|组|队|巷|支路|门|#'
const inside = `(?:[\\s,、-]{0,2}(?:${numeral}|[东西南北中a-z])(?:${unit})|[\\s,]{0,2}(?:套房|公寓|房间|室|suite|apt\\.?|apartment|room|unit|flat|rm\\.?)\\s?[a-z]?\\d{1,5}[a-z]?|\\s?\\d{3,4}(?![\\d年月日元块万%.]))*`
const core = new RegExp(
  `(?:${road})(?:[东西南北中]?段|[东西南北]路|[一二三四五六七八九]段)?\\s?${numeral}\\s?(?:${unit})(?!线|开始|之前|前还|到期)${inside}`,
  'g',
)
const rooms = new RegExp(`${numeral}(?:栋|幢|号楼|座)\\s?${numeral}(?:单元|室|层|楼)${inside}`, 'g')
const village =
  /(?:省|市|县|区|旗)\p{Script=Han}{1,8}?(?:镇|乡|街道|街办)\p{Script=Han}{1,8}?(?:村|社区|屯|居委会)(?:[第]?[一二三四五六七八九十\d]+(?:组|队|号|社))?/gu
const stopLeft = /[在到至于是为址住往去的从寄给叫我你他她们了和与跟,。;:!?"“”'()（）\n]|搬|送|位于/
const postcode = /^\s?,?\s?(?:邮编|邮政编码)?[:\s]?\d{6}(?!\d)/

/** Street addresses in Chinese and English, whole, from as far left as they reach; a town alone stays clear. */
export function findAddresses(view: TextView): Hit[] {
  const spans: [number, number][] = []
  for (const match of view.folded.matchAll(core))
    spans.push(reachLeft(view.folded, match.index, match.index + match[0].length))
  for (const match of view.folded.matchAll(rooms))
    spans.push(reachLeft(view.folded, match.index, match.index + match[0].length))
  for (const match of view.folded.matchAll(village))
    spans.push(reachLeft(view.folded, match.index, match.index + match[0].length))
  for (const pattern of english)
    for (const match of view.plain.matchAll(pattern)) spans.push([match.index, match.index + match[0].length])
  return spans.map((span) => {
    const more = postcode.exec(view.folded.slice(span[1]))
    const whole: [number, number] = [span[0], span[1] + (more?.[0].length ?? 0)]
    return { kind: 'ADDR', span: whole, key: view.folded.slice(...whole).replace(/[^\p{L}\p{N}]/gu, '') }
  })
}

/** From the road to the left while names of places go on: at most 32 characters, over a space only after a place. */
function reachLeft(text: string, from: number, to: number): [number, number] {
  let at = from
  while (at > 0 && from - at < 32) {
    const char = text[at - 1]!
    if (stopLeft.test(char)) {
      if (!/[在到至于住去的从给]/.test(char) || !/(?:省|市|区|县)$/.test(text.slice(Math.max(0, at - 1), at)))
        break
    }
    if (/\s/.test(char) && !/[省市区县镇乡]\s$|\p{Script=Han}\s$/u.test(text.slice(Math.max(0, at - 2), at)))
      break
    if (!/[\p{Script=Han}\da-z\s·-]/u.test(char)) break
    at -= 1
  }
  while (/\s/.test(text[at] ?? '')) at += 1
  return [at, to]
}

const cap = "[A-Z][\\w'’.-]*"
const street =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace|Close|Crescent|Gardens?|Square|Sq|Row|Walk|Grove|Park|Hill|View|Mews|Alley|Path|Pass|Parkway|Pkwy|Highway|Hwy|Route|Circle|Cir|Trail|Track|Creek|Ridge|Run|Bridge|Mills?|Manor|Meadows?|Orchard|Camp|Cape|Corner|Course|Cove|Crossing|Crossroad|Dale|Divide|Estate|Estates|Expressway|Extension|Falls?|Ferry|Fields?|Flats?|Ford|Forest|Forge|Fork|Forks|Fort|Freeway|Garden|Gateway|Glen|Glens|Green|Greens|Groves|Harbor|Harbour|Haven|Heights|Hills|Hollow|Inlet|Island|Isle|Junction|Key|Keys|Knoll|Knolls|Lake|Lakes|Land|Landing|Light|Loaf|Locks?|Lodge|Loop|Mall|Mission|Motorway|Mount|Mountain|Neck|Oval|Overpass|Passage|Pike|Pine|Pines|Plain|Plains|Plaza|Point|Points|Port|Ports|Prairie|Radial|Ramp|Ranch|Rapid|Rapids|Rest|River|Roads|Rue|Shoal|Shore|Shores|Spring|Springs|Spur|Squares|Station|Stravenue|Stream|Summit|Throughway|Trace|Trafficway|Tunnel|Turnpike|Underpass|Union|Valley|Via|Viaduct|Village|Ville|Vista|Wall|Wells?|Canyon|Causeway|Center|Centre|Centers|Cliff|Cliffs|Club|Common|Commons|Burg|Brook|Brooks|Branch|Bluff|Bend|Beach|Bayou|Arcade|Annex|Burgs'
const flat = '(?:,?\\s?(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Rm|Floor|#)\\.?\\s?#?[A-Z]?\\d{0,5}[A-Z]?)?'
const rest = `(?:,\\s?${cap}(?:[\\s-](?:upon|under|on|the|of|${cap}))*){0,4}(?:,?\\s[A-Z]{2}(?=\\s\\d))?(?:,?\\s(?:\\d{5,6}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}))?(?![A-Za-z\\d])`
const english = [
  new RegExp(
    `(?<![\\w.,$¥])(?:(?:Flat|Room|Unit|Apartment|Apt|Suite)\\.?\\s?[A-Z]?\\d{0,5}[A-Z]?,\\s?)?(?:(?:\\d{1,3}/F|Floor \\d+|Block [A-Z\\d]+|Tower \\d+|Building \\d+|${cap}\\s(?:Tower|Building|House|Mansion|Court|Garden)),\\s?)*(?:No\\.?\\s?)?\\d{1,6}[A-Z]?,?\\s(?:${cap}\\s){1,4}(?:${street})\\b\\.?${flat}${rest}`,
    'g',
  ),
  new RegExp(
    `(?<![\\w.,$¥])\\d{1,6}\\s(?:${cap}\\s){1,4}(?:Apt|Apartment|Suite|Unit|Flat)\\.?\\s\\d{1,5}${rest}`,
    'g',
  ),
  new RegExp(
    `(?<=\\b(?:live|lives|lived|living|address is|address:|moved|home is|house is|house|flat)\\s(?:at|to|from|out of)?\\s?)\\d{1,6}[A-Z]?\\s(?:${cap})(?:\\s${cap}){0,3}${flat}${rest}`,
    'g',
  ),
  /(?<![A-Za-z\d])(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|P\.?O\.? Box \d+)(?![A-Za-z\d])/g,
]
