/**
 * The tables of names. Every row has a `name` and may have `aliases` (separated by `|`): all of them are found in a text and lead to the row.
 * A row is plain strings, as it stands in `dict/<table>.tsv`; what the columns mean is told in `dict/README.md` and checked by `dict/schemas/<table>.schema.json`.
 */
export interface NameRow {
  name: string
  aliases?: string
}

export interface RegionRow extends NameRow {
  adcode?: string
  id?: string
}

export interface FunctionRow extends NameRow {
  id: string
}

export interface AgencyRow extends NameRow {
  id?: string
}

export interface IndustryRow extends NameRow {
  id: string
}

/** A name that only looks like an entity: where it is the longest match it yields none. */
export interface PlainRow extends NameRow {
  /** Types that it stands in the way of, separated by `|`. */
  blocks: string
}

export interface TableRows {
  regions: RegionRow
  functions: FunctionRow
  agencies: AgencyRow
  industries: IndustryRow
  plain: PlainRow
}

export type TableName = keyof TableRows
export type Tables = { [T in TableName]: readonly TableRows[T][] }

/** Order is part of the format: postings store the index. */
export const TABLE_NAMES: readonly TableName[] = ['regions', 'functions', 'agencies', 'industries', 'plain']
