import type { AgencyCandidate } from '../candidate.js'
import type { AgencyFunction } from './function.js'
import type { PrefixAt } from './prefix.js'

/** An organ without its region: where it stands, and what it is called in full. */
export interface Organ {
  start: number
  end: number
  fn: AgencyFunction
  organ: string
  /** Where the suffix begins; `end` where it has none. */
  stemEnd: number
  isFull: boolean
}

export function toCandidate({ end, fn, organ, isFull }: Organ, at: PrefixAt | undefined, rule: string): AgencyCandidate | undefined {
  return at && { type: 'agency', rule, start: at.start, end, prefix: at.prefix, row: fn.row, organ, isFull }
}
