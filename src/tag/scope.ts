import type { LevelSign } from './candidate.js'
import type { PlaceIndex } from './region/index.js'
import { encloses, type Place } from './region/place.js'

/** What has been read of an article so far, by which names and references are decided. */
export class Scope {
  private readonly named: Place[] = []

  constructor(
    private readonly index: PlaceIndex,
    /** Region of the article's issuer. */
    readonly region: Place | undefined,
    readonly isNational: boolean,
  ) {}

  /** Notes that a place was named. */
  name(place: Place): void {
    if (place.adcode && place.kind !== 'area') this.named.push(place)
  }

  /** The place that 该省, 全市, 本区 mean. */
  refer(sign: LevelSign, nearest: boolean): Place | undefined {
    const issuer = this.region && this.lineageMatch(this.region, sign)
    return nearest ? (this.lastNamed(sign) ?? issuer) : (issuer ?? this.lastNamed(sign))
  }

  private lineageMatch(place: Place, sign: LevelSign): Place | undefined {
    return this.index.lineage(place).find(({ name }) => name.endsWith(sign))
  }

  private lastNamed(sign: LevelSign): Place | undefined {
    for (let i = this.named.length - 1; i >= Math.max(0, this.named.length - MEMORY); i--) {
      const place = this.named[i]!
      if (place.name.endsWith(sign)) return place
    }
    const last = this.named.at(-1)
    return last && this.lineageMatch(last, sign)
  }

  /** Whether the article is about a place that holds one of `places`. */
  holds(places: readonly Place[]): boolean {
    const { region } = this
    return region !== undefined && places.some(place => encloses(region, place) || region.home === place.home)
  }

  /** The one place that a shared name means; undefined where nothing decides. */
  choose(places: readonly Place[], beside: readonly Place[] | undefined): Place | undefined {
    if (places.length === 1) return places[0]
    let left = places
    for (const narrow of [
      (place: Place) => beside?.some(holder => encloses(holder, place)) ?? false,
      (place: Place) => this.isNear(place),
      (place: Place) => place.kind !== 'former',
      (place: Place) => RANKS[place.level ?? 'county']! === Math.min(...left.map(({ level }) => RANKS[level ?? 'county']!)),
    ]) {
      const kept = left.filter(narrow)
      if (kept.length === 1) return kept[0]
      if (kept.length > 0) left = kept
    }
    return left.length === 1 ? left[0] : undefined
  }

  /** In the issuer's region, or one level out; else in a place that the article names. */
  private isNear(place: Place): boolean {
    if (this.region) return this.index.lineage(this.region).some(holder => holder.home === place.home || encloses(holder, place))
    return this.named.slice(-MEMORY).some(holder => encloses(holder, place) || holder === place)
  }
}

/** How many names back a reference is sought. */
const MEMORY = 50
const RANKS: Readonly<Record<string, number>> = { province: 0, prefecture: 1, county: 2 }
