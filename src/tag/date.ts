import { matchAt } from '../text/match.js'
import type { DateEntity, Source, Span } from '../types.js'
import { isoOf } from './calendar/moment.js'
import type { CalendarMention } from './calendar/scan.js'
import { entityBase } from './figure/bound.js'

const BEFORE: [DateEntity['bound'], RegExp][] = [
  ['max', /(?:不[晚迟]于|最[迟晚]|截至|截止到?|(?<![达得])到|(?<![甚以])至)$/],
  ['min', /(?<![来源出])(?:自|从)$/],
]
/** 2025年12月1日（含当日）前. */
const NOTE = '(?:[（(][^（）()]{1,16}[）)])?'
const BEHIND: [DateEntity['bound'], RegExp][] = [
  ['max', new RegExp(`${NOTE}\\s?(?:以前|之前|前(?![三两\\d后往期述款列沿置瞻景进一来]|提(?![出交供请报高前升]))|为?止)`, 'y')],
  ['min', new RegExp(`${NOTE}\\s?(?:起(?![草步来诉动点飞源降止重])|以后|之后|后(?![续备勤期补者台方端疫])|以来|开始)`, 'y')],
  ['about', /\s?(?:前后|左右)/y],
]
const WORD = /[^\s（）()]+$/
const REACH = 4

/** Days, months and years, in the order given. */
export function recognizeDates(source: Source, mentions: readonly CalendarMention[]): DateEntity[] {
  return mentions
    .filter(({ until }) => until === undefined)
    .map(mention => {
      const { from, certainty, relative } = mention
      const value = isoOf(from)
      return {
        ...entityBase('date', source, mention),
        ...(value && { value }),
        ...boundOf(source, mention),
        ...(relative && { relative }),
        rule: relative ? 'relative-date' : 'date',
        certainty,
      }
    })
}

/** 到2027年底, 2027年底前: the last day; 自2025年1月1日起: the first. What stands behind the date goes first. */
function boundOf({ folded }: Source, { start, end }: Span): Pick<DateEntity, 'bound' | 'cue'> {
  for (const [bound, pattern] of BEHIND) {
    const found = matchAt(pattern, folded, end)
    if (found) return { bound, cue: { start: pattern.lastIndex - WORD.exec(found[0])![0].length, end: pattern.lastIndex } }
  }
  const before = folded.slice(Math.max(0, start - REACH), start)
  for (const [bound, pattern] of BEFORE) {
    const found = pattern.exec(before)
    if (found) return { bound, cue: { start: start - found[0].length, end: start } }
  }
  return { bound: 'exact' }
}
