import type { Tables } from '../lexicon/tables.js'
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

/** Gives the candidates of one text their values, in the order of the text. */
export class Settler {
  private readonly settled = new Map<AgencyCandidate, Place | undefined>()

  constructor(
    private readonly tables: Tables,
    private readonly index: PlaceIndex,
    private readonly text: string,
  ) {}

  region(candidate: RegionCandidate, scope: Scope): RegionEntity | undefined {
    const { start, end, rule, places, reference, zone } = candidate
    const base = { type: 'region' as const, start, end, text: this.text.slice(start, end), rule }
    if (reference) return this.reference(base, reference, scope)
    if (candidate.needsContext && !scope.holds(places)) return undefined
    const place = scope.choose(places, candidate.beside)
    if (place) scope.name(place)
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
    const place = scope.refer(sign, nearest)
    if (!place && sign === '州') return undefined // 全州 is a county as well
    const entity: RegionEntity = { ...base, certainty: 'inferred', name: place?.name ?? base.text, relative: true }
    if (place) describePlace(entity, place, this.index)
    return entity
  }

  agency(candidate: AgencyCandidate, scope: Scope): AgencyEntity | undefined {
    const { start, end, rule, prefix, row, organ, isFull } = candidate
    const base = {
      type: 'agency' as const,
      start,
      end,
      text: this.text.slice(start, end),
      rule,
      function: row.id,
      ...(row.former && { former: true as const }),
    }
    if (prefix.kind === 'national') {
      this.settled.set(candidate, undefined)
      const place = 'adcode' in row && row.adcode ? this.index.get(Number(row.adcode)) : undefined
      return { ...base, certainty: 'read', name: organ, level: place?.level ?? 'national', ...(place?.adcode && { adcode: place.adcode }) }
    }
    const place = this.placeOf(candidate, scope)
    this.settled.set(candidate, place)
    if (!place) return this.unplaced(candidate, scope, base)
    scope.name(place)
    const chain = prefix.kind === 'region' ? prefix.chain.slice(0, -1).map(places => scope.choose(places, undefined)?.name ?? '') : []
    const region = regionName(place, this.index)
    const written = chain.join('')
    const whole = region.startsWith(written) ? region : written + place.name
    const own = isFull || !place.adcode ? undefined : nameInPlace(this.tables, place.adcode, row.id)
    const name = rule === 'agency-branch' ? organ : (own ?? organName(row, organ, whole, place.stem))
    const entity: AgencyEntity = { ...base, certainty: prefix.kind === 'region' ? 'read' : 'inferred', name }
    if (place.level) entity.level = place.level
    if (place.adcode) entity.adcode = place.adcode
    return entity
  }

  private placeOf({ prefix }: AgencyCandidate, scope: Scope): Place | undefined {
    switch (prefix.kind) {
      case 'region':
        return scope.choose(prefix.chain.at(-1)!, prefix.chain.at(-2))
      case 'reference':
        return scope.refer(prefix.sign, prefix.nearest)
      case 'list':
        return this.settled.get(prefix.of)
      default:
        return scope.region
    }
  }

  /** An organ whose region the text does not tell: kept where nothing speaks against it, since the words name an organ. */
  private unplaced(
    { prefix, row, organ }: AgencyCandidate,
    scope: Scope,
    base: Omit<AgencyEntity, 'name' | 'certainty'>,
  ): AgencyEntity | undefined {
    if (prefix.kind === 'list') return undefined
    if (prefix.kind === 'none') return undefined
    if (prefix.kind === 'reference' && (scope.region || scope.isNational)) return undefined
    if (prefix.kind !== 'reference') {
      const places = prefix.kind === 'region' ? prefix.chain.at(-1)! : []
      return { ...base, certainty: 'inferred', name: organName(row, organ, places[0]?.name ?? '', places[0]?.stem ?? '') }
    }
    return { ...base, certainty: 'inferred', name: organName(row, organ, prefix.sign, prefix.sign), level: LEVELS[prefix.sign] }
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
