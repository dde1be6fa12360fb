import type { FoldTable } from '../../text/normalize.js'
import type { Section } from '../format.js'
import { indexNames } from '../gazetteer.js'
import { regionKeys } from '../region-keys.js'
import { rowSections } from '../stored-rows.js'
import { type EnglishRow, type PlanRow, TABLE_NAMES, type UnitRow } from '../tables.js'
import { buildTables, readTable } from './tables.js'
import { buildHmm, buildWords, hmmSections, wordChanges, wordSections } from './words.js'

/** The sections of a lexicon: names with their tables, and words with their weights. */
export function lexiconSections(fold: FoldTable): Record<string, Section> {
  const tables = buildTables()
  const names = indexNames(tables, fold)
  const keys = regionKeys(tables.regions)
  return {
    fold,
    ...Object.assign({}, ...TABLE_NAMES.map(table => rowSections(table, tables[table]))),
    'regions.codes': keys.codes,
    'regions.places': keys.rows,
    'regions.heads': keys.heads,
    'regions.signed': keys.signed,
    english: { json: readTable<EnglishRow>('english.tsv') },
    units: { json: readTable<UnitRow>('units.tsv') },
    plans: { json: readTable<PlanRow>('plans.tsv') },
    'names.alphabet': names.trie.alphabet,
    'names.cells': names.trie.cells,
    'names.postings': names.postings,
    'names.starts': names.starts.pairs,
    'names.alone': names.starts.alone,
    ...wordSections(buildWords(fold, wordChanges(tables))),
    ...hmmSections(buildHmm()),
  }
}
