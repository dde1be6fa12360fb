import type { Source, Span } from '../../types.js'
import { BORDER, CLASS, product } from '../figure/numeral.js'
import type { Amount } from './amount.js'

/** 补贴标准（万元）, 投资额/亿元: a head that gives the unit of its column. */
const UNIT_OF_HEAD = /\s*(?:[（(](?:单位[：:])?|\/)([万亿]?)元[）)]?\s*$/
/** 单位：万元, a line above a table. */
const UNIT_OF_TABLE = /单位[：:]\s?([万亿]?)元[）)]?\s*$/
/** Columns that a unit above the table is meant for; others hold years, counts and areas. */
const MONEY_HEAD = /(?:金额|资金|经费|预算|投资额?|补[助贴]|奖[励补]|资助|标准|收入|支出|产值|税收|利润)(?:总额|合计|金额|标准|额度?)?\s*$/
const NUMBER = /^\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?)\s*$/
const SCALES: Record<string, number> = { '': 1, 万: 1e4, 亿: 1e8 }
const FEWEST_CELLS = 2
/** Longest line that is looked at. */
const LONGEST_LINE = 1000

interface Column {
  index: number
  head: Span
  scale: number
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** The cells of a line. */
function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && CLASS[text.charCodeAt(at)] !== BORDER) continue
    cells.push({ start: from, end: at })
    from = at + 1
  }
  return cells
}

/** Columns whose head, or the line above the table, gives a unit of money. */
function columnsOf(text: string, heads: readonly Span[], unitAbove: string | undefined): Column[] {
  return heads.flatMap((head, index) => {
    const words = text.slice(head.start, head.end)
    const own = UNIT_OF_HEAD.exec(words)
    const unit = own ? own[1] : MONEY_HEAD.test(words) ? unitAbove : undefined
    if (unit === undefined) return []
    return [{ index, head: { start: head.start, end: head.start + (own ? own.index : words.length) }, scale: SCALES[unit] as number }]
  })
}

function amountIn(text: string, cell: Span, { head, scale }: Column): Amount | undefined {
  const written = text.slice(cell.start, cell.end)
  const number = NUMBER.exec(written)?.[1]
  if (number === undefined) return undefined
  const start = cell.start + written.indexOf(number)
  const value = product(Number(number.replaceAll(',', '')), scale)
  return {
    start,
    end: start + number.length,
    currency: 'CNY',
    low: value,
    high: value,
    range: false,
    certainty: 'inferred',
    rule: 'table',
    head,
  }
}

/** The rows below a head, as long as they have as many cells as it; returns where they end. */
function readRows(text: string, from: number, width: number, columns: readonly Column[], amounts: Amount[]): number {
  let at = from
  while (at < text.length) {
    const end = lineEnd(text, at)
    const cells = end - at > LONGEST_LINE ? [] : cellsOf(text, at, end)
    if (cells.length !== width) break
    for (const column of columns) {
      const amount = amountIn(text, cells[column.index] as Span, column)
      if (amount) amounts.push(amount)
    }
    at = end + 1
  }
  return at
}

/** Bare numbers of tables whose unit stands in the head of the column or above the table. Cells are parted by tabs or strokes; linear. */
export function readTables({ folded }: Source): Amount[] {
  const amounts: Amount[] = []
  let unitAbove: string | undefined
  for (let at = 0; at < folded.length; ) {
    const end = lineEnd(folded, at)
    const heads = end - at > LONGEST_LINE ? [] : cellsOf(folded, at, end)
    const isTable = heads.length >= FEWEST_CELLS
    const columns = isTable ? columnsOf(folded, heads, unitAbove) : []
    unitAbove = isTable || end - at > LONGEST_LINE ? undefined : UNIT_OF_TABLE.exec(folded.slice(at, end))?.[1]
    at = columns.length > 0 ? readRows(folded, end + 1, heads.length, columns, amounts) : end + 1
  }
  return amounts
}
