import type { Deadline } from '../types/structure.js'
import type { Source } from '../types.js'
import { charSet, isBlank, isDigit } from './chars.js'

/** 到2027年, 至2027年. */
export const TO = charSet('到至')
const LABELLED = charSet('：:')
const DATE = /((?:19|20)\d\d)\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?\s?([底末])?(?:之前|以前|前)?/y
const BEFORE = '前'.charCodeAt(0)

/** By when, where the year before 年 at `at` is the end of a term: 2025年6月底前, 到2027年, 完成时限：2025年12月. */
export function readDeadline({ codes, folded }: Source, at: number, end: number): Deadline | undefined {
  const start = at - 4
  if (!TO.has(codes[start - 1]) && !LABELLED.has(codes[start - 1]) && !isBlank(codes[start - 1]) && !hasBefore(codes, at, end))
    return undefined
  DATE.lastIndex = start
  const match = DATE.exec(folded)
  if (!match) return undefined
  const stop = Math.min(end, start + match[0].length)
  let before = start - 1
  while (isBlank(codes[before])) before--
  const ends = codes[stop - 1] === BEFORE || TO.has(codes[before]) || LABELLED.has(codes[before])
  return ends && !isDigit(codes[stop])
    ? { start, end: stop, date: lastDay(match[1], match[2], match[3], match[4] !== undefined) }
    : undefined
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
