import { compareSpans, lastAtOrBefore } from '../span.js'
import type { Span, Token } from '../types.js'

/** Asks spans that are sorted by start for one that covers or meets another; the asked ones come sorted by start as well, so that all of them cost one walk. */
export class SpanCursor<S extends Span> {
  private from = 0

  constructor(private readonly spans: readonly S[]) {}

  /** The longest span that covers `inner`. */
  covering(inner: Span): S | undefined {
    let best: S | undefined
    for (let i = this.reach(inner); i < this.spans.length && this.spans[i]!.start <= inner.start; i++) {
      const span = this.spans[i]!
      if (span.end >= inner.end && (best === undefined || span.end - span.start > best.end - best.start)) best = span
    }
    return best
  }

  overlapping(other: Span): S | undefined {
    for (let i = this.reach(other); i < this.spans.length && this.spans[i]!.start < other.end; i++) {
      if (this.spans[i]!.end > other.start) return this.spans[i]
    }
    return undefined
  }

  /** First span that may still meet what is asked. Spans that end before it are passed for good. */
  private reach({ start }: Span): number {
    while (this.from < this.spans.length && this.spans[this.from]!.end <= start) this.from++
    return this.from
  }
}

/** Tells a name that cuts a word: 高平 in 提高|平台. Few offsets are asked, so that each is sought rather than all laid out. */
export class WordBounds {
  /** The word found last: neighbours are asked for one after the other. */
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  /** Whether an offset lies inside a word. */
  cuts(offset: number): boolean {
    const token = this.holding(offset)
    return token !== undefined && token.start < offset && offset < token.end
  }

  /** The word that an offset lies in. */
  holding(offset: number): Token | undefined {
    const token = this.tokens[this.at]
    if (token === undefined || (offset >= token.start && offset < token.end)) return token
    this.at = Math.max(0, lastAtOrBefore(this.tokens, offset))
    return this.tokens[this.at]
  }
}

/** Two sorted lists as one, by start; of two with one start the longer first. */
export function mergeSpans<A extends Span, B extends Span>(a: readonly A[], b: readonly B[]): (A | B)[] {
  const merged: (A | B)[] = []
  let i = 0
  for (const span of b) {
    while (i < a.length && compareSpans(a[i]!, span) <= 0) merged.push(a[i++]!)
    merged.push(span)
  }
  while (i < a.length) merged.push(a[i++]!)
  return merged
}
