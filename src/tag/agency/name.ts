import { derived } from '../../lexicon/derived.js'
import { type Gazetteer, namesOf } from '../../lexicon/gazetteer.js'
import type { AgencyRow, FunctionRow } from '../../lexicon/tables.js'
import type { Prefix } from '../candidate.js'
import type { PlaceIndex } from '../region/index.js'
import type { Place } from '../region/place.js'
import type { Scope } from '../scope.js'

/** The name of a place as it begins an organ's name: districts stand behind their city (深圳市福田区). */
export function regionName(place: Place, index: PlaceIndex): string {
  if (place.level !== 'county' || !place.name.endsWith('区')) return place.name
  const holder = index.lineage(place)[1]
  return (holder?.name ?? '') + place.name
}

/** The region as the full name of an organ begins with it: what is written, and a district's city. */
export function writtenRegion(prefix: Prefix, place: Place, scope: Scope, index: PlaceIndex): string {
  const region = regionName(place, index)
  if (prefix.kind === 'reference' && prefix.zone) return place.stem + prefix.zone
  if (prefix.kind !== 'region') return region
  if (prefix.zone) return prefix.zone
  if (prefix.chain.length === 1) return region
  const holders = prefix.chain.slice(0, -1).flatMap(places => scope.choose(places, undefined) ?? [])
  if (place.kind === 'area' && place.name.startsWith(holders.at(-1)?.stem ?? ' ')) return place.name
  const written = holders.map(holder => (isProvince(holder) ? '' : holder.name)).join('')
  return region.startsWith(written) ? region : written + place.name
}

/** 安徽省|淮南市人民政府 is 淮南市人民政府 in full; the districts of 上海 go by their city. */
const isProvince = ({ level, name }: Place): boolean => level === 'province' && !name.endsWith('市')

const BRANCH = '分局'

/** 区|公安分局 is the city's bureau there: 昆明市公安局官渡分局. */
export function branchName(organ: string, place: Place, index: PlaceIndex): string | undefined {
  if (place.level !== 'county' || !organ.endsWith(BRANCH) || organ.length <= BRANCH.length) return undefined
  const city = index.lineage(place)[1]
  return city?.name.endsWith('市') ? `${city.name}${organ.slice(0, -BRANCH.length)}局${place.stem}${BRANCH}` : undefined
}

/** Full name of an organ of a place. `fill` gives each word in braces of the row's form. */
export function organName(row: FunctionRow, organ: string, region: string, stem: string): string {
  if (row.form === undefined) return region + organ
  const fill: Readonly<Record<string, string>> = {
    region,
    stem,
    organ,
    suffix: /(?:分局|局)$/.exec(organ)?.[0] ?? '',
    party: `${region}${/自治[区]$/.test(region) ? '党' : ''}委`,
  }
  return row.form.replace(/\{(\w+)\}/g, (_, word: string) => fill[word] ?? '')
}

/** The table of agencies by what it is asked for. */
export class AgencyNames {
  static readonly of = derived((gazetteer: Gazetteer) => new AgencyNames(gazetteer))
  private readonly byName = new Map<string, AgencyRow>()
  /** Organs of a place by their names and by the id of their function, by its code. */
  private readonly byPlace = new Map<string, { byName: Map<string, AgencyRow>; byFunction: Map<string, AgencyRow> }>()

  private constructor({ tables, dropped }: Gazetteer) {
    for (const row of tables.agencies) {
      if (dropped.has(row)) continue
      if (!row.adcode) {
        for (const name of namesOf(row)) this.byName.set(name, row)
        continue
      }
      const own = this.byPlace.get(row.adcode) ?? { byName: new Map(), byFunction: new Map() }
      this.byPlace.set(row.adcode, own)
      if (!row.former) own.byFunction.set(row.id, row)
      for (const name of namesOf(row)) own.byName.set(name, row)
    }
  }

  /** The national organ of a name. */
  national(name: string): AgencyRow | undefined {
    return this.byName.get(name)
  }

  /** The organ of a place that has a name of its own: by one of its names, or else by its function. */
  inPlace(adcode: string, name: string, id: string | undefined): AgencyRow | undefined {
    const own = this.byPlace.get(adcode)
    return own?.byName.get(name) ?? (id === undefined ? undefined : own?.byFunction.get(id))
  }
}
