import { matchAt } from '../text/match.js'
import type { PercentEntity, Source } from '../types.js'
import { Bounds, entityBase, type Figure } from './figure/bound.js'
import { type Numeral, product } from './figure/numeral.js'
import { closesRange, passConnector, passFrom } from './figure/range.js'

/** The word behind a numeral that makes a share of it. */
const UNIT =
  /\s{0,2}(?:(?<per>[%％‰‱])(?![\dA-Fa-f]{2})|\s{0,4}个?\s{0,2}(?<points>百\s{0,2}分\s{0,2}点|基点|BP(?![A-Za-z]))|(?<tenths>成)(?<half>半)?(?![为员立果本功效长熟套套分不型就交都品绩千人])|(?<fold>折)(?![旧算合价叠损射戟磨线纸]))/y
const FOLLOWS = new Set([...' %％‰‱个百基B成折\t'].map(character => character.charCodeAt(0)))
/** 百分之, 千分之: what stands between the whole and the part. */
export const PART_OF = /\s{0,2}分\s{0,2}之\s{0,2}/y
const PER: Record<string, number> = { '%': 1e-2, '％': 1e-2, '‰': 1e-3, '‱': 1e-4 }
/** 打对折 is half the price. */
const HALF_PRICE = /打对折/g

interface Unit {
  end: number
  factor: number
  extra: number
  points: boolean
  rule: string
}

interface Share extends Figure {
  points: boolean
}

/** Shares of one; sorted by start. */
export function recognizePercents(source: Source, numerals: readonly Numeral[]): PercentEntity[] {
  const bounds = new Bounds(source)
  return sharesIn(source, numerals).map(share => ({
    ...entityBase('percent', source, share),
    ...bounds.of(share),
    ...(share.points && { points: true as const }),
    rule: share.rule,
    certainty: share.certainty,
  }))
}

function sharesIn(source: Source, numerals: readonly Numeral[]): Share[] {
  const shares: Share[] = []
  for (let i = 0; i < numerals.length; i++) {
    const read = readPartOf(source, numerals, i) ?? readWithUnit(source, numerals, i)
    if (!read) continue
    shares.push(read.share)
    i += read.taken - 1
  }
  for (const { index } of source.folded.includes('打对折') ? source.folded.matchAll(HALF_PRICE) : []) {
    shares.push({ start: index + 1, end: index + 3, low: 0.5, high: 0.5, points: false, rule: 'discount', certainty: 'read' })
  }
  return shares.sort((a, b) => a.start - b.start)
}

interface Read {
  share: Share
  /** How many numerals it is made of. */
  taken: number
}

const POWER_OF_TEN = /^10{2,}$/

/** 百分之五, 千分之三至千分之五, 百分之五至十. */
function readPartOf(source: Source, numerals: readonly Numeral[], i: number): Read | undefined {
  const first = partAt(source, numerals, i)
  if (!first) return undefined
  const { folded } = source
  const { end } = first.part
  const next = numerals[i + 2]?.start
  const isLinked = next === passConnector(folded, end)
  const mayLink = isLinked || next === passFrom(folded, end)
  const second = mayLink ? (partAt(source, numerals, i + 2)?.part ?? numerals[i + 2]) : undefined
  const isRange = second !== undefined && second.value > first.part.value && (isLinked || closesRange(folded, second.end))
  const high = isRange ? second.value : (first.part.until ?? first.part.value)
  return {
    share: {
      ...signed(source, numerals[i]!.start, product(first.part.value, 1 / first.whole), product(high, 1 / first.whole)),
      end: isRange ? second.end : first.part.end,
      vague: first.part.vague,
      points: false,
      rule: 'part-of',
      certainty: 'read',
    },
    taken: !isRange ? 2 : second === numerals[i + 2] ? 3 : 4,
  }
}

function partAt({ folded }: Source, numerals: readonly Numeral[], i: number): { whole: number; part: Numeral } | undefined {
  const whole = numerals[i]
  const part = numerals[i + 1]
  if (!whole || !part || !POWER_OF_TEN.test(String(whole.value)) || part.start - whole.end > 8) return undefined
  return matchAt(PART_OF, folded, whole.end) && PART_OF.lastIndex === part.start ? { whole: whole.value, part } : undefined
}

/** 50%, 30—50%, 30%至50%, 三到五成. */
function readWithUnit(source: Source, numerals: readonly Numeral[], i: number): Read | undefined {
  const first = numerals[i]!
  const unit = unitAt(source, first)
  const { folded } = source
  const firstEnd = unit?.end ?? first.end
  const second = numerals[i + 1]
  const isLinked = second?.start === passConnector(folded, firstEnd)
  const mayLink = isLinked || second?.start === passFrom(folded, firstEnd)
  const secondUnit = second && mayLink ? unitAt(source, second) : undefined
  if (
    second &&
    secondUnit &&
    (isLinked || closesRange(folded, secondUnit.end)) &&
    (!unit || unit.rule === secondUnit.rule) &&
    shareOf(first, unit ?? secondUnit) < shareOf(second, secondUnit)
  ) {
    const ends = { low: shareOf(first, unit ?? secondUnit), high: shareOf(second, secondUnit) }
    const { points, rule } = secondUnit
    return { share: { start: first.start, end: secondUnit.end, ...ends, points, rule, certainty: 'read' }, taken: 2 }
  }
  if (!unit || first.bare) return undefined
  const low = shareOf(first, unit)
  const high = first.until === undefined ? low : shareOf({ ...first, value: first.until }, unit)
  const { end, points, rule } = unit
  return { share: { ...signed(source, first.start, low, high), end, vague: first.vague, points, rule, certainty: 'read' }, taken: 1 }
}

function unitAt({ folded, codes }: Source, numeral: Numeral): Unit | undefined {
  if (!FOLLOWS.has(codes[numeral.end]!)) return undefined
  const groups = matchAt(UNIT, folded, numeral.end)?.groups
  if (!groups) return undefined
  const { per, points, tenths, half } = groups
  const unit = { end: UNIT.lastIndex, extra: half ? 0.05 : 0, points: points !== undefined }
  if (per) return { ...unit, factor: PER[per]!, rule: 'percent' }
  if (points) return { ...unit, factor: points.startsWith('百') ? 1e-2 : 1e-4, rule: 'points' }
  if (tenths) return numeral.value > 10 || numeral.value === 0 ? undefined : { ...unit, factor: 0.1, rule: 'tenths' }
  // 八五折 and 85折 are 8.5折
  if (numeral.value >= 100 || numeral.value === 0) return undefined
  return { ...unit, factor: numeral.value > 10 && Number.isInteger(numeral.value) ? 1e-2 : 0.1, rule: 'discount' }
}

const shareOf = ({ value }: Numeral, { factor, extra }: Unit): number => tidy(value * factor + extra)
/** Decimal fractions without the crumbs of binary ones. */
const tidy = (value: number): number => Number(value.toPrecision(12))

const MINUS = '-'.charCodeAt(0)
const NEGATIVE = '负'.charCodeAt(0)
/** A dash behind one of these links and is no sign. */
const LINKED = /[\dA-Za-z%％)）\-—–]/

/** −3.2%, 负40%: the sign belongs to the share. */
function signed({ codes, folded }: Source, start: number, low: number, high: number): Pick<Share, 'start' | 'low' | 'high'> {
  const before = codes[start - 1]
  const isSign = (before === MINUS && (start < 2 || !LINKED.test(folded[start - 2]!))) || before === NEGATIVE
  return isSign ? { start: start - 1, low: -tidy(high), high: -tidy(low) } : { start, low: tidy(low), high: tidy(high) }
}
