import type { Source } from '../../types.js'
import type { LevelSign, Prefix } from '../candidate.js'
import { charSet } from '../chars.js'
import type { TagContext } from '../context.js'
import type { PlaceMatch } from '../region/matches.js'
import { encloses, type Place } from '../region/place.js'
import { isZoneOf, LONGEST_OWN_NAME, zoneName } from '../region/zone.js'
import type { WordBounds } from '../spans.js'

/** A prefix with the offset that the agency's name begins at. */
export interface PrefixAt {
  start: number
  prefix: Prefix
}

const isSign = charSet('省市区县州盟旗镇乡')
const isPointer = charSet('该本我')
/** What makes a level no single place: 各省, 有关县, 直辖市, 省市, 城区; 设区|的市, 较大|的市, 所在地|的市, 市级|的县. */
const isPlural = charSet('各全每跨外他多数两级省市区县州盟旗镇乡关属辖上地城')
const isPluralBeforeOf = charSet('区大地级辖关')
const OF = 0x7684
const opensLine = charSet('\n\r《')
/** Signs that join levels: 市、县, 县（市、区）, 省和市. */
const joinsLevels = charSet('、（(和及或与')

/** The chain of places that a name of an organ begins with: 上海市 + 徐汇区. */
export interface PlaceChain {
  start: number
  chain: readonly (readonly Place[])[]
  /** The last of them as it is written. */
  last: PlaceMatch
}

/** Reads what stands before an organ: a region, a reference to one, or the sign of a level. */
export class PrefixReader {
  private readonly byEnd = new Map<number, PlaceMatch[]>()
  private readonly source: Source
  private readonly words: WordBounds

  constructor({ places, source, words }: TagContext) {
    this.source = source
    this.words = words
    for (const match of places) {
      if (match.end - match.start < 2 || match.places[0]!.kind === 'group') continue
      const list = this.byEnd.get(match.end)
      if (list) list.push(match)
      else this.byEnd.set(match.end, [match])
    }
  }

  /** Whether a span bears the name of a place. */
  isPlace(start: number, end: number): boolean {
    return this.byEnd.get(end)?.some(place => place.start === start) ?? false
  }

  /** The longest chain that ends at `end`. A name that is a word as well counts only behind the place that holds it. */
  chainTo(end: number): PlaceChain | undefined {
    for (const last of this.byEnd.get(end) ?? []) {
      const chain = [last.places]
      let { start } = last
      for (let outer = this.holderBefore(start, chain[0]!); outer; outer = this.holderBefore(start, chain[0]!)) {
        chain.unshift(outer.places)
        start = outer.start
      }
      // 合作区|执委会: a kind of zone is a word in any case
      const isWord = last.isWord && last.places[0]!.kind !== 'zone'
      if (chain.length > 1 || !(isWord || this.words.cuts(start)) || this.opensCounty(last)) return { start, chain, last }
    }
    return undefined
  }

  /** 成县|财政局 at the beginning of a line or a title: the full name of a county, though a word as well. */
  private opensCounty({ start, end }: PlaceMatch): boolean {
    return this.source.folded[end - 1] === '县' && (start === 0 || opensLine(this.source.codes[start - 1]!))
  }

  private holderBefore(end: number, inner: readonly Place[]): PlaceMatch | undefined {
    return this.byEnd.get(end)?.find(({ places }) => places.some(holder => inner.some(place => encloses(holder, place))))
  }

  before(at: number): PrefixAt | undefined {
    const named = this.chainTo(at)
    if (!named) return this.signBefore(at)
    const { start, chain, last } = named
    const zone = chain[0]![0]!
    if (zone.kind !== 'zone') return { start, prefix: { kind: 'region', chain } }
    const holder = this.holderOfZone(last)
    if (!holder) {
      const signed = this.signBefore(last.start)
      if (signed?.prefix.kind === 'reference') return { ...signed, prefix: { ...signed.prefix, zone: zone.name } }
      return { start, prefix: { kind: 'zone', sign: zone.name } }
    }
    return { start: holder.start, prefix: { kind: 'region', chain: holder.chain, zone: zoneName(holder.last, last, this.source) } }
  }

  /** The place that a kind of zone stands behind: 清远|高新区, 长春|净月|高新区. */
  private holderOfZone(zone: PlaceMatch): PlaceChain | undefined {
    for (let end = zone.start; end >= zone.start - LONGEST_OWN_NAME; end--) {
      const holder = this.chainTo(end)
      if (holder && isZoneOf(holder.last, zone, this.source, this.words)) return holder
    }
    return undefined
  }

  /** 省, 自治区, 该市 directly before `at`. */
  signBefore(at: number): PrefixAt | undefined {
    const { codes, folded } = this.source
    if (at === 0 || !isSign(codes[at - 1]!)) return undefined
    const isAutonomous = folded.startsWith('自治', at - 3)
    const start = isAutonomous ? at - 3 : at - 1
    const sign = folded.slice(start, at) as LevelSign
    const before = start > 0 ? codes[start - 1]! : 0
    if (isPointer(before)) return { start: start - 1, prefix: { kind: 'reference', sign, nearest: folded[start - 1] === '该' } }
    if (before === OF && isPluralBeforeOf(codes[start - 2] ?? 0)) return undefined
    if (isPlural(before) || (joinsLevels(before) && start > 1 && isSign(codes[start - 2]!))) return undefined
    // 会同|县财政局: the word is the name of a county that is none here
    if (this.words.cuts(start) && !this.byEnd.get(at)?.some(({ isWord }) => isWord)) return undefined
    return { start, prefix: { kind: 'reference', sign, nearest: false } }
  }
}
