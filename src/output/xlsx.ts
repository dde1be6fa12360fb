import type { Cell } from 'write-excel-file/universal'
import { checkRecords } from '../guards.js'
import { PROVISION_COLUMNS, type ProvisionColumn } from './columns.js'
import type { ProvisionRow } from './provisions.js'
import { visible } from './visible.js'

/** What a cell of a workbook may hold. */
const CELL_UNITS = 32_767

/** Provisions as a workbook of one sheet, titles in a row that stays in sight. */
export async function toXlsx(rows: readonly ProvisionRow[]): Promise<Uint8Array> {
  checkRecords(rows, 'the rows')
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  const titles = PROVISION_COLUMNS.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }))
  const cells = rows.map(row => PROVISION_COLUMNS.map(column => cellOf(column, row)))
  const columns = PROVISION_COLUMNS.map(({ width }) => ({ width }))
  const file = await writeXlsxFile([titles, ...cells], { sheet: '支持标准', columns, stickyRowsCount: 1 }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

function cellOf({ value, format }: ProvisionColumn, row: ProvisionRow): Cell {
  const content = value(row)
  if (typeof content === 'number') return { value: content, type: Number, ...(format && { format }) }
  return content ? { value: visible(content).slice(0, CELL_UNITS), type: String } : null
}
