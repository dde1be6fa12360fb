import type { Source, Span } from '../types.js'
import type { RegionCandidate } from './candidate.js'
import { charSet, isHan } from './chars.js'
import type { TagContext } from './context.js'
import { isBroken, isCompass, isLarge, type PlaceMatch } from './region/matches.js'
import { encloses, type Place } from './region/place.js'
import { findReferences } from './region/reference.js'
import { findShortForms } from './region/short.js'
import { isZoneOf, zoneName } from './region/zone.js'
import { mergeSpans, SpanCursor, type WordBounds } from './spans.js'

/** Signs between the members of a list of places. */
const isListSign = charSet('、和与及/，,')

const opensYear = charSet('〔【[（(〈')
const isLevelSign = charSet('省市区县州')

/** Characters of a place's name that a point of the compass follows. */
const LONGEST_PLACE = 8

type Strength = 'certain' | 'context' | 'word' | 'none'

interface Rated extends Span {
  places: readonly Place[]
  strength: Strength
}

/** Every name, short form and reference of a region that the text may mean, sorted by start. */
export function recognizeRegions(context: TagContext): RegionCandidate[] {
  const names = chain(select(rate(context)), context)
  return mergeSpans(mergeSpans(names, findShortForms(context)), findReferences(context.source))
}

function rate({ places, organisations, source, words }: TagContext): Rated[] {
  const inOrganisation = new SpanCursor(organisations)
  const rated: Rated[] = []
  let conference = -1
  for (let i = 0; i < places.length; i++) {
    const match = places[i]!
    if (match.end - match.start < 2 || match.isContinued || inOrganisation.covering(match)) continue
    if (match.start === conference || opensConference(source, match.start)) {
      conference = match.end
      continue
    }
    if (isBroken(match, source, words) || (match.places[0]!.kind === 'group' && (isPart(places, i, source) || namesLine(match, source))))
      continue
    const strength = strengthOf(match, source, words)
    if (strength !== 'none') rated.push({ start: match.start, end: match.end, places: fullNames(match), strength })
  }
  return rated
}

/** 政协|文山州: the place is part of the conference's name, and so is one behind it. */
const opensConference = ({ folded }: Source, start: number): boolean =>
  folded[start - 1] === '协' ? folded[start - 2] === '政' : folded[start - 1] === '议' && folded.endsWith('政治协商会议', start)

/** 成渝|高铁, 京津|城际: a line between two places. */
const LINES = /^(?:高速|高铁|铁路|城际|中线|客专)/
const namesLine = ({ start, end }: PlaceMatch, { folded }: Source): boolean => end - start === 2 && LINES.test(folded.slice(end, end + 2))

/** 浙|中西部, 四川|东北部: a part of the place before it, no group of places. */
function isPart(places: readonly PlaceMatch[], at: number, { codes, folded }: Source): boolean {
  const { start, end } = places[at]!
  if (!isCompass(codes[start]!)) return false
  const namesPart = /部|地区/.test(folded.slice(start, end + 1))
  for (let i = at - 1; i >= 0 && places[i]!.start >= start - LONGEST_PLACE; i--) {
    const before = places[i]!
    if (before.end === start && before.places[0]!.kind !== 'group' && (namesPart || before.end - before.start === 1)) return true
  }
  return false
}

/** 沙县 is the full name of what was, and only short for what is: the full name goes before. */
function fullNames({ start, end, places }: PlaceMatch): readonly Place[] {
  if (places.length === 1) return places
  const full = places.filter(({ kind, name }) => kind === 'former' && name.length === end - start)
  return full.length > 0 && places.every(place => full.includes(place) || end - start <= place.stem.length) ? full : places
}

/** How much a name speaks for itself: 江苏 and 徐汇区 alone, 海珠 only in its context, 合作 only behind the place that holds it. */
function strengthOf({ start, end, places, isWord }: PlaceMatch, source: Source, words: WordBounds): Strength {
  const length = end - start
  if (length === source.text.length) return 'certain'
  const isShort = places.every(place => length <= place.stem.length)
  if (isShort && (namesStreet(source, end) || beginsNumber(source, end))) return 'none'
  if (isWord) return 'word'
  if (!isShort && length > 2) return places.some(place => isCertain(place, length)) ? 'certain' : 'context'
  if (words.cuts(start)) return 'none'
  if (places.some(place => isCertain(place, length))) return 'certain'
  if (holdsTown(source, start, end)) return 'certain'
  return words.cuts(end) && !isLevelSign(source.codes[end]!) ? 'none' : 'context'
}

function isCertain({ kind, level, stem, isKnown, home }: Place, length: number): boolean {
  if (kind === 'group' || kind === 'area' || isKnown) return true
  if (kind === 'zone') return false
  if (kind === 'former' ? home % 100 !== 0 : level === 'county') return length > 2 && length > stem.length
  return true
}

const isStreetSign = charSet('路街巷镇乡村大东西南北中')
const NOT_STREETS = new Set('路演 路径 路线 路网 路况 街区 乡村 乡镇 村镇 村级 村民 镇村 乡土'.split(' '))

/** 重庆路, 朝阳街道, 合作镇: the name of a street or a town. */
const namesStreet = ({ folded, codes }: Source, end: number): boolean =>
  end < codes.length &&
  isStreetSign(codes[end]!) &&
  ('大东西南北中'.includes(folded[end]!) ? '道街路'.includes(folded[end + 1] ?? ' ') : !NOT_STREETS.has(folded.slice(end, end + 2)))

/** 恭城 恭城镇, 海珠赤岗街道: behind the bare name of a county the name of one of its towns. */
const TOWN =
  /^ ?(?!特色|重点|中心|建制|示范|历史|文化|各|等|多|两|每|全)[\u4e00-\u9fff]{2,4}?(?<![乡城村各全的等个古小强名])(?:镇(?![级域企区])|街道(?![级两])|苏木)/
function holdsTown({ folded }: Source, start: number, end: number): boolean {
  const behind = folded.slice(end, end + 8)
  return TOWN.test(behind) || behind.trimStart().startsWith(`${folded.slice(start, end)}镇`)
}

/** Letters between a place and the year of a document number, at most: 深龙华|人规|〔2024〕. */
const LONGEST_LETTERS = 5
const YEAR = /^[〔【[（(〈]\s?(?:19|20)\d\d\s?[〕】\]）)〉]\s?第?\d+号/

function beginsNumber({ codes, folded }: Source, end: number): boolean {
  let at = end
  while (at - end < LONGEST_LETTERS && at < codes.length && isHan(codes[at]!)) at++
  return opensYear(codes[at]!) && YEAR.test(folded.slice(at, at + 16))
}

/** Names that do not overlap: those that speak for themselves first, from left to right, of one start the longest. */
function select(rated: readonly Rated[]): Rated[] {
  const strong = pick(rated.filter(({ strength }) => strength === 'certain'))
  const taken = new SpanCursor(strong)
  const weak = pick(rated.filter(match => match.strength !== 'certain' && !taken.overlapping(match)))
  return mergeSpans(strong, weak)
}

function pick(rated: readonly Rated[]): Rated[] {
  const picked: Rated[] = []
  let last: Span = { start: -1, end: -1 }
  for (const match of rated) {
    if (match.start === last.start) picked.pop()
    else if (match.start < last.end) continue
    picked.push(match)
    last = match
  }
  return picked
}

/** Names directly behind or in a row with each other decide one another: 广州海珠、天河. */
function chain(names: readonly Rated[], { source, words }: TagContext): RegionCandidate[] {
  const candidates: RegionCandidate[] = []
  let before: RegionCandidate | undefined
  for (const [i, name] of names.entries()) {
    const { start, end, places, strength } = name
    const beside: readonly Place[] | undefined = before && besideOf(before, name, source)
    const zone = places.find(({ kind }) => kind === 'zone')
    if (zone && before && takesZone(before, name, zone, source) && isZoneOf(before, name, source, words)) {
      before = extendToZone(before, { start, end, places: [zone] }, source)
      continue
    }
    if (places.every(({ kind }) => kind === 'zone')) continue
    if (before?.end === start && bearsName(places[0]!, before)) {
      before = Object.assign(before, { end, places })
      continue
    }
    const next = names[i + 1]
    const follows = strength === 'certain' || !before ? [] : siblingsInRow(before, name, source)
    const leads = strength === 'certain' || !next || next.strength === 'word' ? [] : siblingsInRow(name, next, source)
    if (strength === 'word' && !beside && follows.length === 0 && leads.length === 0) continue
    const isSure = (follows.length > 0 && !before!.needsContext) || (leads.length > 0 && next!.strength === 'certain')
    const candidate: RegionCandidate = { type: 'region', rule: beside ? 'region-chained' : 'region-name', start, end, places }
    if (beside) candidate.beside = beside
    else if (isSure) candidate.places = placesOf(places, [...follows, ...leads])
    else if (strength !== 'certain') candidate.needsContext = true
    candidates.push(candidate)
    before = candidate
  }
  return candidates
}

/** What an industrial park is called by; 广东工业园区 are all those of the province, 清远工业园区 is one. */
const INDUSTRIAL_PARK = 'industrial-park'

/** A place may have a zone of its name; so may a part of a province (黔东|工业园区), but not a part of the country. */
function takesZone({ places, start, end }: RegionCandidate, behind: Span, { id }: Place, { codes }: Source): boolean {
  const { kind, level } = places[0]!
  if (kind === 'group')
    return end === behind.start && end - start === 2 && isCompass(codes[end - 1]!) && !isCompass(codes[start]!) && !isLarge(codes[start]!)
  return id !== INDUSTRIAL_PARK || (end === behind.start && level !== undefined && level !== 'province')
}

/** 长春|净月高新区: an area whose full name begins with the place before it. */
const bearsName = ({ kind, name }: Place, { places }: RegionCandidate): boolean =>
  kind === 'area' && places[0]!.kind === 'place' && name.startsWith(places[0]!.stem)

/** Turns the place before a kind of zone into the zone: 清远 + 高新区. */
function extendToZone(place: RegionCandidate, kind: Span & { places: readonly Place[] }, source: Source): RegionCandidate {
  const name = zoneName(place, kind, source)
  delete place.needsContext
  return Object.assign(place, { end: kind.end, rule: 'region-zone', zone: { name, id: kind.places[0]!.id! } })
}

/** The places that a name stands in, by what stands before it. */
function besideOf(before: RegionCandidate, { start, end, places }: Rated, source: Source): readonly Place[] | undefined {
  const gap = start - before.end
  const isBehind = gap === 0 || (gap === 1 && source.codes[before.end] === 0x20)
  if (isBehind) {
    const inner = withoutNamesakes(places, end - start)
    const holders = before.places.filter(holder => holder.kind !== 'group' && inner.some(place => encloses(holder, place)))
    return holders.length > 0 ? holders : undefined
  }
  if (!isListed(before, start, source) || !before.beside) return undefined
  return before.beside.some(holder => places.some(place => encloses(holder, place))) ? before.beside : undefined
}

/** 天津|河北 are two provinces, as nobody leaves the sign off 河北区. */
const withoutNamesakes = (places: readonly Place[], length: number): readonly Place[] =>
  places.some(({ level, stem }) => level === 'province' && length <= stem.length)
    ? places.filter(({ level }) => level !== 'county')
    : places

const isListed = (before: Span, start: number, { codes }: Source): boolean => start - before.end === 1 && isListSign(codes[before.end]!)

/** Counties of one prefecture, prefectures of one province. */
const areSiblings = (a: Place, b: Place): boolean =>
  a.level === b.level &&
  (a.level === 'county' ? Math.floor(a.home / 100) === Math.floor(b.home / 100) : Math.floor(a.home / 10000) === Math.floor(b.home / 10000))

/** Of two names in a row (南山、福田; 崇左、来宾) the places that are siblings. */
function siblingsInRow(before: Span & { places: readonly Place[] }, behind: Span & { places: readonly Place[] }, source: Source): Place[] {
  if (!isListed(before, behind.start, source)) return []
  const pairs = before.places.flatMap(a => behind.places.filter(b => isSibling(a) && areSiblings(a, b)).map(b => [a, b]))
  return pairs.flat()
}

const isSibling = ({ level, kind }: Place): boolean =>
  (level === 'county' || level === 'prefecture') && (kind === 'place' || kind === 'former')

/** Those of the places that a row names, in their order. */
const placesOf = (places: readonly Place[], named: readonly Place[]): readonly Place[] => places.filter(place => named.includes(place))
