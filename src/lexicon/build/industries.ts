import { ZhengceError } from '../../errors.js'
import { namesOf } from '../gazetteer.js'
import type { IndustryRow } from '../tables.js'
import { type ClassificationEntry, readClassification } from './gbt4754.js'

const USES = ['always', 'listed', 'alone', 'silent'] as const
type Use = (typeof USES)[number]
type Place = Omit<IndustryRow, 'name' | 'aliases' | 'use'>

interface Concept {
  title: string
  place: Place
  names: Record<Use, string[]>
}

const OTHER = '其他'
/** 其他 before a sector of its own (其他农业, 其他房地产业) mostly means the rest of it; with longer names it is the class of the standard. */
const LONGEST_OTHER = 6

/**
 * Rows of the industries table: the whole of GB/T 4754—2017 and what `dict/industries.tsv` adds, one row a concept and use.
 * An official name is a sector wherever it stands, unless the table says otherwise.
 * @throws DICTIONARY_ROW where two concepts claim one name
 */
export function buildIndustries(sources: readonly IndustryRow[]): IndustryRow[] {
  const classification = readClassification()
  const spoken = new Set([...classification.map(({ name }) => name), ...sources.flatMap(namesOf)])
  const concepts = new Map(classification.map(entry => [entry.code, official(entry, spoken)]))
  const owners = new Map<string, string>()
  for (const source of sources) {
    const concept = concepts.get(source.id) ?? { title: source.name, place: { id: source.id }, names: noNames() }
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

const noNames = (): Concept['names'] => ({ always: [], listed: [], alone: [], silent: [] })

function claim(name: string, owner: string, owners: Map<string, string>): void {
  const other = owners.get(name)
  if (other !== undefined) throw new ZhengceError('DICTIONARY_ROW', `dict/industries.tsv: ${name} stands at ${other} and at ${owner}.`)
  owners.set(name, owner)
}

function official({ code, name, parent }: ClassificationEntry, spoken: ReadonlySet<string>): Concept {
  const names = noNames()
  names[isRest(name, spoken) ? 'alone' : 'always'].push(name)
  return { title: name, place: { id: code, code, ...(parent && { parent }) }, names }
}

function isRest(name: string, spoken: ReadonlySet<string>): boolean {
  const sector = name.slice(OTHER.length)
  return name.startsWith(OTHER) && spoken.has(sector) && (name.length <= LONGEST_OTHER || sector.endsWith('业'))
}

/** An official name yields to the table's own treatment of it, and to the level above that bears the same name. */
function rowsOf({ title, place, names }: Concept, owners: Map<string, string>): IndustryRow[] {
  const rows: IndustryRow[] = []
  for (const use of USES) {
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
