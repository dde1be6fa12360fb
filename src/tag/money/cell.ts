import { parseNumeral } from '../../text/numerals.js'
import type { Source } from '../../types.js'
import { product } from '../figure/numeral.js'
import type { Amount } from './amount.js'

/** 三百万, 30w上下, 小于40万: a cell of a table that holds an amount and nothing else. */
const CELL =
  /^(\s*(?:最高|最多|至多|至少|不?超过|小于|大于|不到|约|大约)?\s*)([\d.,一二三四五六七八九十百千两几数零壹贰叁肆伍陆柒捌玖拾佰仟]{1,16})([万亿wWkK])(?=\s*(?:左右|上下|以上|以下|以内|整)?\s*$)/
const SCALES: Record<string, number> = { 万: 1e4, w: 1e4, k: 1e3, 亿: 1e8 }
const LONGEST = 24

export function readCell({ folded }: Source): Amount[] {
  const cell = folded.length <= LONGEST ? CELL.exec(folded) : null
  const value = cell && parseNumeral(cell[2] as string)
  if (!cell || !value) return []
  const low = product(value, SCALES[(cell[3] as string).toLowerCase()] as number)
  const start = (cell[1] as string).length
  return [{ start, end: cell[0].length, currency: 'CNY', low, high: low, range: false, certainty: 'inferred', rule: 'cell' }]
}
