import type { ErrorObject } from 'ajv'
import agencies from '../../dict/schemas/agencies.schema.json' with { type: 'json' }
import functions from '../../dict/schemas/functions.schema.json' with { type: 'json' }
import industries from '../../dict/schemas/industries.schema.json' with { type: 'json' }
import plain from '../../dict/schemas/plain.schema.json' with { type: 'json' }
import regions from '../../dict/schemas/regions.schema.json' with { type: 'json' }
import terms from '../../dict/schemas/terms.schema.json' with { type: 'json' }
import { ZhengceError } from '../errors.js'
import { isObject, kindOf, unreadable } from '../guards.js'
import type { NameEdit } from './gazetteer.js'
import type { LexiconEdits } from './lexicon.js'
import { rowChecker } from './rows.js'
import { parseTable, type SourceRow } from './source.js'
import { REMOVED, type WordEntry } from './words.js'

const SCHEMAS = { terms, regions, functions, agencies, industries, plain }

/** A table that users may add to: the names of entities, and plain words. */
export type UserTable = keyof typeof SCHEMAS
export const USER_TABLES = Object.keys(SCHEMAS) as UserTable[]

/** A row of a user's table: the columns of `dict/schemas/<table>.schema.json`, and what to do with it. */
export type UserRow = { action?: 'add' | 'override' | 'remove' } & Record<string, string>

/** A user's dictionary: rows, or the path of a TSV file that names its table in a comment line `# table: agencies` or by its file name. */
export type UserDictionary = string | URL | { table: UserTable; rows: readonly UserRow[] }

/** One thing that is wrong with a row. */
export interface RowProblem {
  /** Line of a file, or number of a row, counted from 1. */
  line: number
  field: string
  expected: string
  message: string
}

export interface DictionaryReport {
  table: UserTable
  rows: number
  problems: RowProblem[]
}

interface UserSource {
  name: string
  table: UserTable
  rows: readonly SourceRow['fields'][]
  /** Where a row stands: its line in a file, its number in a list. */
  lineOf(row: number): number
}

/** Reads and checks all dictionaries before any is used. @throws FILE_UNREADABLE, DICTIONARY_ROW with every problem in its message */
export async function loadUserDictionaries(dictionaries: readonly UserDictionary[]): Promise<LexiconEdits> {
  const sources = await Promise.all(dictionaries.map(readSource))
  const problems = (
    await Promise.all(sources.map(async source => (await check(source)).map(problem => describe(source.name, problem))))
  ).flat()
  if (problems.length > 0) throw new ZhengceError('DICTIONARY_ROW', problems.join('\n'))
  return toEdits(sources)
}

/** Checks a dictionary file without using it. @throws FILE_UNREADABLE, DICTIONARY_ROW where no table can be told */
export async function checkDictionary(path: string, table?: string): Promise<DictionaryReport> {
  const source = await readFileSource(path, table)
  return { table: source.table, rows: source.rows.length, problems: await check(source) }
}

async function readSource(dictionary: UserDictionary, index: number): Promise<UserSource> {
  if (typeof dictionary === 'string' || dictionary instanceof URL) return readFileSource(dictionary)
  const name = `dictionaries[${index}]`
  if (!isObject(dictionary)) throw new ZhengceError('INVALID_OPTION', `${name} is ${kindOf(dictionary)}, not a path or {table, rows}.`)
  const { table, rows } = dictionary
  if (!Array.isArray(rows)) throw new ZhengceError('INVALID_OPTION', `${name}.rows is ${kindOf(rows)}, not an array.`)
  const wrong = rows.findIndex(row => !isObject(row))
  if (wrong >= 0) throw new ZhengceError('DICTIONARY_ROW', `${name}:${wrong + 1}: the row is ${kindOf(rows[wrong])}, not an object.`)
  return { name, table: tableOf(table, name), rows: rows as UserSource['rows'], lineOf: row => row + 1 }
}

async function readFileSource(path: string | URL, table?: string): Promise<UserSource> {
  const { readFile } = await import('node:fs/promises')
  const name = String(path)
  const text = await readFile(path, 'utf8').catch(cause => {
    throw unreadable(name, cause)
  })
  const named = table ?? /^#\s*table:\s*(\S+)/m.exec(text)?.[1] ?? /([a-z]+)\.tsv$/.exec(name)?.[1]
  const known = tableOf(named, name)
  const rows = parseTable(text, name)
  return { name, table: known, rows: rows.map(({ fields }) => fields), lineOf: row => rows[row]!.line }
}

function tableOf(table: string | undefined, name: string): UserTable {
  if (table !== undefined && Object.hasOwn(SCHEMAS, table)) return table as UserTable
  throw new ZhengceError(
    'DICTIONARY_ROW',
    `${name}: names ${table ? `the table ${table}` : 'no table'}; expected one of ${USER_TABLES.join(', ')}.`,
  )
}

/** colour: no such column (expected: one of name, id). */
export const wordProblem = ({ field, expected, message }: Omit<RowProblem, 'line'>): string =>
  [field, message].filter(Boolean).join(': ') + (expected && ` (expected: ${expected})`)

const describe = (name: string, { line, field, expected, message }: RowProblem): string =>
  `${name}:${line}: ${wordProblem({ field, expected, message })}`

/** ajv is loaded when the first row is wrong; that the schemas are well formed is left to the tests. */
async function check({ table, rows, lineOf }: UserSource): Promise<RowProblem[]> {
  const isRight = rowChecker(SCHEMAS[table])
  if (rows.every(isRight)) return []
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false }).compile(SCHEMAS[table])
  return rows.flatMap((fields, row) => {
    if (isRight(fields) || validate(fields)) return []
    return (validate.errors ?? []).map(error => ({ line: lineOf(row), ...problemOf(error) }))
  })
}

interface CellSchema {
  enum?: string[]
  description?: string
}

/** What ajv says of a row, in words for who wrote the table. */
function problemOf({ instancePath, params, message = '', parentSchema, keyword }: ErrorObject): Omit<RowProblem, 'line'> {
  const columns: Readonly<Record<string, CellSchema>> = parentSchema?.properties ?? {}
  const expectation = (schema: CellSchema | undefined) => schema?.enum?.join(', ') ?? schema?.description ?? ''
  switch (keyword) {
    case 'additionalProperties':
      return { field: params.additionalProperty, expected: `one of ${Object.keys(columns).join(', ')}`, message: 'no such column' }
    case 'required':
      return { field: params.missingProperty, expected: expectation(columns[params.missingProperty]), message: 'is missing' }
    default:
      return {
        field: instancePath.slice(1),
        expected: expectation(parentSchema as CellSchema | undefined),
        message: keyword === 'minLength' ? 'is empty' : message,
      }
  }
}

function toEdits(sources: readonly UserSource[]): LexiconEdits {
  const names: NameEdit[] = []
  const words = { add: [] as WordEntry[], remove: [] as string[] }
  for (const { table, rows } of sources) {
    for (const fields of rows) {
      if (table === 'terms') addTerm(fields as UserRow, words)
      else {
        const { action = 'add', ...row } = fields as UserRow
        names.push({ table, action, row: row as unknown as { name: string } })
        if (table === 'regions' && action !== 'remove') words.add.push({ word: row.name!, tag: 'ns' })
      }
    }
  }
  return { names, words }
}

function addTerm({ action, term, frequency, tag }: UserRow, { add, remove }: { add: WordEntry[]; remove: string[] }): void {
  if (action === 'remove' || frequency === REMOVED) {
    remove.push(term!)
    return
  }
  const entry: WordEntry = { word: term! }
  if (frequency) entry.frequency = Number(frequency)
  if (tag) entry.tag = tag
  add.push(entry)
}
