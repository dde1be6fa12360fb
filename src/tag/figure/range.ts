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

/** 10-20万: the lower end takes the big unit of the higher one, unless it would overtake it. */
export function lowerEnd(low: Numeral, high: Numeral): number {
  const scaled = product(low.value, high.scale)
  return low.scale === 1 && scaled <= high.value ? scaled : low.value
}
