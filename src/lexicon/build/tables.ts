import { readFileSync } from 'node:fs'
import { parseTable } from '../source.js'
import type { TableName, TableRows, Tables } from '../tables.js'
import { buildIndustries } from './industries.js'
import { buildRegions } from './regions.js'

const dictUrl = (file: string): URL => new URL(`../../../dict/${file}`, import.meta.url)

/** Rows of `dict/<file>`. */
export const readTable = <Row>(file: string): Row[] =>
  parseTable(readFileSync(dictUrl(file), 'utf8'), `dict/${file}`).map(row => row.fields as Row)

const table = <T extends TableName>(name: T): TableRows[T][] => readTable<TableRows[T]>(`${name}.tsv`)

/** Every table of names: what stands in `dict/`, and what is derived from npm packages. */
export function buildTables(): Tables {
  return {
    regions: buildRegions(table('regions')),
    functions: table('functions'),
    agencies: table('agencies'),
    industries: buildIndustries(table('industries')),
    plain: [...table('plain'), ...readTable<TableRows['plain']>('industry-traps.tsv')],
  }
}
