import type { Words } from '../lexicon/words.js'
import type { Span } from '../types.js'
import { CLASSES, DIGIT, isInsideAtom, LATIN } from './chars.js'

/** A word on a route. `from` is set where it is no word of the dictionary. */
export interface Step extends Span {
  weight: number
  from?: 'character' | 'run'
}

/** A way from a place to the end of the unit: its first step, and which of the ways from there on it follows. */
interface Way {
  step: Step
  rank: number
  weight: number
}

/**
 * The best and the second best way through a unit. The best is what `Route` finds: it looks at the same words in the same order,
 * and gives a later one the place of an earlier one only where it is strictly better.
 */
export function rankRoutes(codes: Uint16Array, { start, end }: Span, words: Words, keepsRuns: boolean): [best: Step[], second?: Step[]] {
  const ways: Way[][] = new Array(end - start + 1)
  const done: Way[] = []
  for (let from = end - 1; from >= start; from--) {
    const ranked: Way[] = []
    ways[from - start] = ranked
    if (isInside(codes, from, start, keepsRuns)) continue
    for (const step of stepsFrom(codes, from, end, words, keepsRuns)) {
      const rest = step.end === end ? done : ways[step.end - start]!
      if (step.end === end) insert(ranked, { step, rank: -1, weight: step.weight })
      for (const [rank, way] of rest.entries()) insert(ranked, { step, rank, weight: step.weight + way.weight })
    }
  }
  const follow = (rank: number): Step[] => {
    const steps: Step[] = []
    for (let at = start; at < end; ) {
      const way: Way = ways[at - start]![rank]!
      steps.push(way.step)
      at = way.step.end
      rank = way.rank
    }
    return steps
  }
  return ways[0]!.length > 1 ? [follow(0), follow(1)] : [follow(0)]
}

/** Keeps the best two, of equals the earlier first. */
function insert(ranked: Way[], way: Way): void {
  const place = ranked.findIndex(other => way.weight > other.weight)
  ranked.splice(place < 0 ? ranked.length : place, 0, way)
  ranked.length = Math.min(ranked.length, 2)
}

function stepsFrom(codes: Uint16Array, start: number, unitEnd: number, words: Words, keepsRuns: boolean): Step[] {
  let atom = start + 1
  while (atom < unitEnd && isInside(codes, atom, start, keepsRuns)) atom++
  const single: Step = { start, end: atom, weight: words.meta.unknown, from: 'character' }
  if (keepsRuns && CLASSES[codes[start]!]! & (LATIN | DIGIT)) single.from = 'run'
  const steps = [single]
  words.eachFrom(codes, start, unitEnd, (end, weight) => {
    if (end === start + 1) {
      if (atom === end) steps[0] = { start, end, weight }
      return
    }
    const known = steps.find(step => step.end === end && step.from === undefined)
    if (known === undefined) steps.push({ start, end, weight })
    else known.weight = Math.max(known.weight, weight)
  })
  return steps
}

/** Whether no word begins at a place: inside a surrogate pair, and inside a run where runs stay whole. */
function isInside(codes: Uint16Array, at: number, start: number, keepsRuns: boolean): boolean {
  if (at <= start || !isInsideAtom(codes, at)) return false
  return keepsRuns || !(CLASSES[codes[at]!]! & (LATIN | DIGIT))
}
