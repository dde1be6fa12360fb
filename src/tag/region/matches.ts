import type { Match } from '../../lexicon/gazetteer.js'
import type { PlainRow, RegionRow } from '../../lexicon/tables.js'
import type { Source, Span } from '../../types.js'
import { charSet, pairSet } from '../chars.js'
import { SpanCursor, type WordBounds } from '../spans.js'
import { onlyPlace, type Place, placeOf } from './place.js'

/** A span that bears the name of one place or of several that share it. */
export interface PlaceMatch extends Span {
  places: readonly Place[]
  /** The sign of its level belongs to the word behind it: 南京市|场. Only an organ's name may begin with it. */
  isContinued: boolean
  /** It is an ordinary word as well. */
  isWord: boolean
}

/** A level's sign and the signs after it that make another word of it: 市场, 区域, 省级. */
const continuesLevel = pairSet({ 省: '级会份道', 市: '场民级值区辖', 区: '域级块间位划', 县: '域级', 州: '级' })
/** Signs after which the sign before belongs to a word of its own after all: 市|场馆, 市|民政. */
export const beginsOwnWord = pairSet({ 场: '馆所地站', 民: '政族营办宗间兵生主' })

/** One match for each span, sorted by start, the shorter first. Names that lie in a longer word of `plain` are left out. */
export function groupPlaces(matches: readonly Match<RegionRow>[], plain: readonly Match<PlainRow>[], source: Source): PlaceMatch[] {
  const words = new SpanCursor(plain)
  const grouped: PlaceMatch[] = []
  for (let first = 0, next = 0; first < matches.length; first = next) {
    const match = matches[first]!
    const { start, end } = match
    for (next = first + 1; next < matches.length && matches[next]!.start === start && matches[next]!.end === end; ) next++
    const word = words.covering(match)
    const isWord = word !== undefined
    if (isWord && (word.start < start || word.end > end)) continue
    const places = next - first === 1 ? onlyPlace(match.row) : matches.slice(first, next).map(({ row }) => placeOf(row))
    grouped.push({ start, end, places, isContinued: isContinued(source, end), isWord })
  }
  return grouped
}

/** Whether the sign of a level that ends a name belongs to the word behind it. */
const isContinued = ({ codes }: Source, end: number): boolean =>
  end < codes.length && continuesLevel(codes[end - 1]!, codes[end]!) && !beginsOwnWord(codes[end]!, codes[end + 1] ?? 0)

export const isCompass = charSet('东西南北中')

/** What the parts of the country begin with: 华北|北部 is a part of one. */
export const isLarge = charSet('华东西中')

/** 浙中|西部, 皖北|部, 鲁中|医药: the point of the compass that a group's name ends with belongs to the word behind it. */
export const isBroken = ({ start, end, places }: PlaceMatch, { codes, folded }: Source, words: WordBounds): boolean =>
  places[0]!.kind === 'group' &&
  !isLarge(codes[start]!) &&
  isCompass(codes[end - 1]!) &&
  (isCompass(codes[end] ?? 0) || folded[end] === '部' || words.cuts(end))
