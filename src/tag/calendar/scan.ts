import { lastAtOrBefore } from '../../span.js'
import { matchAt } from '../../text/match.js'
import { parseInteger } from '../../text/numerals.js'
import type { Article, Certainty, Source, Span } from '../../types.js'
import { charSet, pairSet } from '../chars.js'
import { passBlanks } from '../figure/numeral.js'
import { readElliptic } from './elliptic.js'
import type { Moment } from './moment.js'
import { DAY, type Point, readPoint } from './point.js'

/** A date, or with `until` an interval, and the year that it is of. */
export interface CalendarMention extends Span {
  from: Moment
  until?: Moment
  certainty: Certainty
  relative?: true
  /** 2024年3月, or with the year left to the text around. */
  rule: 'date' | 'interval' | 'part-of-year'
}

/** Words that begin a date, by what follows their first character. */
const isWord = pairSet({ 今: '年', 去: '年', 明: '年', 本: '年月', 上: '半月', 下: '半月', 第: '一二三四1234', 前: '三3' })
const isFirst = charSet('0123456789〇零一二三四五六七八九十今去明本上下第前')
/** What can stand behind the first numeral of a date. */
const isBehindFirst = charSet('年月季-./至到—–~―−〜－～')
const LONGEST_NUMERAL = 4
const isNumeral = charSet('0123456789〇○零ΟOО一二三四五六七八九十百千两')
const LINK = /(?:\s?(?:上午|下午)?\d{1,2}[:：]\d\d)?\s?(?:起|以来|开始)?\s?(?:至|到|[-—–~―−〜－～]{1,2})\s?/y
const DAY_ALONE = new RegExp(`(?<day>${DAY})\\s?[日号](?![线楼])`, 'y')
const AND = /[、和及]/y
/** Characters before a word that make another one: 如今, 过去, 说明, 以上月. */
const OTHER_WORD = /[如当]今|过去|[说证文声]明|[以之及]上|[以之及]下|[年月日根基原成样版]本|[之以目当此]前/
/** How far a year reaches over dates that name none. */
const REACH = 120

/** The year that was named last. */
interface Known {
  year?: number
  end: number
}

/** The dates and intervals of a text by start; years that it leaves out are taken from before or from the date of the article. One pass. */
export function scanCalendar(source: Source, articles: readonly Article[]): CalendarMention[] {
  const { folded, codes } = source
  const mentions: CalendarMention[] = []
  const known: Known = { end: 0 }
  for (let i = 0; i < codes.length; i++) {
    if (!isFirst(codes[i]!) || !mayBegin(codes, folded, i)) continue
    const found = readInterval(folded, i)
    if (!found) continue
    const mention = settle(folded, found, known, articles[lastAtOrBefore(articles, i)]?.date)
    mentions.push(mention)
    if (mention.rule === 'date') addDays(folded, mentions, mention)
    i = mentions.at(-1)!.end - 1
  }
  return mentions
}

/** 8月25日、26日: days that leave the month to the one before. */
function addDays(folded: string, mentions: CalendarMention[], first: CalendarMention): void {
  if (first.from.day === undefined) return
  for (let link = matchAt(AND, folded, first.end); link; link = matchAt(AND, folded, mentions.at(-1)!.end)) {
    const start = AND.lastIndex
    const found = matchAt(DAY_ALONE, folded, start)
    if (!found) return
    mentions.push({ ...first, start, end: start + found[0].length, from: { ...first.from, day: parseInteger(found.groups!.day!)! } })
  }
}

/** Not inside a number, a code or another word. */
function mayBegin(codes: Uint16Array, folded: string, at: number): boolean {
  if (!isNumeral(codes[at]!)) return isWord(codes[at]!, codes[at + 1] ?? 0) && (at === 0 || !OTHER_WORD.test(folded.slice(at - 1, at + 1)))
  let end = at + 1
  while (end <= at + LONGEST_NUMERAL && isNumeral(codes[end] ?? 0)) end++
  if (!isBehindFirst(codes[passBlanks(codes, end)] ?? 0)) return false
  return at === 0 || (!isNumeral(codes[at - 1]!) && !/[A-Za-z]/.test(folded[at - 1]!))
}

type Found = Point & { rule: CalendarMention['rule'] }

function readInterval(folded: string, at: number): Found | undefined {
  const elliptic = readElliptic(folded, at)
  if (elliptic) return { start: at, ...elliptic, rule: 'interval' }
  const first = readPoint(folded, at)
  if (!first) return undefined
  if (first.until) return { ...first, rule: 'part-of-year' }
  const link = matchAt(LINK, folded, first.end)
  const second = link && readSecond(folded, first, LINK.lastIndex)
  return second ? { ...first, ...second, rule: 'interval' } : { ...first, rule: 'date' }
}

/** The end of an interval, which leaves to its beginning what both share: 3月1日至15日. */
function readSecond(folded: string, { from, relative }: Point, at: number): { end: number; until: Moment } | undefined {
  const day = from.day === undefined ? null : matchAt(DAY_ALONE, folded, at)
  if (day) return { end: DAY_ALONE.lastIndex, until: { ...from, day: parseInteger(day.groups!.day!)! } }
  const second = readPoint(folded, at)
  if (!second || second.relative || (relative && second.from.year !== undefined)) return undefined
  const until = second.until ?? second.from
  if (until.year !== undefined && from.year === undefined) return undefined
  const shared = until.year === undefined && from.year !== undefined ? { year: from.year } : {}
  return { end: second.end, until: { ...shared, ...until } }
}

/** Supplies the year, and notes one that is named. */
function settle(folded: string, found: Found, known: Known, date: string | undefined): CalendarMention {
  const { start, end, from, until, relative, rule } = found
  const mention = { start, end, rule }
  if (from.year !== undefined) {
    known.year = until?.year ?? from.year
    known.end = end
    return { ...mention, from, ...(until && { until }), certainty: 'read' }
  }
  if (relative) {
    const base = date === undefined ? {} : shift(date, relative)
    // Without a date nothing is known, not even in which year a month is meant
    if (base.year === undefined) return { ...mention, from: {}, ...(until && { until: {} }), certainty: 'inferred', relative: true }
    return { ...mention, from: { ...base, ...from }, ...(until && { until: { ...base, ...until } }), certainty: 'inferred', relative: true }
  }
  const year = folded.endsWith('每年', start) ? undefined : (nearYear(folded, known, start) ?? (date && Number(date.slice(0, 4))))
  if (!year) return { ...mention, from, ...(until && { until }), certainty: 'read' }
  return { ...mention, from: { year, ...from }, ...(until && { until: { year, ...until } }), certainty: 'inferred' }
}

/** The year named before in the same paragraph. */
const nearYear = (folded: string, { year, end }: Known, start: number): number | undefined =>
  start - end <= REACH && !folded.slice(end, start).includes('\n') ? year : undefined

/** A date of an article moved by years or months. */
function shift(date: string, by: NonNullable<Point['relative']>): Moment {
  const [year, month] = date.split('-').map(Number) as [number, number?]
  if ('years' in by) return { year: year + by.years }
  if (month === undefined) return {}
  const months = year * 12 + month - 1 + by.months
  return { year: Math.floor(months / 12), month: (months % 12) + 1 }
}
