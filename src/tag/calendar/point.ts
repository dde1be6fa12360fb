import { matchAt } from '../../text/match.js'
import { parseInteger } from '../../text/numerals.js'
import type { Span } from '../../types.js'
import { isMoment, lastDayOf, type Moment } from './moment.js'

/** A moment as a text names it, or a part of a year. */
export interface Point extends Span {
  from: Moment
  /** Where it is a stretch: 上半年, 第三季度. */
  until?: Moment
  /** 今年, 去年, 本月: years or months to add to those of the article's date. */
  relative?: { years: number } | { months: number }
}

export const YEAR = '(?:19|20)\\d\\d|[一二][〇○零ΟOО0九][〇○零ΟOО0一二三四五六七八九]{2}'
export const MONTH = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]'
export const DAY = '3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]'
const B = '\\s{0,2}'
const IN_MONTH = `${B}月份?(?:${B}(?<day>${DAY})${B}[日号](?![线楼机院店馆]))?`
const DATE = new RegExp(
  `(?:(?<year>${YEAR})${B}年(?:度(?!假))?|(?<relative>今年|去年|明年|本年度?)(?![轻龄均级画会产]))(?:${B}(?<month>${MONTH})${IN_MONTH})?`,
  'y',
)
const MONTH_DAY = new RegExp(`(?<month>${MONTH})${IN_MONTH}(?<!月(?=[龄薪嫂饼租供子均球牙光刊度活内一二三四五六七八九十]|以[内上下]))`, 'y')
const THIS_MONTH = new RegExp(`(?<relative>[本上下])月(?:${B}(?<day>${DAY})${B}[日号])?(?![薪租供均度球])`, 'y')
const NUMERIC = new RegExp(`(?<year>(?:19|20)\\d\\d)(?<sign>[-./])(?<month>${MONTH})\\k<sign>(?<day>${DAY})(?![\\d./-])`, 'y')

/** 年底, 年末, 年初, 上半年, 第三季度, 前三季度 behind a year. */
const YEAR_PART =
  /\s{0,2}(?:年?(?:(?<end>底|末)(?![线数层部盘座端梢期位])|(?<early>初)(?![步级审中始次创衷期心评选设]))|的?(?<half>[上下])半年|的?第?(?<quarter>[一二三四1-4])季度|前(?<quarters>[二三两23])个?季度)/y
const MONTH_PART = /\s{0,2}(?:(?<end>底|末)(?![线数层部盘座端])|(?<early>初)(?![步级审中始次创衷期心评选设])|[上中下]旬)/y
/** Of a year that the text around names. */
const LONE_PART = /(?<half>[上下])半年|第(?<quarter>[一二三四1-4])季度|(?<quarter2>[一二三四])季度(?!末)|前(?<quarters>[三3])季度/y

const YEARS: Record<string, number> = { 今: 0, 本: 0, 去: -1, 明: 1 }
const MONTHS: Record<string, number> = { 本: 0, 上: -1, 下: 1 }

/** 2024, 二〇二四. */
export const readYear = (written: string): number =>
  /^\d/.test(written) ? Number(written) : Number([...written].map(digit => parseInteger(digit) ?? 0).join(''))

type Groups = Record<string, string | undefined>
const numberOf = (written: string | undefined): number | undefined => (written === undefined ? undefined : parseInteger(written))

/** The moment that begins at `at`. */
export function readPoint(folded: string, at: number): Point | undefined {
  const moment = matchAt(NUMERIC, folded, at) ?? matchAt(DATE, folded, at) ?? matchAt(MONTH_DAY, folded, at)
  if (moment) return pointOf(folded, at, at + moment[0].length, moment.groups!)
  const month = matchAt(THIS_MONTH, folded, at)
  if (month) {
    const { relative, day } = month.groups as Groups
    const end = at + month[0].length
    return { start: at, end, from: numberOf(day) ? { day: numberOf(day)! } : {}, relative: { months: MONTHS[relative!]! } }
  }
  const part = matchAt(LONE_PART, folded, at)
  return part ? { start: at, end: at + part[0].length, ...partOf(part.groups as Groups) } : undefined
}

function pointOf(folded: string, start: number, end: number, { year, month, day, relative }: Groups): Point | undefined {
  const from: Moment = {}
  if (year !== undefined) from.year = readYear(year)
  if (month !== undefined) from.month = numberOf(month)!
  if (day !== undefined) from.day = numberOf(day)!
  if (!isMoment(from)) return undefined
  const point: Point = { start, end, from, ...(relative && { relative: { years: YEARS[relative[0]!]! } }) }
  return day === undefined ? withPart(folded, point) : point
}

/** Takes 底, 初, 上半年 and the like to a year or a month. */
function withPart(folded: string, point: Point): Point {
  const { from } = point
  const found = matchAt(from.month === undefined ? YEAR_PART : MONTH_PART, folded, point.end)
  if (!found) return point
  const end = point.end + found[0].length
  const { end: last, early, half, quarter, quarters } = found.groups as Groups
  if (half || quarter || quarters) {
    const part = partOf({ half, quarter, quarters })
    return { ...point, end, from: { ...from, ...part.from }, until: { ...from, ...part.until } }
  }
  if (from.month === undefined) return { ...point, end, from: { ...from, ...(last && { month: 12, day: 31 }), ...(early && { month: 1 }) } }
  return { ...point, end, from: last ? { ...from, day: lastDayOf(from.year, from.month) } : from }
}

/** Months of a half or of quarters. */
function partOf({ half, quarter, quarter2, quarters }: Groups): { from: Moment; until: Moment } {
  if (half) return half === '上' ? { from: { month: 1 }, until: { month: 6 } } : { from: { month: 7 }, until: { month: 12 } }
  if (quarters) return { from: { month: 1 }, until: { month: 3 * numberOf(quarters)! } }
  const index = numberOf(quarter ?? quarter2)!
  return { from: { month: 3 * index - 2 }, until: { month: 3 * index } }
}
