import type { Gazetteer } from '../lexicon/gazetteer.js'
import type { AgencyRow, FunctionRow } from '../lexicon/tables.js'
import type { AgencyEntity, Certainty, Level, RegionEntity, Source } from '../types.js'
import { AgencyNames, branchName, organName, writtenRegion } from './agency/name.js'
import type { AgencyCandidate, LevelSign, RegionCandidate } from './candidate.js'
import { describePlace, sharedCodes } from './region/describe.js'
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

/** What an agency was found to belong to: a place, the State Council's sphere, several that share its name, or what no place is known of, with its level where its sign tells it. `town`: the town below the place. */
type Sphere =
  | { place: Place; town?: string }
  | { places: readonly Place[] }
  | { isNational: true }
  | { sign: LevelSign | undefined; town?: string }
  | undefined

/** Signs of a town, and the rule of an organ whose town is named. */
const TOWNS: ReadonlySet<string> = new Set(['镇', '乡'])
const TOWN_RULE = 'agency-township'

const NATIONAL: Sphere = { isNational: true }

/** Gives the candidates of one text their values, in the order of the text. */
export class Settler {
  /** For lists: what the organs before were found to belong to. */
  private readonly spheres = new Map<AgencyCandidate, Sphere>()
  /** The organ before, by which 瑞金市委、|市政府 is that of 瑞金. */
  private last: { end: number; place: Place } | undefined
  private readonly names: AgencyNames

  constructor(
    gazetteer: Gazetteer,
    private readonly index: PlaceIndex,
    private readonly source: Source,
  ) {
    this.names = AgencyNames.of(gazetteer)
  }

  region(candidate: RegionCandidate, scope: Scope): RegionEntity | undefined {
    const { start, places, reference, sign, zone } = candidate
    if (reference) return this.reference(candidate, reference, scope)
    if (sign) return this.sign(candidate, sign, scope)
    if (candidate.needsContext && !scope.holds(places)) return undefined
    const place = scope.choose(places, candidate.beside)
    if (place) scope.name(place, start)
    if (zone) return this.zone(candidate, zone, place?.adcode)
    const entity = this.regionEntity(candidate, 'read', place ?? places[0]!)
    if (place) describePlace(entity, place, this.index)
    if (places.length > 1) {
      const codes = sharedCodes(places)
      if (codes.length > 1) entity.candidates = codes
    }
    return entity
  }

  private regionEntity({ start, end, rule }: RegionCandidate, certainty: Certainty, { name }: { name: string }): RegionEntity {
    return { type: 'region', start, end, text: this.source.text.slice(start, end), rule, certainty, name }
  }

  private zone(candidate: RegionCandidate, zone: { name: string; id: string }, adcode: string | undefined): RegionEntity {
    const entity = this.regionEntity(candidate, 'read', zone)
    if (adcode) {
      entity.adcode = adcode
      entity.id = `${adcode}-${zone.id}`
    }
    return entity
  }

  /**
   * A character that stands for a place everywhere (沪) is a name of it, and read as such. Where no issuer is known, it is behind 来 one of the
   * cities that it stands for or whose name begins with it.
   */
  private sign(candidate: RegionCandidate, sign: string, { origin: { region } }: Scope): RegionEntity | undefined {
    if (this.index.isName(sign)) return undefined
    const signed = this.index.shorts(sign)
    const places = region
      ? this.index.lineage(region).filter(place => place.level !== 'province' && (place.stem.includes(sign) || signed.includes(place)))
      : this.citiesBehind(candidate.start - 1, sign)
    const [place] = places
    if (!place) return undefined
    const isOne = region !== undefined || places.length === 1
    const entity = this.regionEntity(candidate, 'inferred', isOne ? place : { name: candidate.sign! })
    if (isOne) describePlace(entity, place, this.index)
    else entity.candidates = sharedCodes(places)
    return entity
  }

  private citiesBehind(at: number, sign: string): readonly Place[] {
    if (!'来赴返'.includes(this.source.folded[at]!)) return []
    return [...new Set([...this.index.shorts(sign), ...this.index.beginning(sign)])].filter(({ level }) => level === 'prefecture')
  }

  private reference(
    candidate: RegionCandidate,
    { sign, nearest, isOwn }: NonNullable<RegionCandidate['reference']>,
    scope: Scope,
  ): RegionEntity | undefined {
    const place = scope.refer(sign, nearest, candidate.start)
    // 全州 is a county as well; a national text means every province by 本省, one of a city each of its districts by 本区
    if (!place && (sign === '州' || scope.origin.isNational || (isOwn && scope.origin.region))) return undefined
    const entity = this.regionEntity(candidate, 'inferred', place ?? { name: this.source.text.slice(candidate.start, candidate.end) })
    if (place) describePlace(entity, place, this.index)
    entity.relative = true
    return entity
  }

  agency(candidate: AgencyCandidate, scope: Scope): AgencyEntity | undefined {
    const sphere = this.sphereOf(candidate, scope)
    this.spheres.set(candidate, sphere)
    this.last = sphere && 'place' in sphere ? { end: candidate.end, place: sphere.place } : undefined
    if (sphere === undefined) return undefined
    if ('isNational' in sphere) return this.national(candidate)
    if ('places' in sphere) return this.shared(candidate, sphere.places)
    const { town = '' } = sphere
    if ('place' in sphere) return this.placed(town ? ofTown(candidate, town) : candidate, sphere.place, scope)
    return this.unplaced(town ? ofTown(candidate, town) : candidate, sphere.sign)
  }

  private sphereOf({ prefix, row, start, rule }: AgencyCandidate, scope: Scope): Sphere {
    const { region, isNational } = scope.origin
    switch (prefix.kind) {
      case 'national': {
        const place = 'adcode' in row && row.adcode ? this.index.get(Number(row.adcode)) : undefined
        return place ? { place } : NATIONAL
      }
      case 'region': {
        const places = prefix.chain.at(-1)!
        const place = scope.choose(places, prefix.chain.at(-2))
        return place ? { place } : { places }
      }
      case 'reference': {
        if (TOWNS.has(prefix.sign)) return this.township(prefix.sign, scope)
        const place = this.besideLast(start, prefix.sign) ?? scope.refer(prefix.sign, prefix.nearest, start)
        return place ? { place } : region || isNational ? undefined : { sign: prefix.sign }
      }
      case 'zone': {
        const place = scope.area(prefix.sign)
        return place && { place }
      }
      case 'list':
        return this.spheres.get(prefix.of)
      default:
        if (rule === TOWN_RULE) return region && this.holdsTowns(region) ? { place: region } : { sign: undefined }
        return isNational ? NATIONAL : region ? { place: region } : { sign: undefined }
    }
  }

  private besideLast(start: number, sign: LevelSign): Place | undefined {
    const { last } = this
    return last && start - last.end <= 1 && last.place.name.endsWith(sign) ? last.place : undefined
  }

  /** Towns are named below their county; a larger place that issued the text does not tell which. 东莞 has no counties. */
  private holdsTowns({ level, home }: Place): boolean {
    return level === 'county' || (level === 'prefecture' && !this.index.hasCounties(home))
  }

  /** 镇政府: the organ of the town that issued the article; of no town where a place that holds many did. */
  private township(sign: LevelSign, { origin: { region, township, isNational } }: Scope): Sphere {
    const town = township?.endsWith(sign) ? { town: township } : undefined
    if (region) return town && { place: region, ...town }
    return isNational ? undefined : { sign, ...town }
  }

  private agencyEntity(
    { start, end, rule, tail }: AgencyCandidate,
    certainty: Certainty,
    name: string,
    row: { id: string; former?: string },
  ): AgencyEntity {
    const entity: AgencyEntity = {
      type: 'agency',
      start,
      end,
      text: this.source.text.slice(start, end),
      rule,
      certainty,
      name: tail ? name + tail.text : name,
      function: row.id,
    }
    if (row.former) entity.former = true
    return entity
  }

  /** A national organ; one in a list without its 国家 (财政部、能源局) is sought with it. */
  private national(candidate: AgencyCandidate): AgencyEntity | undefined {
    const { prefix, row, organ, start, end } = candidate
    const isNamed = prefix.kind === 'national'
    const own = isNamed ? row : this.names.national(`国家${this.source.text.slice(start, end)}`)
    if (!own) return undefined
    const entity = this.agencyEntity(candidate, 'read', isNamed ? organ : own.name, own)
    entity.level = 'national'
    return entity
  }

  private placed(candidate: AgencyCandidate, place: Place, scope: Scope): AgencyEntity {
    const { prefix, rule, start } = candidate
    scope.name(place, start)
    const certainty = prefix.kind === 'region' || prefix.kind === 'national' ? 'read' : 'inferred'
    const { name, row } = this.nameInPlace(candidate, place, scope)
    const entity = this.agencyEntity(candidate, certainty, name, row)
    if (rule === TOWN_RULE) entity.level = 'township'
    else if (place.level && !('zone' in prefix && prefix.zone)) entity.level = place.level
    if (place.adcode) entity.adcode = place.adcode
    return this.atBranch(entity, candidate, place, scope)
  }

  /** The full name by the row of its function, or what the place calls its organ: by that name, or by a short form of the same function. */
  private nameInPlace(candidate: AgencyCandidate, place: Place, scope: Scope): { name: string; row: FunctionRow | AgencyRow } {
    const { prefix, row, organ, isFull, rule, start, end, tail } = candidate
    if (rule === 'agency-branch' || prefix.kind === 'national') return { name: organ, row }
    if (isFull && place.kind === 'area' && prefix.kind === 'region') {
      return { name: this.source.folded.slice(start, end - (tail?.text.length ?? 0)), row }
    }
    const name = branchName(organ, place, this.index) ?? organName(row, organ, writtenRegion(prefix, place, scope, this.index), place.stem)
    const own = place.adcode ? this.names.inPlace(place.adcode, name, isFull || row.former ? undefined : row.id) : undefined
    return own ? { name: own.name, row: own } : { name, row }
  }

  /** The branch of an organ is the place's that it is named after. */
  private atBranch(entity: AgencyEntity, { tail }: AgencyCandidate, holder: Place, scope: Scope): AgencyEntity {
    const place = tail?.places && scope.choose(tail.places, [holder])
    if (!place?.adcode) return entity
    return { ...entity, adcode: place.adcode, ...(place.level && { level: place.level }) }
  }

  /** The organ of one of several places of a name, where nothing tells which. */
  private shared(candidate: AgencyCandidate, places: readonly Place[]): AgencyEntity {
    const { row, organ } = candidate
    const { name, stem, level } = places[0]!
    const entity = this.agencyEntity(candidate, 'read', organName(row, organ, name, stem), row)
    if (level && places.every(place => place.level === level)) entity.level = level
    entity.candidates = sharedCodes(places)
    return entity
  }

  /** An organ whose region the text does not tell. */
  private unplaced(candidate: AgencyCandidate, sign: LevelSign | undefined): AgencyEntity {
    const { row, organ, rule } = candidate
    const isNamed = sign === undefined || rule === TOWN_RULE
    const entity = this.agencyEntity(candidate, 'inferred', isNamed ? organ : organName(row, organ, sign, sign), row)
    if (rule === TOWN_RULE) entity.level = 'township'
    else if (sign) entity.level = LEVELS[sign]
    return entity
  }
}

/** 镇|财政局 as an organ of the town: 石龙镇|财政局. */
const ofTown = (candidate: AgencyCandidate, town: string): AgencyCandidate => ({
  ...candidate,
  rule: TOWN_RULE,
  organ: town + candidate.organ,
  prefix: { kind: 'none' },
})
