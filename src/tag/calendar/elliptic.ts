import { matchAt } from '../../text/match.js'
import { parseInteger } from '../../text/numerals.js'
import { isMoment, type Moment } from './moment.js'
import { DAY, MONTH, readYear, YEAR } from './point.js'

const LINK = '\\s?(?:至|到|[-—–~―−〜－～]{1,2})\\s?'
const OF_YEAR = `(?:(?<year>${YEAR})\\s?年\\s?)?`
/** 2026—2028年, （2024-2026）. */
const YEARS = new RegExp(
  `(?<from>${YEAR})${LINK}(?<until>${YEAR})(?:\\s?年(?:度(?!假))?|\\s?学年|(?=\\s?[）)]))(?!\\s?(?:\\d|[一二三四五六七八九十]{1,2}月))`,
  'y',
)
/** 2025年3—5月. */
const MONTHS = new RegExp(`${OF_YEAR}(?<from>${MONTH})${LINK}(?<until>${MONTH})\\s?月份?(?!\\s?\\d)`, 'y')
/** 3月1—15日. */
const DAYS = new RegExp(`${OF_YEAR}(?<month>${MONTH})\\s?月\\s?(?<from>${DAY})${LINK}(?<until>${DAY})\\s?[日号]`, 'y')

export interface Interval {
  end: number
  from: Moment
  until: Moment
}

/** An interval whose first end leaves its unit to the second. */
export function readElliptic(folded: string, at: number): Interval | undefined {
  const years = matchAt(YEARS, folded, at)
  if (years) {
    const { from, until } = years.groups!
    return inOrder(at + years[0].length, { year: readYear(from!) }, { year: readYear(until!) })
  }
  const found = matchAt(DAYS, folded, at) ?? matchAt(MONTHS, folded, at)
  if (!found) return undefined
  const { year, month, from, until } = found.groups!
  const shared: Moment = { ...(year && { year: readYear(year) }), ...(month && { month: parseInteger(month)! }) }
  const unit = month ? 'day' : 'month'
  return inOrder(at + found[0].length, { ...shared, [unit]: parseInteger(from!) }, { ...shared, [unit]: parseInteger(until!) })
}

function inOrder(end: number, from: Moment, until: Moment): Interval | undefined {
  const isForward =
    ((until.year ?? 0) - (from.year ?? 0)) * 372 + ((until.month ?? 0) - (from.month ?? 0)) * 31 + (until.day ?? 0) - (from.day ?? 0) > 0
  return isForward && isMoment(from) && isMoment(until) ? { end, from, until } : undefined
}
