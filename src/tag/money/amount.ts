import type { Certainty, Span } from '../../types.js'

/** An amount of money before its context is read. */
export interface Amount extends Span {
  currency: string
  low: number
  high: number
  /** Two ends are written: 30万元到100万元. */
  range: boolean
  /** 数, 余, 多, 上 in or right before the numeral. */
  vague?: Span | undefined
  certainty: Certainty
  rule: string
  /** The head of the column, for a number in a table: it says what the words before an amount say elsewhere. */
  head?: Span
}
