import type { Lexicon } from '../lexicon/lexicon.js'
import type { QuantityEntity, Source } from '../types.js'
import { type Bounded, Bounds, entityBase, type Figure } from './figure/bound.js'
import { type Numeral, readNumeral } from './figure/numeral.js'
import { closesRange, lowerEnd, passConnector, passFrom } from './figure/range.js'
import { isLabel } from './figure/scan.js'
import { type CountUnit, Units } from './quantity/unit.js'

interface Count extends Figure {
  unit: string
  least: number
}

/** Before units alone: 上百家, 近千个. */
const BEFORE_BARE = /(?<![以迈登])[上近超约逾达破过]$/
/** A model, a standard or a slogan: A3型, GB/T 4754, “两个维护”. */
const NO_COUNT_BEFORE = /[A-Za-z\d/_.][-—]?$|[“‘"「]$/
/** 惟一一台: digits side by side are no count. */
const HAN_DIGITS = /^[一二三四五六七八九]{2,}$/
const HAN_NUMERAL = /^[一二三四五六七八九十两]+$/
/** 五位一体, 三证合一, 三个代表重要思想. */
const FIXED_BEHIND = /一体|合一|代表重要/y

/** Numbers of things and measures; sorted by start. */
export function recognizeQuantities(source: Source, numerals: readonly Numeral[], lexicon: Lexicon): QuantityEntity[] {
  const units = Units.of(lexicon)
  const bounds = new Bounds(source)
  const entities: QuantityEntity[] = []
  for (let i = 0; i < numerals.length; i++) {
    const read = readCount(source, units, numerals, i)
    if (!read) continue
    const { count } = read
    const bounded = bounds.of(count)
    if (!isEnough(source, numerals[i]!, count, bounded)) continue
    i += read.taken - 1
    const { unit, rule, certainty } = count
    entities.push({ ...entityBase('quantity', source, count), unit, ...bounded, rule, certainty })
  }
  return entities
}

interface Read {
  count: Count
  /** How many numerals it is made of. */
  taken: number
}

function readCount(source: Source, units: Units, numerals: readonly Numeral[], i: number): Read | undefined {
  const { folded } = source
  const first = numerals[i]!
  const before = folded.slice(Math.max(0, first.start - 2), first.start)
  const isQuoted = NO_COUNT_BEFORE.test(before)
  if (isQuoted && (!/[“‘"「]$/.test(before) || HAN_NUMERAL.test(folded.slice(first.start, first.end)))) return undefined
  if (isLabel(source, first) || (first.until === undefined && HAN_DIGITS.test(folded.slice(first.start, first.end)))) return undefined
  const own = behind(source, units, first)
  const range = readRange(source, units, first, own, numerals[i + 1])
  if (range) return { count: range, taken: 2 }
  if (!own) return undefined
  const { numeral, unit } = own
  if (numeral.bare && !BEFORE_BARE.test(before)) return undefined
  const vague = numeral.bare ? { start: first.start - 1, end: first.start } : numeral.vague
  const [low, high] = [numeral.value, numeral.until ?? numeral.value]
  return { count: { start: first.start, end: unit.end, low, high, vague, ...described(unit, 'count') }, taken: 1 }
}

/** 3—5个, 10家至20家, 3-5万吨, 100亩以上500亩以下. */
function readRange(source: Source, units: Units, first: Numeral, own: Counted | undefined, second: Numeral | undefined): Count | undefined {
  const { folded } = source
  const firstEnd = own?.unit.end ?? first.end
  const isLinked = second?.start === passConnector(folded, firstEnd)
  if (!second || first.bare || second.bare || !(isLinked || second.start === passFrom(folded, firstEnd))) return undefined
  const other = behind(source, units, second)
  if (!other || (own && own.unit.unit !== other.unit.unit) || !(isLinked || closesRange(folded, other.unit.end))) return undefined
  const low = own ? own.numeral.value : lowerEnd(first, other.numeral)
  const high = other.numeral.value
  return low < high ? { start: first.start, end: other.unit.end, low, high, ...described(other.unit, 'range') } : undefined
}

const described = ({ unit, least }: CountUnit, rule: string) => ({ unit, least, rule, certainty: 'read' as const })

interface Counted {
  numeral: Numeral
  unit: CountUnit
}

/** A numeral with its unit; 5万千瓦 is 5万 of 千瓦. */
function behind(source: Source, units: Units, numeral: Numeral): Counted | undefined {
  const unit = units.behind(source, numeral)
  if (!unit?.shared) return unit && { numeral, unit }
  const shortened = readNumeral(source, numeral.start, {
    end: numeral.end - unit.shared,
    vagueAt: numeral.vague?.start ?? -1,
    digits: !numeral.bare,
  })
  return shortened && { numeral: shortened, unit }
}

/** 一 is mostly an article (一个平台), and some words begin like a small count (二次开发): these count only beside a word that sets a bound. */
function isEnough({ folded }: Source, { start, end }: Numeral, { end: unitEnd, low, least }: Count, { bound, cue }: Bounded): boolean {
  FIXED_BEHIND.lastIndex = unitEnd
  if (FIXED_BEHIND.test(folded)) return false
  const isHan = HAN_NUMERAL.test(folded.slice(start, end))
  return !isHan || low >= Math.max(2, least) || (cue !== undefined && bound !== 'exact')
}
