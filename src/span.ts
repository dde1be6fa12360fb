import type { Span } from './types.js'

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** By start; of two with one start the longer first. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** Index of the last span that starts at or before `offset`, in spans sorted by start; -1 where there is none. */
export function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as Span).start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
