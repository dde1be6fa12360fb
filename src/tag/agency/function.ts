import { splitList } from '../../lexicon/source.js'
import type { FunctionRow } from '../../lexicon/tables.js'

export type Host = 'plain' | 'party' | 'committee' | 'branch' | 'open' | 'named' | 'township'

/** A row of the table of functions, read. */
export interface AgencyFunction {
  row: FunctionRow
  suffixes: readonly string[]
  host: Host
}

const functions = new WeakMap<FunctionRow, AgencyFunction>()

export function functionOf(row: FunctionRow): AgencyFunction {
  const known = functions.get(row)
  if (known) return known
  const read: AgencyFunction = { row, suffixes: splitList(row.suffixes), host: (row.host ?? 'plain') as Host }
  functions.set(row, read)
  return read
}
