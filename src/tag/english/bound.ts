import type { Bound, Span } from '../../types.js'

/** An amount in its sentence, folded. */
export interface Clause extends Span {
  /** The sentence before the amount. */
  sentence: string
  /** The same from the amount before, and the sentence behind up to the next amount. */
  left: string
  right: string
  /** An amount stands before this one in the sentence. */
  follows: boolean
}

export interface Limit {
  bound: Bound
  cue?: Span
}

/** Between a cue and its amount: up to a total of, not exceed an annual. */
const BETWEEN = '(?:\\s+(?:a|an|the|total|sum|amount|of|annual|annually|maximum|equivalent|to))*\\s*$'

const before = (cues: string): RegExp => new RegExp(`(?<![a-z])(${cues.replaceAll(' ', '\\s+')})${BETWEEN}`, 'i')
const behind = (cues: string): RegExp => new RegExp(`^\\s*\\(?(${cues.replaceAll(' ', '\\s+')})(?![a-z])`, 'i')

/** Cues right before an amount; no more than goes before more than. */
const BEFORE: readonly (readonly [Bound, RegExp])[] = [
  [
    'min',
    before(
      'no less than|not less than|no lower than|not lower than|no fewer than|not be less than|not be lower than|at least|a minimum of',
    ),
  ],
  [
    'max',
    before(
      'up to|no more than|not more than|no higher than|not be higher than|not be more than|not exceeding|not exceed|not to exceed|without exceeding|at most|at a maximum of|a maximum of|maximum of|max|capped at|cap of|ceiling of|upper limit of|limited to|less than|lower than|fewer than|below|under|within|as much as',
    ),
  ],
  [
    'min',
    before(
      'more than|over|above|exceeding|exceeds|exceeded|exceed|in excess of|upwards of|greater than|higher than|surpassing|surpasses|surpassed|surpass|starting from|starting at|minimum of',
    ),
  ],
  ['about', before('about|around|approximately|roughly|nearly|almost|some|an estimated|close to|several')],
]
const BEHIND: readonly (readonly [Bound, RegExp])[] = [
  ['max', behind('or less|or below|or under|and below|at most|at maximum|maximum|max')],
  ['min', behind('or more|or above|or over|and above|and over|at least|and upwards|or higher|minimum')],
  ['about', behind('or so|approximately')],
]
/** A cap that is a noun reaches over its verb: the maximum grant is, with a cap per company of. */
const REACHING = /(?<![a-z])(maximum|max\.?|cap|ceiling|capped|upper\s+limit|limit)(?![a-z])[^,;:.%\d]{0,48}$/i

/** What the text says of the limit of an amount. */
export function limitOf({ left, right, start, end }: Clause, isRange: boolean): Limit {
  const offset = start - left.length
  const span = (index: number, cue: string): Span => ({ start: offset + index, end: offset + index + cue.length })
  if (isRange) {
    const between = /(?<![a-z])(between|from)\s*$/i.exec(left)
    return { bound: 'range', ...(between && { cue: span(between.index, between[1]!) }) }
  }
  for (const [bound, pattern] of BEHIND) {
    const found = pattern.exec(right)
    if (!found) continue
    const from = end + found[0].length - found[1]!.length
    return { bound, cue: { start: from, end: from + found[1]!.length } }
  }
  for (const [bound, pattern] of BEFORE) {
    const found = pattern.exec(left)
    if (found) return { bound, cue: span(found.index, found[1]!) }
  }
  const reaching = REACHING.exec(left)
  return reaching ? { bound: 'max', cue: span(reaching.index, reaching[1]!) } : { bound: 'exact' }
}
