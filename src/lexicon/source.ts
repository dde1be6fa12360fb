import { ZhengceError } from '../errors.js'

/** One row of a table, with the line it stands on (1-based) for messages. */
export interface SourceRow {
  line: number
  fields: Record<string, string>
}

/** Reads a TSV table: the first line that is no comment names the columns, `#` starts a comment line, blank lines are passed over, empty cells are left out. */
export function parseTable(text: string, file: string): SourceRow[] {
  const rows: SourceRow[] = []
  let columns: string[] | undefined
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue
    const cells = raw.split('\t').map(cell => cell.trim())
    if (columns === undefined) {
      columns = cells
      continue
    }
    if (cells.length > columns.length) {
      throw new ZhengceError(
        'DICTIONARY_ROW',
        `${file}:${index + 1}: ${cells.length} cells where the header has ${columns.length} columns.`,
      )
    }
    const fields: Record<string, string> = {}
    for (const [i, cell] of cells.entries()) if (cell !== '') fields[columns[i]!] = cell
    rows.push({ line: index + 1, fields })
  }
  return rows
}

/** A cell that lists several values, separated by `|`. */
export const splitList = (cell: string | undefined): string[] => (cell ? cell.split('|').filter(Boolean) : [])
