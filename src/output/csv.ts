import { checkOptions, checkRecords } from '../guards.js'
import { PROVISION_COLUMNS } from './columns.js'
import type { ProvisionRow } from './provisions.js'

export interface CsvOptions {
  /** Whether the file begins with a byte order mark, without which Excel takes it for GBK. Default false. */
  bom?: boolean
}

/** Provisions as CSV (RFC 4180), titles in the first line. A text that a spreadsheet would run as a formula is led by an apostrophe. */
export function toCsv(rows: readonly ProvisionRow[], options: CsvOptions = {}): string {
  checkRecords(rows, 'the rows')
  checkOptions(options, ['bom'])
  const titles = PROVISION_COLUMNS.map(column => column.title)
  const lines = [titles, ...rows.map(row => PROVISION_COLUMNS.map(column => column.value(row)))]
  return (options.bom ? '\ufeff' : '') + lines.map(line => `${line.map(field).join(',')}\r\n`).join('')
}

const FORMULA = /^[=+\-@\t\r]/
const SPECIAL = /[",\r\n]/

function field(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
