import agencies from '../../dict/schemas/agencies.schema.json' with { type: 'json' }
import functions from '../../dict/schemas/functions.schema.json' with { type: 'json' }
import industries from '../../dict/schemas/industries.schema.json' with { type: 'json' }
import plain from '../../dict/schemas/plain.schema.json' with { type: 'json' }
import regions from '../../dict/schemas/regions.schema.json' with { type: 'json' }
import terms from '../../dict/schemas/terms.schema.json' with { type: 'json' }
import { ZhengceError } from '../errors.js'
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
  return { name, table: tableOf(dictionary.table, name), rows: dictionary.rows as UserSource['rows'], lineOf: row => row + 1 }
}

async function readFileSource(path: string | URL, table?: string): Promise<UserSource> {
  const { readFile } = await import('node:fs/promises')
  const name = String(path)
  const text = await readFile(path, 'utf8').catch(cause => {
    throw new ZhengceError('FILE_UNREADABLE', `${name} cannot be read.`, { cause })
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

const describe = (name: string, { line, field, expected, message }: RowProblem): string =>
  `${name}:${line}: ${field}: ${message} (expected ${expected})`

/** ajv is loaded when the first row is wrong; that the schemas are well formed is left to the tests. */
async function check({ table, rows, lineOf }: UserSource): Promise<RowProblem[]> {
  const isRight = rowChecker(SCHEMAS[table])
  if (rows.every(isRight)) return []
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false }).compile(SCHEMAS[table])
  return rows.flatMap((fields, row) => {
    if (isRight(fields) || validate(fields)) return []
    return (validate.errors ?? []).map(({ instancePath, params, message = '', parentSchema, keyword }) => ({
      line: lineOf(row),
      field: params.additionalProperty ?? params.missingProperty ?? instancePath.slice(1),
      expected:
        keyword === 'additionalProperties'
          ? `one of ${Object.keys(parentSchema?.properties ?? {}).join(', ')}`
          : expectation(parentSchema as Expectation, message),
      message: keyword === 'additionalProperties' ? 'no such column' : message,
    }))
  })
}

type Expectation = { enum?: string[]; description?: string } | undefined

const expectation = (schema: Expectation, message: string): string => schema?.enum?.join(', ') ?? schema?.description ?? message

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
