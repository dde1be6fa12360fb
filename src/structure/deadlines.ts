import type { Deadline } from '../types/structure.js'
import type { Source } from '../types.js'
import { charSet, isBlank, isBreak, isDigit, TAB } from './chars.js'

/** 到2027年, 至2027年. */
export const TO = charSet('到至')
const LABELLED = charSet('：:')
const DATE = /((?:19|20)\d\d)\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?\s?([底末])?(?:之前|以前|前)?/y
/** What a range goes on with behind its first day: 2025年4月28日至5月10日. */
const RANGE = /起?[至到—–~～-]{1,2}\s?(?:((?:19|20)\d\d)\s?年)?(?:(\d{1,2})\s?月)?(?:(\d{1,2})\s?日)?([底末])?(?:之前|以前|前|止)?/y
/** Behind a day that begins something: 2025年1月1日起. */
const BEGINS = charSet('起后以')
const BEFORE = '前'.charCodeAt(0)

/** By when, where the year before 年 at `at` is the end of a term: 2025年6月底前, 到2027年, 完成时限：2025年12月. */
export function readDeadline({ codes, folded }: Source, at: number, end: number): Deadline | undefined {
  const start = at - 4
  if (!TO.has(codes[start - 1]) && !LABELLED.has(codes[start - 1]) && !isBlank(codes[start - 1]) && !hasBefore(codes, at, end))
    return undefined
  DATE.lastIndex = start
  const match = DATE.exec(folded)
  if (!match) return undefined
  const [, year, month, day, atEnd] = readRange(folded, match, end) ?? match
  const stop = Math.min(end, Math.max(DATE.lastIndex, RANGE.lastIndex))
  let before = start - 1
  while (isBlank(codes[before])) before--
  const cell = codes[start - 1] === TAB && (stop === end || codes[stop] === TAB || isBreak(codes[stop]))
  const ends = cell || codes[stop - 1] === BEFORE || TO.has(codes[before]) || LABELLED.has(codes[before])
  return ends && !isDigit(codes[stop]) && !BEGINS.has(codes[stop])
    ? { start, end: stop, date: lastDay(year!, month, day, atEnd !== undefined) }
    : undefined
}

/** The last day of a range whose first is given, which fills in the year and the month that are not said again. */
function readRange(folded: string, [, year, month]: RegExpExecArray, end: number): (string | undefined)[] | undefined {
  RANGE.lastIndex = DATE.lastIndex
  const match = RANGE.exec(folded)
  if (!match || RANGE.lastIndex > end || !(match[1] ?? match[2] ?? match[3])) {
    RANGE.lastIndex = 0
    return undefined
  }
  return [match[0], match[1] ?? year, match[2] ?? (match[1] ? undefined : month), match[3], match[4]]
}

/** Longest rest of a date: 12月31日之前. */
const REST = 10

function hasBefore(codes: Uint16Array, at: number, end: number): boolean {
  const limit = Math.min(end, at + REST)
  for (let i = at + 1; i < limit; i++) if (codes[i] === BEFORE) return true
  return false
}

const pad = (text: string): string => text.padStart(2, '0')

/** 2025年6月底 → 2025-06-30, as precise as it is written. */
function lastDay(year: string, month: string | undefined, day: string | undefined, atEnd: boolean): string {
  if (day !== undefined) return `${year}-${pad(month!)}-${pad(day)}`
  if (!atEnd) return month === undefined ? year : `${year}-${pad(month)}`
  const last = month === undefined ? 31 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${pad(month ?? '12')}-${last}`
}
