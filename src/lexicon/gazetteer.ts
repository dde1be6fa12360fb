import { type FoldTable, foldKey } from '../text/normalize.js'
import type { Span } from '../types.js'
import { type RegionKeys, regionKeys } from './region-keys.js'
import { splitList } from './source.js'
import { Starts } from './starts.js'
import { JoinedRows } from './stored-rows.js'
import { type NameRow, type Rows, TABLE_NAMES, type TableName, type TableRows, type Tables } from './tables.js'
import { ENDS, LETTER, Trie } from './trie.js'

export interface Match<Row> extends Span {
  row: Row
}

/**
 * Every place where a name of a table stands, by table; sorted by start, the shorter first.
 * A function that takes organ suffixes is found only before the first sign of one of them.
 */
export type Matches = { [T in TableName]: Match<TableRows[T]>[] }

const ROW_BITS = 24
const ROW_MASK = (1 << ROW_BITS) - 1

const FUNCTIONS = TABLE_NAMES.indexOf('functions')

/** What the trie's values point into: a count, then that many `table << 24 | row`. */
export type Postings = Int32Array

export interface NameIndex {
  trie: Trie
  postings: Postings
  starts: Starts
}

/** Indexes every name and alias of the rows. `skip` is the number of rows of each table that another index already holds. */
export function indexNames(tables: Tables, fold: FoldTable, skip: (table: TableName) => number = () => 0): NameIndex {
  const byName = new Map<string, number[]>()
  for (const [tableIndex, table] of TABLE_NAMES.entries()) {
    const rows = tables[table]
    for (let i = skip(table); i < rows.length; i++) {
      for (const name of namesOf(rows.at(i)!)) {
        const key = foldKey(name, fold)
        const posting = (tableIndex << ROW_BITS) | i
        const list = byName.get(key)
        if (list === undefined) byName.set(key, [posting])
        else if (!list.includes(posting)) list.push(posting)
      }
    }
  }
  const postings: number[] = []
  const entries: [string, number][] = []
  for (const [name, list] of byName) {
    entries.push([name, postings.length])
    postings.push(list.length, ...list)
  }
  const trie = Trie.build(entries)
  return { trie, postings: Int32Array.from(postings), starts: Starts.of(trie) }
}

export const namesOf = (row: { name: string; aliases?: string }): string[] => [row.name, ...splitList(row.aliases)]

/** A row that is added, takes the place of those with its name, or takes its names away. */
export interface NameEdit {
  table: TableName
  action: 'add' | 'override' | 'remove'
  row: NameRow
}

/** All names of regions, organs and industries over one or more indexes: the package's own and the user's. Immutable. */
export class Gazetteer {
  /** By the row of a function, the first sign of each suffix that may follow; empty where none has to. Made when its name is first met. */
  private readonly suffixSigns: string[] = []
  private readonly rows: readonly Rows<NameRow>[]

  constructor(
    private readonly indexes: readonly NameIndex[],
    readonly tables: Tables,
    readonly regionKeys: RegionKeys,
    /** Rows that a user removed or replaced; they stay in the tables, as postings count them. */
    readonly dropped: ReadonlySet<NameRow> = new Set(),
  ) {
    this.rows = TABLE_NAMES.map(table => tables[table])
  }

  static of(tables: Tables, fold: FoldTable): Gazetteer {
    return new Gazetteer([indexNames(tables, fold)], tables, regionKeys(tables.regions))
  }

  /** A gazetteer with a user's edits; this one stays as it is. */
  extend(edits: readonly NameEdit[], fold: FoldTable): Gazetteer {
    const indexes = this.indexes.map(index => ({ ...index, postings: index.postings.slice() }))
    const added: { [T in TableName]: NameRow[] } = { regions: [], functions: [], agencies: [], industries: [], plain: [] }
    const dropped = new Set(this.dropped)
    for (const { table, action, row } of edits) {
      if (action === 'remove') for (const name of namesOf(row)) dropPostings(indexes, foldKey(name, fold), table)
      if (action !== 'add') {
        for (const i of this.find(table, foldKey(row.name, fold))) {
          const old = this.tables[table].at(i)!
          if (old.name !== row.name) continue
          dropped.add(old)
          for (const name of namesOf(old)) dropPostings(indexes, foldKey(name, fold), table, i)
        }
        for (const old of added[table]) if (old.name === row.name) dropped.add(old)
      }
      if (action !== 'remove') added[table].push(row)
    }
    const join = <T extends TableName>(table: T): Rows<TableRows[T]> =>
      added[table].length > 0 ? new JoinedRows(this.tables[table], added[table] as TableRows[T][]) : this.tables[table]
    const tables = Object.fromEntries(TABLE_NAMES.map(table => [table, join(table)])) as unknown as Tables
    const index = indexNames(tables, fold, table => this.tables[table].length)
    const keys = edits.some(({ table }) => table === 'regions') ? regionKeys(tables.regions, dropped) : this.regionKeys
    return new Gazetteer([...indexes, index], tables, keys, dropped)
  }

  /** Rows of a table that bear a name. */
  lookup<T extends TableName>(table: T, folded: string): TableRows[T][] {
    return this.find(table, folded).map(row => this.tables[table].at(row)!)
  }

  /** Their numbers. */
  private find(table: TableName, folded: string): number[] {
    const tableIndex = TABLE_NAMES.indexOf(table)
    return this.indexes.flatMap(({ trie, postings }) => {
      const at = trie.get(folded)
      const list = at < 0 ? [] : [...postings.subarray(at + 1, at + 1 + postings[at]!)]
      return list.filter(posting => posting >> ROW_BITS === tableIndex).map(posting => posting & ROW_MASK)
    })
  }

  /** Every match over folded code units, in one pass an index. */
  scan(codes: Uint16Array): Matches {
    const found = TABLE_NAMES.map((): Match<never>[] => [])
    for (const index of this.indexes) this.scanIndex(index, codes, found)
    if (this.indexes.length > 1) for (const matches of found) matches.sort((a, b) => a.start - b.start || a.end - b.end)
    const [regions, functions, agencies, industries, plain] = found as [never[], never[], never[], never[], never[]]
    return { regions, functions, agencies, industries, plain }
  }

  private scanIndex({ trie: { alphabet, cells }, postings, starts }: NameIndex, codes: Uint16Array, found: Match<NameRow>[][]): void {
    const length = codes.length
    const root = cells[0]!
    let next = codes[0]!
    for (let start = 0; start < length; start++) {
      const first = next
      next = start + 1 < length ? codes[start + 1]! : 0
      if (!starts.may(first, next)) continue
      let base = root
      for (let at = start; at < length; at++) {
        const letter = alphabet[codes[at]!]!
        if (letter === 0) break
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        if (base < 0) {
          this.emit(postings, ~base, start, at + 1, codes, found)
          break
        }
        if (label & ENDS) this.emit(postings, ~cells[base << 1]!, start, at + 1, codes, found)
      }
    }
  }

  private emit(postings: Postings, at: number, start: number, end: number, codes: Uint16Array, found: Match<NameRow>[][]): void {
    const last = at + postings[at]!
    for (let i = at + 1; i <= last; i++) {
      const posting = postings[i]!
      const table = posting >> ROW_BITS
      const row = posting & ROW_MASK
      if (table === FUNCTIONS && !allows(this.signsOf(row), codes[end])) continue
      found[table]!.push({ start, end, row: this.rows[table]!.at(row)! })
    }
  }

  private signsOf(row: number): string {
    this.suffixSigns[row] ??= splitList(this.tables.functions.at(row)!.suffixes).reduce((signs, suffix) => signs + suffix[0]!, '')
    return this.suffixSigns[row]
  }
}

/** Whether a function may be followed by a code unit: by any where no suffix has to follow. */
function allows(signs: string, code: number | undefined): boolean {
  for (let i = 0; i < signs.length; i++) if (signs.charCodeAt(i) === code) return true
  return signs.length === 0
}

/** Takes the rows of a table, or one of them, from what a name leads to. */
function dropPostings(indexes: readonly NameIndex[], key: string, table: TableName, row?: number): void {
  const tableIndex = TABLE_NAMES.indexOf(table)
  for (const { trie, postings } of indexes) {
    const at = trie.get(key)
    if (at < 0) continue
    const list = [...postings.subarray(at + 1, at + 1 + postings[at]!)]
    const kept = list.filter(posting => posting >> ROW_BITS !== tableIndex || (row !== undefined && (posting & ROW_MASK) !== row))
    postings[at] = kept.length
    postings.set(kept, at + 1)
  }
}
