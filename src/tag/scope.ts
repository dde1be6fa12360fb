import type { LevelSign } from './candidate.js'
import type { PlaceIndex } from './region/index.js'
import { encloses, type Place } from './region/place.js'

/** What is known of who issued an article. */
export interface Origin {
  region?: Place
  /** The town that issued it, or whose name its title begins with: 石龙镇. */
  township?: string
  isNational: boolean
  /** The issuer or the title says so; else it was guessed from the places named. */
  isSure: boolean
}

interface Named {
  place: Place
  at: number
}

/** How many names back a reference is sought, and how far in a national text, where most levels are meant in general. */
const MEMORY = 50
const REACH = 300
const RANKS: Readonly<Record<string, number>> = { province: 0, prefecture: 1, county: 2 }

/** What has been read of an article so far, by which names and references are decided. */
export class Scope {
  private readonly named: Named[] = []

  constructor(
    private readonly index: PlaceIndex,
    readonly origin: Origin,
  ) {}

  /** Notes that a place was named. */
  name(place: Place, at: number): void {
    if (place.adcode) this.named.push({ place, at })
  }

  /** The place that 该省, 全市, 本区 at an offset mean. `nearest`: the last one named goes before the issuer. */
  refer(sign: LevelSign, nearest: boolean, at: number): Place | undefined {
    const { region, isNational, isSure } = this.origin
    const issuer = region && this.lineageMatch(region, sign)
    if (issuer && isSure && !nearest) return issuer
    return this.lastNamed(sign, isNational ? at - REACH : 0) ?? issuer
  }

  /** The last functional area named whose name ends with `sign`: 合作区. */
  area(sign: string): Place | undefined {
    return this.newest(place => place.kind === 'area' && place.name.endsWith(sign))
  }

  /** The place named last, of the last few and behind `from`, that a test accepts. */
  private newest(accepts: (place: Place) => boolean, from = 0): Place | undefined {
    for (let i = this.named.length - 1; i >= Math.max(0, this.named.length - MEMORY); i--) {
      const { place, at } = this.named[i]!
      if (at >= from && accepts(place)) return place
    }
    return undefined
  }

  private lineageMatch(place: Place, sign: LevelSign): Place | undefined {
    return this.index.lineage(place).find(({ name }) => name.endsWith(sign))
  }

  private lastNamed(sign: LevelSign, from: number): Place | undefined {
    const last =
      this.newest(({ kind, name }) => kind !== 'area' && name.endsWith(sign), from) ?? this.newest(({ kind }) => kind !== 'area', from)
    return last && this.lineageMatch(last, sign)
  }

  /** Whether the article is about a place that holds one of `places`. */
  holds(places: readonly Place[]): boolean {
    const { region } = this.origin
    return region !== undefined && places.some(place => encloses(region, place) || region.home === place.home)
  }

  /** The one place that a shared name means; undefined where nothing decides. */
  choose(places: readonly Place[], beside: readonly Place[] | undefined): Place | undefined {
    if (places.length === 1) return places[0]
    let left = places
    for (const narrow of [
      (place: Place) => beside?.some(holder => encloses(holder, place)) ?? false,
      (place: Place) => place.level === 'province',
      (place: Place) => this.isNear(place),
      (place: Place) => this.isAkin(place),
      (place: Place) => place.kind !== 'former',
      (place: Place) => rank(place) === Math.min(...left.map(rank)),
    ]) {
      if (left.length === 1) break
      const kept = left.filter(narrow)
      if (kept.length > 0) left = kept
    }
    return left.every(({ adcode }) => adcode === left[0]!.adcode) ? left[0] : undefined
  }

  /** In the issuer's region, or one level out; else in a place that the article names. */
  private isNear(place: Place): boolean {
    const { region } = this.origin
    if (region) return this.index.lineage(region).some(holder => holder.home === place.home || encloses(holder, place))
    return this.newest(holder => encloses(holder, place) || holder === place) !== undefined
  }

  /** Beside the places that an article without a known issuer names: 海淀区、|朝阳区. */
  private isAkin(place: Place): boolean {
    if (this.origin.region) return false
    return this.newest(named => this.index.lineage(named).some(holder => encloses(holder, place))) !== undefined
  }
}

const rank = ({ level }: Place): number => RANKS[level ?? 'county']!
