import { ZhengceError } from '../../errors.js'
import { checkDoc, checkString } from '../../guards.js'
import { type Gazetteer, namesOf } from '../../lexicon/gazetteer.js'
import type { IndustryRow } from '../../lexicon/tables.js'
import { type FoldTable, foldKey } from '../../text/normalize.js'
import type { Doc, IndustryEntity } from '../../types.js'

/** A sector of the gazetteer, whether or not a text names it. */
export interface Industry {
  /** Id of the concept: a code of GB/T 4754—2017 (C36), or a word of our own (low-altitude). */
  id: string
  name: string
  /** Its other names, as they stand in the tables. */
  aliases: string[]
  /** GB/T 4754—2017: section letter and up to four digits; of a concept that no class covers the nearest one, or none. */
  code?: string
  /** Class of 战略性新兴产业分类 (2018): 1.1. */
  strategic?: string
  /** Id of the concept above. */
  parent?: string
  /** A field that plans name as emerging. */
  emerging?: true
  /** One of the future industries of national plans. */
  future?: true
}

/** A level of GB/T 4754—2017 (门类, 大类, 中类, 小类), or the nine domains of the strategic list. */
export type IndustryLevel = 'section' | 'division' | 'group' | 'class' | 'domain'

export interface IndustryCount {
  /** GB/T 4754—2017 code, or the number of a strategic domain. */
  id: string
  name: string
  /** Mentions in the document. */
  count: number
}

/** The gazetteer of sectors, for look-ups outside of a text. Answers are empty where nothing is known. */
export interface Industries {
  /**
   * The sectors of an id or code (C36, c36 or 36; low-altitude), of a class of the strategic list (2.3), or of a name, official or not, with or without 产业, 行业 or 业
   * behind it (traditional script too). A code has one; a group and its only class may share a name: the wider comes first. @throws INVALID_TEXT
   */
  lookup(idOrCodeOrName: string): Industry[]
  /** What holds a sector, from the inside out: C3612 is in C361, C36, C. @throws INVALID_TEXT */
  parents(idOrCode: string): Industry[]
  /** The sectors directly below one, by id; of a domain or class of the strategic list what is below the sectors that it is given to. @throws INVALID_TEXT */
  children(idOrCode: string): Industry[]
  /**
   * How often a document mentions what belongs to each class of a level, most frequent first, for facets. A mention that has no code counts where its
   * concept's nearest parent with one does; one whose class is wider than the level (农业 among groups) is left out. @throws INVALID_ARGUMENT, INVALID_OPTION
   */
  rollup(doc: Pick<Doc, 'entities'>, level: IndustryLevel): IndustryCount[]
}

/** Length of a code of each level of the standard, the letter included. */
const CODE_LENGTH: Readonly<Record<Exclude<IndustryLevel, 'domain'>, number>> = { section: 1, division: 3, group: 4, class: 5 }
const SECTIONS = 'ABCDEFGHIJKLMNOPQRST'
const CODE = /^(?:[a-t]\d{0,4}|\d{2,4})$/i
const STRATEGIC_CLASS = /^[1-9](\.\d+){0,2}$/
const ASKED = 'The id, code or name of a sector'
/** What a text may put behind a name that the table has without it. */
const ENDINGS = ['产业', '行业', '业']

/** The rows of the table that are still in it, by concept; read when first asked for. */
export class IndustryDirectory implements Industries {
  private known: { concepts: Map<string, Industry>; below: Map<string, Industry[]>; titled: Map<string, Industry[]> } | undefined

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly fold: FoldTable,
  ) {}

  lookup(idOrCodeOrName: string): Industry[] {
    const asked = checkString(idOrCodeOrName, ASKED).trim()
    const concept = this.conceptOf(asked)
    if (concept) return [concept]
    if (STRATEGIC_CLASS.test(asked)) return [...this.index.concepts.values()].filter(({ strategic }) => strategic === asked)
    const ending = ENDINGS.find(each => asked.endsWith(each))
    const named = this.byName(asked)
    return named.length > 0 || ending === undefined ? named : this.byName(asked.slice(0, -ending.length))
  }

  parents(idOrCode: string): Industry[] {
    const { concepts } = this.index
    const parents: Industry[] = []
    const first = this.conceptOf(checkString(idOrCode, ASKED).trim())
    let concept = first
    while (concept?.parent !== undefined) {
      concept = concepts.get(concept.parent)
      // a user's row may name itself or an unknown concept as parent
      if (concept === undefined || concept === first || parents.includes(concept)) break
      parents.push(concept)
    }
    return parents
  }

  children(idOrCode: string): Industry[] {
    const asked = checkString(idOrCode, ASKED).trim()
    const { below } = this.index
    const id = this.conceptOf(asked)?.id ?? asked
    if (below.has(id) || !STRATEGIC_CLASS.test(asked)) return [...(below.get(id) ?? [])]
    const own = this.lookup(asked)
    return [...new Set(own.flatMap(each => below.get(each.id) ?? []))]
  }

  /** By its id; by a code of the standard in small letters or without its letter, since no two sections share a division. */
  private conceptOf(asked: string): Industry | undefined {
    const { concepts } = this.index
    const concept = concepts.get(asked)
    if (concept || !CODE.test(asked)) return concept
    const codes = /^\d/.test(asked) ? [...SECTIONS].map(letter => letter + asked) : [asked.toUpperCase()]
    return codes.map(code => concepts.get(code)).find(found => found !== undefined)
  }

  rollup(doc: Pick<Doc, 'entities'>, level: IndustryLevel): IndustryCount[] {
    checkDoc(doc, ['entities'])
    const classOf = this.classifierOf(level)
    const counts = new Map<string, number>()
    for (const entity of doc.entities) {
      const id = entity.type === 'industry' ? classOf(entity) : undefined
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return [...counts]
      .map(([id, count]) => ({ id, name: this.lookup(id)[0]?.name ?? id, count }))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  }

  private classifierOf(level: IndustryLevel): (entity: IndustryEntity) => string | undefined {
    if (level === 'domain') return entity => this.placeOf(entity, 'strategic')?.[0]
    const length = Object.hasOwn(CODE_LENGTH, level) ? CODE_LENGTH[level] : undefined
    if (length === undefined) {
      const levels = [...Object.keys(CODE_LENGTH), 'domain'].join(', ')
      throw new ZhengceError('INVALID_OPTION', `The level must be one of ${levels}, not ${String(level)}.`)
    }
    return entity => {
      const code = this.placeOf(entity, 'code')
      return code !== undefined && code.length >= length ? code.slice(0, length) : undefined
    }
  }

  /** What the mention says of its place, or the nearest of its concept's parents that says it. */
  private placeOf(entity: IndustryEntity, field: 'code' | 'strategic'): string | undefined {
    return entity[field] ?? this.parents(entity.concept).find(parent => parent[field] !== undefined)?.[field]
  }

  /** Concepts that a name leads to in texts, and those that only bear it (农业 is section A in a text, and the name of division A01). */
  private byName(name: string): Industry[] {
    const key = foldKey(name, this.fold)
    const { concepts, titled } = this.index
    const named = this.gazetteer.lookup('industries', key).flatMap(({ id }) => concepts.get(id) ?? [])
    // a name that a user has removed leads nowhere, although its concept still bears it
    return named.length > 0 ? [...new Set([...named, ...(titled.get(key) ?? [])])] : []
  }

  private get index() {
    this.known ??= this.read()
    return this.known
  }

  private read() {
    const concepts = new Map<string, Industry>()
    for (const row of this.gazetteer.tables.industries) {
      const names = namesOf(row).filter(name => this.isKept(name, row))
      if (names.length === 0) continue
      const concept = concepts.get(row.id)
      if (concept) concept.aliases.push(...names)
      else concepts.set(row.id, toIndustry(row, names))
    }
    const below = new Map<string, Industry[]>()
    const titled = new Map<string, Industry[]>()
    for (const concept of [...concepts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      concept.aliases = concept.aliases.filter(name => name !== concept.name)
      push(titled, foldKey(concept.name, this.fold), concept)
      if (concept.parent !== undefined) push(below, concept.parent, concept)
    }
    return { concepts, below, titled }
  }

  /** A user may have removed or replaced the row; it stays in the table, but its name no longer leads to it. */
  private isKept(name: string, row: IndustryRow): boolean {
    return this.gazetteer.lookup('industries', foldKey(name, this.fold)).includes(row)
  }
}

function toIndustry({ id, name, title, code, strategic, parent, marks }: IndustryRow, names: readonly string[]): Industry {
  const marked = marks?.split('|') ?? []
  return {
    id,
    name: title ?? name,
    aliases: [...names],
    ...(code && { code }),
    ...(strategic && { strategic }),
    ...(parent && { parent }),
    ...(marked.includes('emerging') && { emerging: true }),
    ...(marked.includes('future') && { future: true }),
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
