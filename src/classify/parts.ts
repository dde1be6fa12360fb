import type { MeasureSpan, Source, Span } from '../types.js'
import type { Parts } from './features.js'

/** What ends a clause: an action and its object. */
const CLAUSE_ENDS = new Set(Array.from('。；！？;\n\r', character => character.charCodeAt(0)))

/** The heading and the clauses of a measure, as spans of its source. */
export function partsOf(source: Source, measure: MeasureSpan, title: Source): Parts {
  const body = measure.end - measure.body.length
  const start = measure.heading ? source.text.indexOf(measure.heading, measure.start) : body
  const heading = { start, end: start + measure.heading.length }
  return { source, heading, clauses: clausesOf(source.codes, body, measure.end), title }
}

function clausesOf(codes: Uint16Array, start: number, end: number): Span[] {
  const clauses: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !CLAUSE_ENDS.has(codes[at]!)) continue
    if (at > from) clauses.push({ start: from, end: at })
    from = at + 1
  }
  return clauses
}
