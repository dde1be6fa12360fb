import { ZhengceError } from '../../errors.js'
import { splitList } from '../source.js'
import type { IndustryRow, PlainRow } from '../tables.js'
import { type ClassificationEntry, readClassification } from './gbt4754.js'

/** A row of `dict/industries.tsv`: a concept of our own, or names for a class of GB/T 4754—2017 (its code is the id). */
export interface IndustrySource {
  id: string
  name: string
  aliases?: string
  /** Names that are a sector only in the company of sectors. */
  listed?: string
  parent?: string
  code?: string
  strategic?: string
  marks?: string
}

interface Concept extends Omit<IndustryRow, 'name' | 'aliases' | 'use'> {
  title: string
  always: string[]
  listed: string[]
  silent: string[]
}

/** Names that are shaped like a sector's and mean nothing else in running text. */
const SECTOR_SHAPE = /(?:业|制造|加工|种植|养殖|饲养|采选|开采|采运|冶炼|铸造|批发|零售|运输|仓储|修理|维修|租赁|出租)$/
/** Names that are often the activity and not the sector (安全服务, 土木工程建筑). */
const ACTIVITY_SHAPE = /(?:服务|建筑|施工|安装|生产|管理|养护)$/
/** Public administration and international organisations are no sectors that a plan counts firms under. */
const NO_SECTOR = /^[ST]/

/** Rows of the industries table: the whole of GB/T 4754—2017 and what `dict/industries.tsv` adds. */
export function buildIndustries(sources: readonly IndustrySource[]): IndustryRow[] {
  const concepts = new Map(readClassification().map(entry => [entry.code, conceptOf(entry)]))
  const taken = new Map<string, string>()
  for (const source of sources) {
    const known = concepts.get(source.id)
    const concept = known ?? { id: source.id, title: source.name, always: [], listed: [], silent: [] }
    for (const field of ['parent', 'code', 'strategic', 'marks'] as const) if (source[field]) concept[field] = source[field]
    for (const use of ['always', 'listed'] as const) {
      const names = use === 'always' ? [source.name, ...splitList(source.aliases)] : splitList(source.listed)
      for (const name of names) claim(name, source.id, use, taken)
      concept[use].push(...names)
    }
    concepts.set(source.id, concept)
  }
  return [...concepts.values()].flatMap(concept => rowsOf(concept, taken))
}

function claim(name: string, id: string, use: string, taken: Map<string, string>): void {
  const holder = taken.get(name)
  if (holder !== undefined) throw new ZhengceError('DICTIONARY_ROW', `dict/industries.tsv: ${name} is a name of ${holder} and of ${id}.`)
  taken.set(name, `${id} ${use}`)
}

function conceptOf({ code, name, parent }: ClassificationEntry): Concept {
  const concept: Concept = { id: code, code, title: name, always: [], listed: [], silent: [] }
  if (parent) concept.parent = parent
  concept[defaultUse(code, name)].push(name)
  return concept
}

function defaultUse(code: string, name: string): 'always' | 'listed' | 'silent' {
  if (NO_SECTOR.test(code) || name.includes('其他') || name.length < 4) return 'silent'
  if (SECTOR_SHAPE.test(name)) return 'always'
  return ACTIVITY_SHAPE.test(name) ? 'listed' : 'silent'
}

/** One row a use; an official name yields to the table's own treatment of it, and to the level above that bears the same name. */
function rowsOf({ always, listed, silent, title, ...concept }: Concept, taken: Map<string, string>): IndustryRow[] {
  const rows: IndustryRow[] = []
  for (const [use, names] of Object.entries({ always, listed, silent })) {
    const own = names.filter(name => {
      const holder = taken.get(name)
      if (holder === undefined) taken.set(name, `${concept.id} ${use}`)
      return holder === undefined || holder === `${concept.id} ${use}`
    })
    const [name, ...aliases] = new Set(own)
    if (name === undefined) continue
    const row: IndustryRow = { name, ...concept }
    if (aliases.length) row.aliases = aliases.join('|')
    if (name !== title) row.title = title
    if (use !== 'always') row.use = use as 'listed' | 'silent'
    rows.push(row)
  }
  // a concept whose names are all taken by others stays in the table
  return rows.length ? rows : [{ name: title, ...concept, use: 'silent' }]
}

/** Rows of `dict/industry-traps.tsv`: names that hold a sector's name and mean none. */
export const buildIndustryTraps = (rows: readonly Omit<PlainRow, 'blocks'>[]): PlainRow[] =>
  rows.map(({ name, aliases }) => ({ name, ...(aliases && { aliases }), blocks: 'industry' }))
