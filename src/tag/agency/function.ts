import { derived } from '../../lexicon/derived.js'
import { splitList } from '../../lexicon/source.js'
import type { FunctionRow } from '../../lexicon/tables.js'

export type Host = 'plain' | 'party' | 'committee' | 'branch' | 'open' | 'named' | 'township'

/** A row of the table of functions, read. */
export interface AgencyFunction {
  row: FunctionRow
  suffixes: readonly string[]
  host: Host
  /** What it is itself to the organs behind it: their Party committee or government. */
  holds: 'committee' | 'government' | undefined
}

const HOLDERS: Readonly<Record<string, AgencyFunction['holds']>> = { 'party-committee': 'committee', government: 'government' }

export const functionOf = derived(
  (row: FunctionRow): AgencyFunction => ({
    row,
    suffixes: splitList(row.suffixes),
    host: (row.host ?? 'plain') as Host,
    holds: HOLDERS[row.id],
  }),
)
