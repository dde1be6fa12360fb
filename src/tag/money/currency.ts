/** Names and signs of currencies, folded; codes by ISO 4217. */

/** What may follow a numeral. */
const UNITS: Record<string, string> = {
  元: 'CNY',
  圆: 'CNY',
  圓: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
  CNY: 'CNY',
  yuan: 'CNY',
  美元: 'USD',
  美金: 'USD',
  USD: 'USD',
  欧元: 'EUR',
  EUR: 'EUR',
  英镑: 'GBP',
  GBP: 'GBP',
  日元: 'JPY',
  日圆: 'JPY',
  日币: 'JPY',
  JPY: 'JPY',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  HKD: 'HKD',
  澳门元: 'MOP',
  澳门币: 'MOP',
  MOP: 'MOP',
  新台币: 'TWD',
  台币: 'TWD',
  韩元: 'KRW',
  韩币: 'KRW',
  澳元: 'AUD',
  澳大利亚元: 'AUD',
  加元: 'CAD',
  加拿大元: 'CAD',
  新加坡元: 'SGD',
  新西兰元: 'NZD',
  瑞士法郎: 'CHF',
  卢布: 'RUB',
  卢比: 'INR',
  泰铢: 'THB',
  越南盾: 'VND',
  印尼盾: 'IDR',
  林吉特: 'MYR',
  菲律宾比索: 'PHP',
  坚戈: 'KZT',
  迪拉姆: 'AED',
  里亚尔: 'SAR',
  雷亚尔: 'BRL',
  兰特: 'ZAR',
  奈拉: 'NGN',
}

/** What may stand before a numeral. `$` alone is the United States dollar. */
const MARKS: Record<string, string> = { US$: 'USD', HK$: 'HKD', $: 'USD', '¥': 'CNY', '￥': 'CNY', '€': 'EUR', '£': 'GBP' }

/** Names that also stand before the numeral: 人民币50万元, RMB 50 million. */
const LEADING = ['人民币', 'RMB', 'CNY', '美元', 'USD', '欧元', 'EUR', '港币', '港幣', '港元', 'HKD', 'JPY', 'GBP', 'MOP']

export interface Named {
  name: string
  currency: string
}

const byLength = (a: Named, b: Named): number => b.name.length - a.name.length

/** Units by the code of their first character, longest first. */
export const UNITS_BY_FIRST = new Map<number, Named[]>()
for (const [name, currency] of Object.entries(UNITS)) {
  for (const form of new Set([name, name.toUpperCase()])) {
    const first = form.charCodeAt(0)
    UNITS_BY_FIRST.set(first, [...(UNITS_BY_FIRST.get(first) ?? []), { name: form, currency }].sort(byLength))
  }
}

/** Marks by the code of their last character, longest first. */
export const MARKS_BY_LAST = new Map<number, Named[]>()
const leading = LEADING.map(name => ({ name, currency: UNITS[name] as string }))
for (const mark of [...Object.entries(MARKS).map(([name, currency]) => ({ name, currency })), ...leading]) {
  const last = mark.name.charCodeAt(mark.name.length - 1)
  MARKS_BY_LAST.set(last, [...(MARKS_BY_LAST.get(last) ?? []), mark].sort(byLength))
}

/** A sign is written as part of the amount (US$1.2 million); a name before it is not, where 元 follows (人民币50万元). */
export const isSign = (name: string): boolean => name in MARKS
