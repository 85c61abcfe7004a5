/** How money, dates and rates are written out: amounts in integer minor units of CNY, rates in basis points. */
type Language = 'zh-Hans' | 'en'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Digits of an amount in integer minor units, two decimals, thousands grouped: 1234567 -> 12,345.67. */
export function amountDigits(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${minor < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** An amount of CNY in integer minor units, with its unit, as a sentence says it. */
export function amountText(minor: number, language: Language): string {
  return language === 'en' ? `CNY ${amountDigits(minor)}` : `${amountDigits(minor)}元`
}

/** An ISO local date in words; the caller has checked that the date exists. */
export function dateText(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined)
    throw new RangeError(`not a date: ${iso}`)
  return language === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`
}

/** A rate in basis points (up to two decimals) as per cent, two decimals at least: 1825.5 -> 18.255%. */
export function rateText(bp: number): string {
  const tenThousandths = String(Math.round(bp * 100)).padStart(5, '0')
  const fraction = tenThousandths.slice(-4).replace(/0{1,2}$/, '')
  return `${tenThousandths.slice(0, -4)}.${fraction}%`
}
