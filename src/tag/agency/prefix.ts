import type { Source } from '../../types.js'
import type { LevelSign, Prefix } from '../candidate.js'
import { charSet } from '../chars.js'
import type { PlaceMatch } from '../region/matches.js'
import { encloses, type Place } from '../region/place.js'

/** A prefix with the offset that the agency's name begins at. */
export interface PrefixAt {
  start: number
  prefix: Prefix
}

const isSign = charSet('省市区县州盟旗镇乡')
const isPointer = charSet('该本我')
/** What makes a level no single place: 各省, 设区的市, 有关县, 省市. */
const isPlural = charSet('各全每跨外他多数两的级省市区县州盟旗镇乡关属在及或')

/** Region matches by the offset that they end at. */
export class PlacesByEnd {
  private readonly byEnd = new Map<number, PlaceMatch[]>()

  constructor(places: readonly PlaceMatch[]) {
    for (const match of places) {
      if (match.end - match.start < 2) continue
      const list = this.byEnd.get(match.end)
      if (list) list.push(match)
      else this.byEnd.set(match.end, [match])
    }
  }

  /** Matches that end at `end`, the longest first. */
  endingAt(end: number): readonly PlaceMatch[] {
    return this.byEnd.get(end) ?? []
  }

  /** The chain of places that ends at `end`: 上海市 + 徐汇区. */
  chainTo(end: number): { start: number; chain: (readonly Place[])[] } | undefined {
    const last = this.endingAt(end)[0]
    if (!last) return undefined
    const chain = [last.places]
    let { start } = last
    for (;;) {
      const inner = chain[0]!
      const outer = this.endingAt(start).find(({ places }) => places.some(holder => inner.some(place => encloses(holder, place))))
      if (!outer) return { start, chain }
      chain.unshift(outer.places)
      start = outer.start
    }
  }
}

/** What stands before an organ: a region, a reference to one, or the sign of a level. */
export function prefixBefore(at: number, places: PlacesByEnd, { codes, folded }: Source): PrefixAt | undefined {
  const named = places.chainTo(at)
  if (named) return { start: named.start, prefix: { kind: 'region', chain: named.chain } }
  if (at === 0 || !isSign(codes[at - 1]!)) return undefined
  const isAutonomous = folded.startsWith('自治', at - 3)
  const sign = (isAutonomous ? folded.slice(at - 3, at) : folded[at - 1]) as LevelSign
  const start = isAutonomous ? at - 3 : at - 1
  const before = start > 0 ? codes[start - 1]! : 0
  if (isPointer(before)) return { start: start - 1, prefix: { kind: 'reference', sign, nearest: folded[start - 1] === '该' } }
  if (isPlural(before) || endsLevels(start, codes)) return undefined
  return { start, prefix: { kind: 'reference', sign, nearest: false } }
}

/** 市、|县, 县（市、|区: the level is one of several. */
function endsLevels(start: number, codes: Uint16Array): boolean {
  const before = codes[start - 1]
  const isList = before === 0x3001 /* 、 */ || before === 0xff08 /* （ */ || before === 0x28 || before === 0x548c /* 和 */
  return isList && start > 1 && isSign(codes[start - 2]!)
}
