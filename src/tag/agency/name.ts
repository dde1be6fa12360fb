import type { FunctionRow, Tables } from '../../lexicon/tables.js'
import type { PlaceIndex } from '../region/index.js'
import type { Place } from '../region/place.js'

/** The name of a place as it begins an organ's name: districts stand behind their city (深圳市福田区). */
export function regionName(place: Place, index: PlaceIndex): string {
  if (place.level !== 'county' || !place.name.endsWith('区')) return place.name
  const holder = index.lineage(place)[1]
  return (holder?.name ?? '') + place.name
}

/** Full name of an organ of a place. `fill` gives each word in braces of the row's form. */
export function organName(row: FunctionRow, organ: string, region: string, stem: string): string {
  const fill: Readonly<Record<string, string>> = {
    region,
    stem,
    organ,
    suffix: /(?:分局|局)$/.exec(organ)?.[0] ?? '',
    party: `${region}${/自治[区]$/.test(region) ? '党' : ''}委`,
  }
  return (row.form ?? '{region}{organ}').replace(/\{(\w+)\}/g, (_, word: string) => fill[word] ?? '')
}

const placed = new WeakMap<Tables, Map<string, string>>()

/** What the organ of a function is called in a place that has its own name for it. */
export function nameInPlace(tables: Tables, adcode: string, id: string): string | undefined {
  let names = placed.get(tables)
  if (names === undefined) {
    names = new Map(tables.agencies.flatMap(row => (row.adcode ? [[`${row.adcode} ${row.id}`, row.name] as const] : [])))
    placed.set(tables, names)
  }
  return names.get(`${adcode} ${id}`)
}
