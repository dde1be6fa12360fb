import { type Numeral, product } from './numeral.js'

/** What links the ends of a range: 10至20, 10—20, 30个以上至50个. */
const CONNECTOR = /\s?(?:(?:以上)?(?:至|到)|[-—–~―−〜－～]{1,2})\s?/y
const CONNECTS = ' \t\n以至到-—–~―−〜－～'

/** Where the second end of a range begins behind a first one that ends at `at`; -1 where nothing links. */
export function passConnector(folded: string, at: number): number {
  if (!CONNECTS.includes(folded.charAt(at))) return -1
  CONNECTOR.lastIndex = at
  return CONNECTOR.test(folded) ? CONNECTOR.lastIndex : -1
}

/** 10万元以上50万元以下: the words behind the first end, and those that must then stand behind the second. */
const FROM = /(?:[（(]不?包?含[^（）()\d]{0,4}[）)])?以上\s?/y
const UP_TO = /(?:\/[\u4e00-\u9fff]{1,3})?(?:[（(]不?包?含[^（）()\d]{0,4}[）)])?\s?以[下内]/y
const OPENS_FROM = '以（('

/** Where the second end begins of a range that is fenced by 以上 and 以下, behind a first end that ends at `at`; -1 where 以上 does not stand there. */
export function passFrom(folded: string, at: number): number {
  if (!OPENS_FROM.includes(folded.charAt(at))) return -1
  FROM.lastIndex = at
  return FROM.test(folded) ? FROM.lastIndex : -1
}

/** Whether 以下 closes a range behind its second end, which ends at `at`. */
export function closesRange(folded: string, at: number): boolean {
  UP_TO.lastIndex = at
  return UP_TO.test(folded)
}

/** 10-20万: the lower end takes the big unit of the higher one, unless it would overtake it. */
export function lowerEnd(low: Numeral, high: Numeral): number {
  const scaled = product(low.value, high.scale)
  return low.scale === 1 && scaled <= high.value ? scaled : low.value
}
