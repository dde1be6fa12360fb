import type { Lexicon } from '../lexicon/lexicon.js'
import type { PeriodEntity, Source } from '../types.js'
import { isoOf } from './calendar/moment.js'
import type { CalendarMention } from './calendar/scan.js'
import { entityBase } from './figure/bound.js'
import { type Limit, limitBefore, limitBehind } from './figure/limit.js'
import type { Numeral } from './figure/numeral.js'
import { type Duration, findDurations } from './period/duration.js'
import { findPlans } from './period/plans.js'
import { findRecurrences } from './period/recurring.js'
import { SpanCursor } from './spans.js'

const REACH = 22
/** 近三年 and 最近一年 are whole years. */
const RECENT = /近$/

/** Intervals, lengths of time and what comes again, by kind. */
export function recognizePeriods(
  source: Source,
  mentions: readonly CalendarMention[],
  numerals: readonly Numeral[],
  lexicon: Lexicon,
): PeriodEntity[] {
  const plans = findPlans(source, numerals, lexicon).map(({ value, ...span }) => ({
    ...entityBase('period', source, span),
    kind: 'interval' as const,
    value,
    bound: 'exact' as const,
    rule: 'five-year-plan',
    certainty: 'read' as const,
  }))
  const recurring = findRecurrences(source).map(({ value, ...span }) => ({
    ...entityBase('period', source, span),
    kind: 'recurring' as const,
    value,
    bound: 'exact' as const,
    rule: 'recurring',
    certainty: 'read' as const,
  }))
  // 10日 of 5月10日内 is a day
  const inCalendar = new SpanCursor(mentions)
  return [
    ...plans,
    ...mentions.flatMap(mention => interval(source, mention)),
    ...findDurations(source, numerals)
      .filter(found => !inCalendar.overlapping(found))
      .map(found => duration(source, found)),
    ...recurring,
  ]
}

function interval(source: Source, mention: CalendarMention): PeriodEntity[] {
  const { from, until, certainty, relative, rule } = mention
  if (!until) return []
  const ends = [isoOf(from), isoOf(until)]
  return [
    {
      ...entityBase('period', source, mention),
      kind: 'interval',
      ...(ends.every(end => end !== undefined) && { value: ends.join('/') }),
      bound: 'exact',
      ...(relative && { relative }),
      rule,
      certainty,
    },
  ]
}

function duration(source: Source, found: Duration): PeriodEntity {
  const { value, low, workdays } = found
  const { bound, cue } = limitOf(source, found)
  return {
    ...entityBase('period', source, found),
    kind: 'duration',
    value,
    bound: low === undefined ? bound : 'range',
    ...(low !== undefined && { low }),
    ...(workdays && { workdays }),
    ...(cue && { cue }),
    rule: 'duration',
    certainty: 'read',
  }
}

function limitOf({ folded }: Source, { start, end, vague }: Duration): Limit {
  const before = folded.slice(Math.max(0, start - REACH), start)
  const limit = limitBehind(folded, end) ?? (RECENT.test(before) ? undefined : limitBefore(before, start))
  return limit ?? (vague ? { bound: 'about', cue: vague } : { bound: 'exact' })
}
