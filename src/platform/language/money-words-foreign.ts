/** Currencies that are neither the bank's own nor common in its messages, by name, with their ISO codes. */
export const foreignCurrencies: [string, string][] = [
  ['泰铢|铢|thb\\b|bahts?\\b|฿', 'THB'],
  ['韩元|韩币|韩圆|krw\\b|(?:korean )?won\\b', 'KRW'],
  ['越南盾|越盾|vnd\\b|dongs?\\b', 'VND'],
  ['印尼盾|印尼卢比|idr\\b|rupiahs?\\b', 'IDR'],
  ['林吉特|令吉|马币|马来西亚币|myr\\b|ringgits?\\b', 'MYR'],
  ['菲律宾比索|比索|php\\b|pesos?\\b', 'PHP'],
  ['瑞士法郎|瑞郎|chf\\b|swiss francs?\\b', 'CHF'],
  ['澳门元|澳门币|葡币|mop\\b|patacas?\\b', 'MOP'],
  ['印度卢比|卢比|inr\\b|rupees?\\b', 'INR'],
  ['俄罗斯卢布|卢布|rub\\b|rubles?\\b|roubles?\\b', 'RUB'],
  ['迪拉姆|aed\\b|dirhams?\\b', 'AED'],
  ['新西兰元|纽币|nzd\\b', 'NZD'],
  ['瑞典克朗|sek\\b', 'SEK'],
  ['丹麦克朗|dkk\\b', 'DKK'],
  ['土耳其里拉|里拉|liras?\\b', 'TRY'],
]

/** How those currencies are written before a sum; `rm` and `rp` only right at the digits or one space away. */
export const foreignPrefixes: [string, string][] = [
  ['(?<![a-z])thb|฿', 'THB'],
  ['(?<![a-z])krw|₩', 'KRW'],
  ['(?<![a-z])vnd|₫', 'VND'],
  ['(?<![a-z])(?:idr|rp)', 'IDR'],
  ['(?<![a-z])(?:myr|rm)', 'MYR'],
  ['(?<![a-z])php|₱', 'PHP'],
  ['(?<![a-z])chf', 'CHF'],
  ['(?<![a-z])mop\\$?', 'MOP'],
  ['(?<![a-z])inr|₹', 'INR'],
  ['(?<![a-z])rub|₽', 'RUB'],
  ['(?<![a-z])aed', 'AED'],
  ['(?<![a-z])(?:nzd|nz\\$)', 'NZD'],
  ['(?<![a-z])sek', 'SEK'],
  ['(?<![a-z])dkk', 'DKK'],
  ['₺', 'TRY'],
]
