import type { Match } from '../../lexicon/gazetteer.js'
import { lastAtOrBefore } from '../../span.js'
import type { Source, Span, Token } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import { isGrade, isOpenEnd, isSeparator } from './list-kind.js'
import { CLUSTERS, EQUIPMENT_VERBS, GENERIC_ENDINGS, NOT_ENDINGS, NOT_SECTORS, VERBS_OF_GROWTH, type WordSet } from './words.js'

/** A sector's name that no table has, and the words that make one of it. */
export interface OpenName extends Span {
  row?: undefined
  /** `open-ending`: an ending that sectors have, behind a verb that takes them or a place that has them; `open-member`: a member of a list that sums up as 产业. */
  rule: 'open-ending' | 'open-member'
  /** The verb or the place, or the words that sum up the list. */
  cue: Span
}

/** What is around the names: words, and names of places, which are no part of a sector's name. */
export interface Surroundings {
  source: Source
  tokens: readonly Token[]
  /** Sorted by start. */
  regions: readonly Match<unknown>[]
}

/** Length of a sector's name that no table has, in characters. */
const SHORTEST = 2
const LONGEST = 6
const CHAN = 0x4ea7
const YE = 0x4e1a
const EQUIPMENT = '装备'
/** Praise before a sector (配套产业), and a part of its name behind what it goes with (算力|配套产业). */
const ACCESSORY = '配套'
const ZHUANG = 0x88c5
/** What makes an ordinary word with 业 behind it: 企业, 就业, 职业 … */
const isWordMaker = charSet('企就职创专农事行工商林渔牧矿物作毕失营开停歇执从敬学主副本肄置基家立祖守同业')

/** Whether the span may be a sector's name: a few characters, none of which is a word of grammar, of place or of praise. */
export function mayBeSector({ start, end }: Span, { folded, codes }: Source): boolean {
  if (end - start < SHORTEST || end - start > LONGEST) return false
  for (let i = start; i < end; i++) if (!isHan(codes[i]!) || NOT_SECTORS.at(folded, i) !== undefined) return false
  return true
}

/** Names before 产业, 业 and 装备 that no table has: 发展|沉香产业. `taken` is sorted by start. */
export function findOpenNames(around: Surroundings, taken: readonly Span[]): OpenName[] {
  const { codes, folded } = around.source
  const found: OpenName[] = []
  let held = 0
  const offer = (stem: number, end: number, verbs: WordSet): void => {
    while (held < taken.length && taken[held]!.end < stem) held++
    if (taken[held] !== undefined && taken[held]!.start < end) return
    const other = NOT_ENDINGS.at(folded, stem)
    if (other !== undefined && !CLUSTERS.has(other)) return
    const name = openNameBefore(stem, other === undefined ? end : stem, verbs, around)
    if (name) found.push(name)
  }
  for (let at = codes.indexOf(YE, 1); at >= 0; at = codes.indexOf(YE, at + 1)) {
    const before = codes[at - 1]!
    if (before === CHAN) offer(at - 1, at + 1, VERBS_OF_GROWTH)
    else if (!isWordMaker(before) && isHan(before)) offer(at, at + 1, VERBS_OF_GROWTH)
  }
  held = 0
  for (let at = codes.indexOf(ZHUANG, 1); at >= 0; at = codes.indexOf(ZHUANG, at + 1)) {
    if (folded.startsWith(EQUIPMENT, at)) offer(at, at + EQUIPMENT.length, EQUIPMENT_VERBS)
  }
  return found
}

/** 发展|椰雕制造业: the general sector (制造业) with the unknown word before it, where that makes a sector of its own. */
export function widen(sector: Span, around: Surroundings): OpenName | undefined {
  const isGeneral = GENERIC_ENDINGS.at(around.source.folded, sector.start)?.length === sector.end - sector.start
  return isGeneral ? openNameBefore(sector.start, sector.end, VERBS_OF_GROWTH, around) : undefined
}

/** The name that ends at `end` and whose ending begins at `stem`. */
function openNameBefore(stem: number, end: number, verbs: WordSet, around: Surroundings): OpenName | undefined {
  const { source, tokens, regions } = around
  const last = lastAtOrBefore(tokens, stem - 1)
  if (tokens[last]?.end !== stem) return undefined
  const summing = summingBefore(stem, end, source)
  if (summing) return summing
  const first = firstPart(tokens, last, around)
  const { start } = tokens[first]!
  const verb = tokens[first - 1]
  const isObject = verb !== undefined && verbs.has(source.folded.slice(verb.start, verb.end))
  const cue = isObject ? verb : verbs === VERBS_OF_GROWTH ? placeBefore(start, regions) : undefined
  if (cue === undefined || !mayBeSector({ start, end: stem }, source) || holdsPlace({ start, end: stem }, regions)) return undefined
  return { start, end, rule: 'open-ending', cue: { start: cue.start, end: cue.end } }
}

/** All that stands between 等 behind a list and the ending: 机架、电源等|算力硬件制造产业. */
function summingBefore(stem: number, end: number, source: Source): OpenName | undefined {
  const { codes } = source
  let start = stem
  while (start > 0 && stem - start <= LONGEST && isHan(codes[start - 1]!) && !isOpenEnd(codes[start - 1]!)) start--
  if (!isOpenEnd(codes[start - 1] ?? 0) || isGrade(codes[start - 2] ?? 0)) return undefined
  const head = source.folded.startsWith(ACCESSORY, stem - ACCESSORY.length) ? stem - ACCESSORY.length : stem
  return mayBeSector({ start, end: head }, source) ? { start, end, rule: 'open-ending', cue: { start: start - 1, end: start } } : undefined
}

/** Index of the token that a name begins with whose last token is `last`: a name that no dictionary has is cut into pieces of which some are single characters (黄粉|虫, 山|桐子). */
function firstPart(tokens: readonly Token[], last: number, { source: { folded }, regions }: Surroundings): number {
  const { end } = tokens[last]!
  const isCharacter = ({ start, end }: Token): boolean => end - start === 1
  let first = last
  while (first > 0) {
    const before = tokens[first - 1]!
    if (end - before.start > LONGEST || VERBS_OF_GROWTH.has(folded.slice(before.start, before.end))) break
    if ((!isCharacter(before) && !isCharacter(tokens[first]!)) || placeBefore(before.end, regions)) break
    first--
  }
  return first
}

/** The name of a place that ends at `offset`: 闽侯县|根雕产业. */
export function placeBefore(offset: number, regions: readonly Match<unknown>[]): Span | undefined {
  const at = lastAtOrBefore(regions, offset - SHORTEST)
  for (let i = at; i >= 0 && regions[i]!.start === regions[at]!.start; i--) if (regions[i]!.end === offset) return regions[i]
  return undefined
}

/** Whether the name of a place stands in the span; single characters (沪) are also syllables. */
function holdsPlace({ start, end }: Span, regions: readonly Match<unknown>[]): boolean {
  for (let i = lastAtOrBefore(regions, end - 1); i >= 0 && regions[i]!.start >= start; i--) {
    if (regions[i]!.end <= end && regions[i]!.end - regions[i]!.start > 1) return true
  }
  return false
}

/** Members behind the last known one of a list, up to where it is summed up: 茶叶、|刺梨、沙棘|等产业. */
export function membersBehind(source: Source, end: number, close: number): Span[] {
  const members: Span[] = []
  let start = end + 1
  for (let i = start; i <= close; i++) {
    if (i < close && !isSeparator(source.codes[i]!)) continue
    if (mayBeSector({ start, end: i }, source)) members.push({ start, end: i })
    start = i + 1
  }
  return members
}
