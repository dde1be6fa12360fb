/** Compiles `dict/` and what the packages hold into `dist/zhengce.dict`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { writeSections } from '../format.js'
import { indexNames } from '../gazetteer.js'
import { buildFold } from './fold.js'
import { buildTables } from './tables.js'

const target = new URL('../../../dist/zhengce.dict', import.meta.url)

const fold = buildFold()
const tables = buildTables()
const names = indexNames(tables, fold)
const bytes = writeSections({
  fold,
  tables: { json: tables },
  'names.alphabet': names.trie.alphabet,
  'names.cells': names.trie.cells,
  'names.postings': names.postings,
})
mkdirSync(new URL('.', target), { recursive: true })
writeFileSync(target, bytes)
console.log(`dist/zhengce.dict: ${(bytes.length / 1e6).toFixed(1)} MB`)
