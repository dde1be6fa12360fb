import { ZhengceError } from '../../errors.js'
import { namesOf } from '../gazetteer.js'
import type { IndustryRow } from '../tables.js'
import { type ClassificationEntry, readClassification } from './gbt4754.js'

type Use = 'always' | 'listed' | 'silent'
type Place = Omit<IndustryRow, 'name' | 'aliases' | 'use'>

interface Concept {
  title: string
  place: Place
  names: Record<Use, string[]>
}

/** Official names that are shaped like a sector's and mean nothing else in running text. */
const SECTOR_SHAPE = /(?:业|制造|加工|种植|养殖|饲养|采选|开采|采运|冶炼|铸造|批发|零售|运输|仓储|修理|维修|租赁|出租)$/
const SHORTEST_OFFICIAL = 4
/** Public administration and international organisations are no sectors that a plan counts firms under. */
const NO_SECTOR = /^[ST]/

/**
 * Rows of the industries table: the whole of GB/T 4754—2017 and what `dict/industries.tsv` adds, one row a concept and use.
 * @throws DICTIONARY_ROW where two concepts claim one name
 */
export function buildIndustries(sources: readonly IndustryRow[]): IndustryRow[] {
  const concepts = new Map(readClassification().map(entry => [entry.code, official(entry)]))
  const owners = new Map<string, string>()
  for (const source of sources) {
    const concept = concepts.get(source.id) ?? {
      title: source.name,
      place: { id: source.id },
      names: { always: [], listed: [], silent: [] },
    }
    concepts.set(source.id, concept)
    for (const field of ['parent', 'code', 'strategic', 'marks'] as const) {
      const value = source[field]
      if (value !== undefined) concept.place[field] = value
    }
    const use = source.use ?? 'always'
    for (const name of namesOf(source)) claim(name, `${source.id} ${use}`, owners)
    concept.names[use].push(...namesOf(source))
  }
  return [...concepts.values()].flatMap(concept => rowsOf(concept, owners))
}

function claim(name: string, owner: string, owners: Map<string, string>): void {
  const other = owners.get(name)
  if (other !== undefined) throw new ZhengceError('DICTIONARY_ROW', `dict/industries.tsv: ${name} stands at ${other} and at ${owner}.`)
  owners.set(name, owner)
}

function official({ code, name, parent }: ClassificationEntry): Concept {
  const names: Concept['names'] = { always: [], listed: [], silent: [] }
  const speaks = !NO_SECTOR.test(code) && !name.includes('其他') && name.length >= SHORTEST_OFFICIAL && SECTOR_SHAPE.test(name)
  names[speaks ? 'always' : 'silent'].push(name)
  return { title: name, place: { id: code, code, ...(parent && { parent }) }, names }
}

/** An official name yields to the table's own treatment of it, and to the level above that bears the same name. */
function rowsOf({ title, place, names }: Concept, owners: Map<string, string>): IndustryRow[] {
  const rows: IndustryRow[] = []
  for (const use of ['always', 'listed', 'silent'] as const) {
    const owner = `${place.id} ${use}`
    const [name, ...aliases] = new Set(names[use].filter(each => (owners.get(each) ?? owner) === owner))
    if (name === undefined) continue
    for (const each of [name, ...aliases]) owners.set(each, owner)
    rows.push({
      name,
      ...(aliases.length && { aliases: aliases.join('|') }),
      ...place,
      ...(name !== title && { title }),
      ...(use !== 'always' && { use }),
    })
  }
  // a concept whose names are all taken by others stays in the table
  return rows.length ? rows : [{ name: title, ...place, use: 'silent' }]
}
