import { parseNumeral } from '../../text/numerals.js'
import type { Source } from '../../types.js'
import { CLASS, DIGIT, HAN_DIGIT, type Numeral, passBlanks } from '../figure/numeral.js'
import { isSign, MARKS_BY_LAST, type Named, UNITS_BY_FIRST } from './currency.js'

export interface Unit {
  end: number
  currency: string
  /** 角 and 分 behind the unit, in units of the currency. */
  fraction: number
}

export interface Mark extends Named {
  start: number
  /** ￥ and US$ belong to the amount, 人民币 before 50万元 does not. */
  sign: boolean
}

/** 三元区, 二元结构, 三元锂电池: a lone numeral counts only where the clause, a bound or a rate goes on behind 元. */
const AFTER_LONE_YUAN = /(?:$|[\s，。；、！？：）)/》”"',;:!?/以及左上至到-]|人民币|每|封顶|钱|的|起|奖|补|罚)/y
/** 元 as the first half of another word; after 万 and 亿 only those that no money follows. */
const OTHER_WORD = /元[素件旦宵器宇月年朝谋勋老首]/y
const OTHER_WORD_HUA = /元化(?!债|解)/y
const KUAI = /块(?:钱|(?=[一二三四五六七八九零\d]?[角毛零一二三四五六七八九]))|块(?=以[上下内]|左右|上下|[，。；！？,;\s]|$)/y
const JIAO_FEN =
  /零?([\d一二三四五六七八九两壹贰叁肆伍陆柒捌玖])[角毛](?:([\d一二三四五六七八九壹贰叁肆伍陆柒捌玖])分?)?|零([\d一二三四五六七八九壹贰叁肆伍陆柒捌玖])分?|([\d一二三四五六七八九])分?(?![\d一二三四五六七八九十百千万亿年月日个名家项.])/y
const SMALL_MONEY = /([\d一二三四五六七八九两])[角毛](?:([\d一二三四五六七八九])分?)|(\d+)角|([\d一二三四五六七八九十两]+)分钱/y

const digitOf = (s: string | undefined): number => (s === undefined ? 0 : (parseNumeral(s) ?? 0))

const testAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(text)
}

export function namedAt(source: Source, at: number): Named | undefined {
  return UNITS_BY_FIRST.get(source.codes[at] as number)?.find(({ name }) => source.folded.startsWith(name, at))
}

/** 元 that is a unit of money after this numeral, not the head of another word. */
function isYuan({ folded, codes }: Source, at: number, numeral: Numeral): boolean {
  if (testAt(OTHER_WORD, folded, at)) return false
  if (numeral.scale > 1) return true
  if (testAt(OTHER_WORD_HUA, folded, at)) return false
  const lone = numeral.end - numeral.start === 1 && CLASS[codes[numeral.start] as number] === HAN_DIGIT
  return !lone || testAt(AFTER_LONE_YUAN, folded, at + 1)
}

/** 元 and 圆 take 角 and 分, 整, and the name of a currency: 9000元日币, 500元人民币. */
function readAfterYuan(source: Source, at: number): Unit {
  const { folded, codes } = source
  const named = namedAt(source, at)
  if (named && named.name !== '元') return { end: at + named.name.length, currency: named.currency, fraction: 0 }
  if (folded[at] === '整') return { end: at + 1, currency: 'CNY', fraction: 0 }
  const kind = CLASS[codes[at] as number]
  const { end, fraction } = kind === DIGIT || kind === HAN_DIGIT ? readFraction(folded, at, false) : { end: at, fraction: 0 }
  return { end: folded[end] === '整' ? end + 1 : end, currency: 'CNY', fraction }
}

/** 1角7分 behind 元; behind 块 also a digit alone (一块二, 三块零四). */
function readFraction(folded: string, at: number, colloquial: boolean): { end: number; fraction: number } {
  JIAO_FEN.lastIndex = at
  const found = JIAO_FEN.exec(folded)
  if (!found) return { end: at, fraction: 0 }
  const written = /[角毛分]/.test(found[0])
  if (!written && !colloquial) return { end: at, fraction: 0 }
  const [, jiao, fen, zeroFen, tail] = found
  const cents = digitOf(jiao) * 10 + digitOf(fen) + digitOf(zeroFen) + digitOf(tail) * (found[0].endsWith('分') ? 1 : 10)
  return { end: JIAO_FEN.lastIndex, fraction: cents / 100 }
}

function readKuai(source: Source, at: number): Unit | undefined {
  if (!testAt(KUAI, source.folded, at)) return undefined
  const { end, fraction } = readFraction(source.folded, at + 1, true)
  return { end: source.folded[end] === '钱' ? end + 1 : end, currency: 'CNY', fraction }
}

/** What can go on a word or an amount behind 元; before anything else 元 is the unit and its end. */
const AFTER_YUAN = new Set([...'素件旦宵器宇月年朝谋勋老首化整'].map(character => character.charCodeAt(0)).concat(...UNITS_BY_FIRST.keys()))
const YUAN = '元'.charCodeAt(0)
const goesOnBehindYuan = (code: number | undefined): boolean => code !== undefined && (CLASS[code] !== 0 || AFTER_YUAN.has(code))

/** The unit of money behind a numeral, blanks between them passed over. */
export function readUnit(source: Source, numeral: Numeral, from = numeral.end): Unit | undefined {
  const at = passBlanks(source.codes, from)
  if (source.codes[at] === YUAN && numeral.end - numeral.start > 1 && !goesOnBehindYuan(source.codes[at + 1])) {
    return { end: at + 1, currency: 'CNY', fraction: 0 }
  }
  if (source.folded[at] === '块') return readKuai(source, at)
  const named = namedAt(source, at)
  if (!named) return undefined
  if (named.name === '圆') return readAfterYuan(source, at + 1)
  if (named.name === '元') return isYuan(source, at, numeral) ? readAfterYuan(source, at + 1) : undefined
  return { end: at + named.name.length, currency: named.currency, fraction: 0 }
}

/** The sign or name of a currency that stands right before `start`. */
export function readMark({ folded, codes }: Source, start: number): Mark | undefined {
  let end = start
  while (end > start - 2 && codes[end - 1] === 32) end--
  const named = MARKS_BY_LAST.get(codes[end - 1] as number)?.find(({ name }) => folded.endsWith(name, end))
  return named && { ...named, start: end - named.name.length, sign: isSign(named.name) }
}

/** 两角五分, 5角, 三分钱: an amount below one 元. The value is in 元. */
export function readSmallMoney({ folded }: Source, start: number): { end: number; value: number } | undefined {
  SMALL_MONEY.lastIndex = start
  const found = SMALL_MONEY.exec(folded)
  if (!found) return undefined
  const [, jiao, fen, wholeJiao, wholeFen] = found
  const value = (digitOf(jiao) * 10 + digitOf(fen)) / 100 + Number(wholeJiao ?? 0) / 10 + (wholeFen ? digitOf(wholeFen) / 100 : 0)
  return { end: SMALL_MONEY.lastIndex, value }
}
