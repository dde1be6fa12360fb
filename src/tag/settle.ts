import type { Gazetteer } from '../lexicon/gazetteer.js'
import type { AgencyEntity, Level, RegionEntity } from '../types.js'
import { nameInPlace, organName, regionName } from './agency/name.js'
import type { AgencyCandidate, LevelSign, RegionCandidate } from './candidate.js'
import type { PlaceIndex } from './region/index.js'
import type { Place } from './region/place.js'
import type { Scope } from './scope.js'

const LEVELS: Readonly<Record<LevelSign, Level>> = {
  省: 'province',
  自治区: 'province',
  市: 'prefecture',
  州: 'prefecture',
  自治州: 'prefecture',
  盟: 'prefecture',
  区: 'county',
  县: 'county',
  自治县: 'county',
  旗: 'county',
  镇: 'township',
  乡: 'township',
}

/** What an agency was found to belong to: a place, the State Council's sphere, or a level without a place. */
type Sphere = { place: Place } | { isNational: true } | { sign: LevelSign } | undefined

type AgencyBase = Pick<AgencyEntity, 'type' | 'start' | 'end' | 'text' | 'rule'>

/** Gives the candidates of one text their values, in the order of the text. */
export class Settler {
  /** For lists: what the organs before were found to belong to. */
  private readonly spheres = new Map<AgencyCandidate, Sphere>()

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly index: PlaceIndex,
    private readonly text: string,
  ) {}

  region(candidate: RegionCandidate, scope: Scope): RegionEntity | undefined {
    const { start, end, rule, places, reference, zone } = candidate
    const base = { type: 'region' as const, start, end, text: this.text.slice(start, end), rule }
    if (reference) return this.reference(base, reference, scope)
    if (candidate.needsContext && !scope.holds(places)) return undefined
    const place = scope.choose(places, candidate.beside)
    if (place) scope.name(place, start)
    if (zone) {
      const adcode = place?.adcode
      return { ...base, certainty: 'read', name: zone.name, ...(adcode && { adcode, id: `${adcode}-${zone.id}` }) }
    }
    const entity: RegionEntity = { ...base, certainty: 'read', name: (place ?? places[0]!).name }
    if (place) describePlace(entity, place, this.index)
    const codes = [...new Set(places.flatMap(({ adcode }) => adcode ?? []))].sort()
    if (codes.length > 1) entity.candidates = codes
    return entity
  }

  private reference(
    base: Pick<RegionEntity, 'type' | 'start' | 'end' | 'text' | 'rule'>,
    { sign, nearest }: { sign: LevelSign; nearest: boolean },
    scope: Scope,
  ): RegionEntity | undefined {
    const place = scope.refer(sign, nearest, base.start)
    // 全州 is a county as well; a national text means every province by 本省
    if (!place && (sign === '州' || scope.origin.isNational)) return undefined
    const entity: RegionEntity = { ...base, certainty: 'inferred', name: place?.name ?? base.text, relative: true }
    if (place) describePlace(entity, place, this.index)
    return entity
  }

  agency(candidate: AgencyCandidate, scope: Scope): AgencyEntity | undefined {
    const { start, end, rule } = candidate
    const base = { type: 'agency' as const, start, end, text: this.text.slice(start, end), rule }
    const sphere = this.sphereOf(candidate, scope)
    this.spheres.set(candidate, sphere)
    if (sphere === undefined) return undefined
    if ('isNational' in sphere) return this.national(candidate, base)
    return 'place' in sphere ? this.placed(candidate, sphere.place, scope, base) : this.unplaced(candidate, sphere.sign, base)
  }

  private sphereOf({ prefix, row, start }: AgencyCandidate, scope: Scope): Sphere {
    const { region, isNational } = scope.origin
    switch (prefix.kind) {
      case 'national': {
        const place = 'adcode' in row && row.adcode ? this.index.get(Number(row.adcode)) : undefined
        return place ? { place } : { isNational: true }
      }
      case 'region': {
        const places = prefix.chain.at(-1)!
        return { place: scope.choose(places, prefix.chain.at(-2)) ?? places[0]! }
      }
      case 'reference': {
        const place = scope.refer(prefix.sign, prefix.nearest, start)
        return place ? { place } : region || isNational ? undefined : { sign: prefix.sign }
      }
      case 'zone': {
        const place = scope.area(prefix.sign)
        return place && { place }
      }
      case 'list':
        return this.spheres.get(prefix.of)
      default:
        return isNational ? { isNational } : region && { place: region }
    }
  }

  /** A national organ; one in a list without its 国家 (财政部、能源局) is sought with it. */
  private national({ prefix, row, organ }: AgencyCandidate, base: AgencyBase): AgencyEntity | undefined {
    const own = prefix.kind === 'national' ? row : this.gazetteer.lookup('agencies', `国家${base.text}`)[0]
    if (!own) return undefined
    const name = prefix.kind === 'national' ? organ : own.name
    return { ...base, certainty: 'read', name, level: 'national', function: own.id, ...(own.former && { former: true }) }
  }

  private placed({ prefix, row, organ, isFull, rule }: AgencyCandidate, place: Place, scope: Scope, base: AgencyBase): AgencyEntity {
    scope.name(place, base.start)
    const own = isFull || !place.adcode ? undefined : nameInPlace(this.gazetteer.tables, place.adcode, row.id)
    const isWhole = rule === 'agency-branch' || prefix.kind === 'national'
    const name = isWhole ? organ : (own ?? organName(row, organ, this.regionOf(prefix, place, scope), place.stem))
    const certainty = prefix.kind === 'region' || prefix.kind === 'national' ? 'read' : 'inferred'
    const entity: AgencyEntity = { ...base, certainty, name, function: row.id }
    if (place.level && !('zone' in prefix && prefix.zone)) entity.level = place.level
    if (place.adcode) entity.adcode = place.adcode
    if (row.former) entity.former = true
    return entity
  }

  /** The region as the full name begins with it: what is written, and a district's city. */
  private regionOf(prefix: AgencyCandidate['prefix'], place: Place, scope: Scope): string {
    const region = regionName(place, this.index)
    if (prefix.kind !== 'region') return region
    if (prefix.zone) return prefix.zone
    const outer = prefix.chain.slice(0, -1).map(places => scope.choose(places, undefined)?.name ?? '')
    const written = outer.join('')
    return region.startsWith(written) ? region : written + place.name
  }

  /** An organ whose region the text does not tell. */
  private unplaced({ row, organ }: AgencyCandidate, sign: LevelSign, base: AgencyBase): AgencyEntity {
    const name = organName(row, organ, sign, sign)
    return { ...base, certainty: 'inferred', name, level: LEVELS[sign], function: row.id, ...(row.former && { former: true }) }
  }
}

function describePlace(entity: RegionEntity, place: Place, index: PlaceIndex): void {
  if (place.adcode) entity.adcode = place.adcode
  if (place.level) entity.level = place.level
  if (place.id) entity.id = place.id
  if (place.members.length > 0) entity.members = place.members.map(String)
  if (place.kind === 'former') {
    entity.former = true
    entity.name = index.get(Number(place.adcode))?.name ?? place.name
  }
}
