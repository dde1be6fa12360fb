import { compareSpans } from '../../span.js'
import type { Certainty, Source } from '../../types.js'
import {
  BIG_UNIT,
  BORDER,
  CLASS,
  DIGIT,
  HAN_DIGIT,
  isUnit,
  LETTER,
  measure,
  type Numeral,
  product,
  readNumeral,
} from '../figure/numeral.js'
import { closesRange, lowerEnd, passConnector, passFrom } from '../figure/range.js'
import type { Amount } from './amount.js'
import { readCell } from './cell.js'
import { leadsOn, mayBeMarked } from './follow.js'
import { readMisread } from './misread.js'
import { isPlainMoney } from './plain.js'
import { withScale } from './scale.js'
import { readTables } from './table.js'
import { type Mark, readMark, readSmallMoney, readUnit, type Unit } from './unit.js'

/** Members of a list that shares one unit: 奖励20、30、50万元. */
const LONGEST_LIST = 8
/** 含, 不含 in brackets after an amount. */
const NOTE = /[（(](?:不?含|包?含)[^（）()\d]{0,4}[）)]/y
const SEPARATOR = /、|和|或/y
/** Before units without a digit: 上亿元, 近百亿元, 突破千亿元. */
const BEFORE_BARE = '上近超过约逾破达'
/** 迈上 and 以上 are other words than 上 in 上亿元. */
const NOT_VAGUE_BEFORE = /[以迈登]上$/

const passOver = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

const passNote = ({ folded }: Source, at: number): number => {
  const c = folded[at]
  return c === '（' || c === '(' ? passOver(NOTE, folded, at) : at
}

function single(numeral: Numeral, unit: Unit, rule: string, certainty: Certainty): Amount {
  const low = numeral.value + unit.fraction
  return {
    start: numeral.start,
    end: unit.end,
    currency: unit.currency,
    low,
    high: numeral.until ?? low,
    range: numeral.until !== undefined,
    vague: numeral.vague,
    certainty,
    rule,
  }
}

/** The second half of a range that goes on at `from`, or undefined. */
function readSecond(source: Source, from: number): Numeral | undefined {
  if (from < 0) return undefined
  const kind = CLASS[source.codes[from] as number] as number
  if (kind !== DIGIT && kind !== HAN_DIGIT && source.codes[from] !== 0x5341) return undefined
  const second = readNumeral(source, from)
  return second && !second.bare ? second : undefined
}

/** A unit, also behind a note in brackets: 500万（不含）美元. */
const unitOf = (source: Source, numeral: Numeral): Unit | undefined =>
  readUnit(source, numeral) ?? readUnit(source, numeral, passNote(source, numeral.end))

/** 30万元到100万元, 10-20万元, 1000万-1200万, 5万元以上10万元以下, RMB 1-2 million. */
function readRange(source: Source, first: Numeral, unit: Unit | undefined, mark: Mark | undefined): Amount | undefined {
  const firstEnd = unit?.end ?? first.end
  const linked = readSecond(source, passConnector(source.folded, passNote(source, firstEnd)))
  const read = linked ?? readSecond(source, passFrom(source.folded, firstEnd))
  if (!read) return undefined
  const second = withScale(source, read, mark !== undefined)
  const secondUnit = unitOf(source, second)
  const isMoney = secondUnit || unit || mark || isPlainMoney(source, { ...second, start: first.start }, second.end)
  if (!isMoney) return undefined
  const low = unit ? first.value + unit.fraction : lowerEnd(first, second)
  const high = second.value + (secondUnit?.fraction ?? 0)
  const end = secondUnit?.end ?? second.end
  if (low >= high || (!linked && !closesRange(source.folded, end))) return undefined
  return {
    start: first.start,
    end,
    currency: (secondUnit ?? unit ?? mark)?.currency ?? 'CNY',
    low,
    high,
    range: true,
    certainty: secondUnit ? 'read' : 'inferred',
    rule: 'range',
  }
}

/** What a scan remembers as it goes on. */
interface Progress {
  /** Where the last amount ends. */
  end: number
  /** No list that shares a unit begins before this offset; it was looked for. */
  listless: number
}

/** 20、30、50万元: numerals that borrow the unit of the last one. */
function readList(source: Source, first: Numeral, progress: Progress): Amount[] | undefined {
  if (first.start < progress.listless || opensLine(source, first.start)) return undefined
  const members = [first]
  for (let last = first; members.length < LONGEST_LIST; ) {
    const from = passOver(SEPARATOR, source.folded, last.end)
    const next = from > last.end ? readNumeral(source, from) : undefined
    if (!next || next.bare || next.vague) break
    members.push(next)
    const unit = readUnit(source, next)
    if (unit) return shareUnit(members, next, unit)
    last = next
  }
  progress.listless = (members.at(-1) as Numeral).end
  return undefined
}

function shareUnit(members: Numeral[], last: Numeral, unit: Unit): Amount[] {
  return members.map(member => {
    if (member === last) return single(member, unit, 'amount', 'read')
    const scale = member.scale === 1 ? last.scale : 1
    return single({ ...member, value: product(member.value, scale) }, { ...unit, end: member.end, fraction: 0 }, 'shared-unit', 'inferred')
  })
}

/** 1、500万元 at the beginning of a line is an ordinal and an amount. */
function opensLine({ codes }: Source, start: number): boolean {
  let at = start - 1
  while (at >= 0 && codes[at] === 32) at--
  return at < 0 || codes[at] === 10 || codes[at] === 13
}

/** 上亿元, 超千亿元: units without a digit need a word before them that makes them a quantity. */
function readBare(source: Source, numeral: Numeral, unit: Unit | undefined): Amount | undefined {
  const { folded } = source
  const before = folded[numeral.start - 1]
  if (before === undefined || !BEFORE_BARE.includes(before) || '级' === folded[unit?.end ?? numeral.end]) return undefined
  if (before === '上' && NOT_VAGUE_BEFORE.test(folded.slice(numeral.start - 2, numeral.start)) && !unit) return undefined
  if (!unit && !isPlainMoney(source, numeral, numeral.end)) return undefined
  const amount = single(numeral, unit ?? { end: numeral.end, currency: 'CNY', fraction: 0 }, 'bare-unit', unit ? 'read' : 'inferred')
  return before === '上' ? { ...amount, vague: { start: numeral.start - 1, end: numeral.start } } : amount
}

/** The amount with the sign or the name of a currency before it: US$1.2 million, 人民币50万. */
function withMark(amount: Amount, mark: Mark | undefined, hasUnit: boolean): Amount {
  if (!mark) return amount
  const currency = hasUnit && amount.currency !== 'CNY' ? amount.currency : mark.currency
  return { ...amount, currency, start: hasUnit && !mark.sign ? amount.start : mark.start }
}

/** 5万元、3万: a member that leaves its 元 to the one before it. */
const goesOn = ({ folded }: Source, start: number, progress: Progress): boolean =>
  progress.end > 0 && passOver(SEPARATOR, folded, progress.end) === start && start > progress.end

/** The sign or name of a currency before a numeral, unless it belongs to the amount before. */
function markBefore(source: Source, start: number, progress: Progress): Mark | undefined {
  const mark = mayBeMarked(source.codes, start) ? readMark(source, start) : undefined
  return mark && mark.start >= progress.end ? mark : undefined
}

function readWithNumeral(source: Source, read: Numeral, progress: Progress): Amount[] {
  const mark = markBefore(source, read.start, progress)
  const numeral = withScale(source, read, mark !== undefined)
  const { start, end } = numeral
  const unit = readUnit(source, numeral)
  if (numeral.bare) return [readBare(source, numeral, unit)].filter(amount => amount !== undefined)
  const range = readRange(source, numeral, unit, mark)
  if (range) return [withMark(range, mark, range.certainty === 'read')]
  const plain = single(numeral, unit ?? { end, currency: 'CNY', fraction: 0 }, unit ? 'amount' : 'no-unit', unit ? 'read' : 'inferred')
  if (mark) return [{ ...withMark(plain, mark, unit !== undefined), rule: 'marked', certainty: 'read' }]
  if (unit) return [plain]
  const list = readList(source, numeral, progress)
  if (list) return list
  const small = readSmallMoney(source, start)
  if (small) return [{ ...plain, end: small.end, low: small.value, high: small.value, rule: 'small', certainty: 'read' }]
  return isPlainMoney(source, numeral, end, goesOn(source, start, progress)) ? [plain] : []
}

const ORDINAL = '第'.charCodeAt(0)

/** What begins at the numeral character at `i`, and the offset to go on from. */
function readAt(source: Source, i: number, progress: Progress): { found: Amount[]; next: number } {
  const { codes } = source
  const misread = readMisread(source, i)
  if (misread) return { found: [misread], next: misread.end }
  const extent = measure(codes, i)
  const numeral = codes[i - 1] === ORDINAL ? undefined : readNumeral(source, i, extent)
  const found = numeral ? readWithNumeral(source, numeral, progress) : []
  return { found, next: Math.max(extent.end, i + 1, found.at(-1)?.end ?? 0) }
}

/** All amounts of a text, by start. One pass that stops at numerals, and at those only where what surrounds them can be money. */
export function scanAmounts(source: Source): Amount[] {
  const { codes } = source
  const { length } = codes
  const amounts: Amount[] = []
  const progress: Progress = { end: 0, listless: 0 }
  let hasCells = false
  for (let i = 0; i < length; ) {
    const first = CLASS[codes[i] as number] as number
    if (first === 0 || first > LETTER) {
      hasCells ||= first === BORDER
      i++
      continue
    }
    // The kinds of a run of digits and units, or-ed together: BIG_UNIT has a bit of its own among them
    let kinds = 0
    let end = i
    for (let kind = first; kind > 0 && kind <= BIG_UNIT; kind = end < length ? (CLASS[codes[end] as number] as number) : 0) {
      kinds |= kind
      end++
    }
    const isCandidate = end === i ? opensNumeral(codes, i) : kinds >= BIG_UNIT || leadsOn(source, end) || mayBeMarked(codes, i)
    if (isCandidate) {
      const { found, next } = readAt(source, i, progress)
      for (const amount of found) amounts.push(amount)
      progress.end = found.at(-1)?.end ?? progress.end
      i = next
    } else i = Math.max(end, i + 1)
  }
  if (hasCells) return [...amounts, ...readTables(source)].sort(compareSpans)
  return amounts.length > 0 ? amounts : readCell(source)
}

/** 数十, 几百, and letters that were read for digits. */
const opensNumeral = (codes: Uint16Array, at: number): boolean =>
  CLASS[codes[at] as number] === LETTER || isUnit(CLASS[codes[at + 1] ?? 0] as number)
