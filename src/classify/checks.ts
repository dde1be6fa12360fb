import { ZhengceError } from '../errors.js'
import { isObject, kindOf } from '../guards.js'
import type { LabelledText } from './fit.js'
import type { CustomTaxonomy } from './taxonomy.js'

/** A labelled text to learn from: beside its fields, by axis the id of its leaf, as in `corpus/measures`. Further fields are passed over. */
export interface TrainingRow {
  text: string
  /** Title of the document that the text stands in. */
  title?: string
  /** Id of the document; texts of one are read in each other's company. Default: every text is its own. */
  document?: string
  [axis: string]: unknown
}

/** Fields of a row that are no labels. */
const FIELDS: readonly string[] = ['id', 'text', 'title', 'document']

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function malformed(place: string, wanted: string): ZhengceError {
  return new ZhengceError('TAXONOMY_MALFORMED', `${place} must be ${wanted}.`)
}

/** @throws TAXONOMY_MALFORMED with the place and what it must be */
export function checkTaxonomy(taxonomy: unknown): CustomTaxonomy {
  if (!isObject(taxonomy)) throw malformed('The taxonomy', 'an object')
  if (!isText(taxonomy.name)) throw malformed('name', 'a name')
  const { axes } = taxonomy
  if (!isObject(axes) || Object.keys(axes).length === 0) throw malformed('axes', 'an object with an axis or more')
  for (const [axis, value] of Object.entries(axes)) checkAxis(axis, value)
  return taxonomy as unknown as CustomTaxonomy
}

function checkAxis(axis: string, value: unknown): void {
  const place = `axes.${axis}`
  if (FIELDS.includes(axis)) throw malformed(place, `called otherwise: ${FIELDS.join(', ')} are fields of the rows`)
  if (!isObject(value)) throw malformed(place, 'an object with leaves')
  const { leaves, context = false, max_secondary = 0 } = value
  if (typeof context !== 'boolean') throw malformed(`${place}.context`, 'true or false')
  if (!Number.isInteger(max_secondary) || (max_secondary as number) < 0) throw malformed(`${place}.max_secondary`, 'a whole number')
  if (!Array.isArray(leaves) || leaves.length < 2) throw malformed(`${place}.leaves`, 'an array of two leaves or more')
  const seen = new Set<unknown>()
  for (const [i, leaf] of leaves.entries()) {
    const at = `${place}.leaves[${i}]`
    if (!isObject(leaf) || !isText(leaf.id)) throw malformed(at, 'an object with an id')
    if (seen.has(leaf.id)) throw malformed(`${at}.id`, `another than ${leaf.id}, which a leaf before it has`)
    seen.add(leaf.id)
    if (leaf.cues !== undefined && !(Array.isArray(leaf.cues) && leaf.cues.every(isText)))
      throw malformed(`${at}.cues`, 'an array of words')
  }
}

/** The rows with their labels. @throws ROW_MALFORMED with the number of the row, counted from 1 */
export function checkRows(rows: Iterable<unknown>, taxonomy: CustomTaxonomy): LabelledText[] {
  const checked = checkFields(rows, taxonomy)
  const bare = checked.findIndex(({ labels }) => Object.keys(labels).length === 0)
  if (bare >= 0) throw malformedRow(bare + 1, `it has no label; the axes are ${Object.keys(taxonomy.axes).join(', ')}`)
  return checked
}

/** As `checkRows`, but rows without any label may stand among the others. @throws ROW_MALFORMED */
export function checkFields(rows: Iterable<unknown>, { axes }: Pick<CustomTaxonomy, 'axes'>): LabelledText[] {
  if (typeof (rows as Partial<Iterable<unknown>> | undefined | null)?.[Symbol.iterator] !== 'function' || typeof rows === 'string')
    throw new ZhengceError('ROW_MALFORMED', `The rows are ${kindOf(rows)}, not an array.`)
  const checked = Array.from(rows, (row, i) => checkRow(row, i + 1, axes))
  if (checked.length === 0) throw new ZhengceError('ROW_MALFORMED', 'There are no rows.')
  return checked
}

const malformedRow = (number: number, what: string): ZhengceError => new ZhengceError('ROW_MALFORMED', `Row ${number}: ${what}.`)

function checkRow(row: unknown, number: number, axes: CustomTaxonomy['axes']): LabelledText {
  const wrong = (what: string) => malformedRow(number, what)
  if (!isObject(row)) throw wrong('it is no object')
  if (!isText(row.text)) throw wrong('text must be a text')
  for (const field of ['title', 'document'] as const) {
    if (row[field] !== undefined && typeof row[field] !== 'string') throw wrong(`${field} must be a string`)
  }
  const labels: Record<string, string | undefined> = {}
  for (const [axis, { leaves }] of Object.entries(axes)) {
    const label = row[axis]
    if (label === undefined) continue
    if (!leaves.some(leaf => leaf.id === label)) throw wrong(`${axis} is ${JSON.stringify(label)}, which is no leaf of it`)
    labels[axis] = label as string
  }
  const { text, title = '', document = `row ${number}` } = row as unknown as TrainingRow
  return { text, title, document, labels }
}
