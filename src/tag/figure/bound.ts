import type { Bound, Certainty, Source, Span } from '../../types.js'
import { type Limit, limitBefore, limitBehind, limitOver } from './limit.js'

/** A number with what it counts, before the words beside it are read. */
export interface Figure extends Span {
  low: number
  high: number
  /** 数, 余, 多 and the like. */
  vague?: Span | undefined
  rule: string
  certainty: Certainty
}

/** The fields that every figure has once its limit is known; the same as those of an amount of money. */
export interface Bounded {
  bound: Bound
  low?: number
  high?: number
  cue?: Span
}

const REACH = 22
/** A member that leaves the words before it to the one before: 不低于10%、20%. */
const JOINT = /^(?:[、和或/]|以及)$/

/** Fills in the bounds of figures that come by start. */
export class Bounds {
  private last: { end: number; limit: Limit | undefined } = { end: -1, limit: undefined }

  constructor(private readonly source: Source) {}

  of({ start, end, low, high, vague }: Figure): Bounded {
    const { folded } = this.source
    const behind = limitBehind(folded, end)
    const before = this.before(start)
    this.last = { end, limit: before }
    const limit = behind ?? before ?? (vague && ({ bound: 'about', cue: vague } satisfies Limit))
    const cue = limit?.cue && { cue: limit.cue }
    if (low !== high) return { bound: 'range', low, high, ...cue }
    const bound = limit?.bound ?? 'exact'
    return { bound, ...(bound !== 'max' && { low }), ...(bound !== 'min' && { high }), ...cue }
  }

  private before(start: number): Limit | undefined {
    const { folded } = this.source
    const text = folded.slice(Math.max(0, start - REACH, this.last.end), start)
    const own = limitBefore(text, start) ?? limitOver(text, start)
    return own ?? (start - this.last.end <= 2 && JOINT.test(folded.slice(this.last.end, start)) ? this.last.limit : undefined)
  }
}

/** The parts that every entity has, in the order in which they are written. */
export const entityBase = <T extends string>(type: T, { text }: Source, { start, end }: Span) => ({
  type,
  start,
  end,
  text: text.slice(start, end),
})
