import { matchAt } from '../../text/match.js'
import type { Source, Span } from '../../types.js'
import { charSet } from '../chars.js'
import type { Numeral } from '../figure/numeral.js'
import { closesRange, passConnector, passFrom } from '../figure/range.js'
import { isLabel } from '../figure/scan.js'

/** A length of time before its bound is read. */
export interface Duration extends Span {
  value: string
  /** The shorter end of a range. */
  low?: string
  workdays: boolean
  vague: Span | undefined
  /** How many numerals it is made of. */
  taken: number
}

/** What makes a length of time of a numeral; the group names what it counts. */
const UNIT = new RegExp(
  [
    '\\s{0,2}(?:',
    '(?<years>周年(?=以?内|以[上下]|之?后|的)|个(?:完整|会计|自然|纳税|财政|预算)?年度|年(?![级龄轻代间底初末度产均生薪货糕画味会检审报刊]))(?<half>半(?!年))?',
    '|(?<months>个(?:自然)?(?<some>[多余])?(?<halfMonth>半)?月)',
    '|(?<quarters>个季度)',
    '|(?<weeks>个?星期(?![一二三四五六日天])|个?周(?![岁年边围期末转密全报刊恩知易长口一二三四五六日游]))',
    '|(?<workdays>个?\\s?工作日)',
    '|(?<days>个?(?:自然日|日历日|日历天)|天(?![然津河气地使空山文台府心猫水门桥长祝水]))',
    '|(?<dates>日(?![期常报语程均益趋历]))',
    '|(?<hours>个?小时)',
    '|(?<minutes>分钟)',
    ')',
  ].join(''),
  'y',
)
/** How a unit begins. */
const isUnitFirst = charSet(' \t\n\r年个周星工天日小分')
/** 每一年, 上一年, 两个一百年, 新的一年: no length. */
const NO_LENGTH_BEFORE = /[每这那同某上下个]$/
/** 20日 is a length, and no day of a month, beside these. */
const LENGTH_BEFORE = /(?:期|期限|时间|时限)(?:一般)?[为是：:]?$|(?:不[少多]于|不超过|不得少于|至少|提前|满|起)$/
const LENGTH_BEHIND = /^(?:以?内|之内|以[上下])/
/** 一年一度, 一年四季, 一天到晚. */
const FIXED_BEHIND = /\s?(?:[一二三四两]度|四季|到头|之计|到晚|一[次度届轮遇签检评审]|左邻)/y
const LONGEST_YEARS = 150

/** Half a year without a numeral. */
const HALF_YEAR = /半年(?![度报刊])/g

interface Measured {
  end: number
  value: string
  /** What the unit is, to tell a range of one unit. */
  unit: string
  /** 9个多月. */
  vague: Span | undefined
}

/** Lengths of time; sorted by start. */
export function findDurations(source: Source, numerals: readonly Numeral[]): Duration[] {
  const durations: Duration[] = []
  for (let i = 0; i < numerals.length; i++) {
    const found = readDuration(source, numerals[i]!, numerals[i + 1])
    if (!found) continue
    durations.push(found)
    i += found.taken - 1
  }
  const halves = [...source.folded.matchAll(HALF_YEAR)].filter(({ index }) => !/[上下每前后两个\d年]/.test(source.folded.charAt(index - 1)))
  for (const { index } of halves)
    durations.push({ start: index, end: index + 2, value: 'P6M', workdays: false, vague: undefined, taken: 0 })
  return durations.sort((a, b) => a.start - b.start)
}

function readDuration(source: Source, numeral: Numeral, next: Numeral | undefined): Duration | undefined {
  const { folded } = source
  const { start, end, vague } = numeral
  if (numeral.bare || isLabel(source, numeral) || isOther(folded, numeral)) return undefined
  const own = lengthAt(folded, numeral)
  const firstEnd = own?.end ?? end
  const isLinked = next?.start === passConnector(folded, firstEnd)
  const mayLink = isLinked || next?.start === passFrom(folded, firstEnd)
  const other = mayLink && next && !next.bare ? lengthAt(folded, next) : undefined
  if (other && next && (isLinked || closesRange(folded, other.end)) && (!own || own.unit === other.unit) && numeral.value < next.value) {
    const low = own?.value ?? written(numeral.value, other.unit, false)
    return { start, end: other.end, value: other.value, low, workdays: other.unit === 'workdays', vague: undefined, taken: 2 }
  }
  if (!own || matchAt(FIXED_BEHIND, folded, own.end)) return undefined
  return { start, end: own.end, value: own.value, workdays: own.unit === 'workdays', vague: vague ?? own.vague, taken: 1 }
}

const isOther = (folded: string, { start, end }: Numeral): boolean => {
  const before = folded.slice(Math.max(0, start - 1), start)
  return NO_LENGTH_BEFORE.test(before) || (before === '的' && folded.slice(start, end) === '一')
}

function lengthAt(folded: string, { value, start, end }: Numeral): Measured | undefined {
  const found = isUnitFirst(folded.charCodeAt(end)) ? matchAt(UNIT, folded, end) : null
  if (!found) return undefined
  const { half, halfMonth, some, ...units } = found.groups!
  const unit = Object.keys(units).find(each => units[each] !== undefined)!
  // 2024年 is a date
  if (unit === 'years' && value > LONGEST_YEARS) return undefined
  if (
    unit === 'dates' &&
    !LENGTH_BEHIND.test(folded.slice(UNIT.lastIndex, UNIT.lastIndex + 2)) &&
    !LENGTH_BEFORE.test(folded.slice(Math.max(0, start - 5), start))
  )
    return undefined
  const vague = some ? { start: end + found[0].indexOf(some), end: end + found[0].indexOf(some) + 1 } : undefined
  return { end: end + found[0].length, value: written(value, unit, Boolean(half ?? halfMonth)), unit, vague }
}

const FORMS: Record<string, (value: number) => string> = {
  years: value => `P${value}Y`,
  months: value => `P${value}M`,
  quarters: value => `P${value * 3}M`,
  weeks: value => `P${value}W`,
  workdays: value => `P${value}D`,
  days: value => `P${value}D`,
  dates: value => `P${value}D`,
  hours: value => `PT${value}H`,
  minutes: value => `PT${value}M`,
}

/** A year and a half is P1Y6M, a month and a half P1.5M. */
function written(value: number, unit: string, half: boolean): string {
  if (!half) return FORMS[unit]!(value)
  return unit === 'years' ? `P${value}Y6M` : FORMS[unit]!(value + 0.5)
}
