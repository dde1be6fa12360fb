import { lastAtOrBefore } from '../span.js'
import { charTable } from '../text/char-table.js'
import type { Entity, MeasureSpan, Source, Span } from '../types.js'
import type { Parts, Title } from './linear.js'

/** What ends a clause: an action and its object. */
const CLAUSE_ENDS = charTable(['。；！？;\n\r', 1])

/** The heading and the clauses of a measure, as spans of its source. */
export function partsOf(source: Source, measure: MeasureSpan, title: Title, entities: readonly Entity[]): Parts {
  const body = measure.end - measure.body.length
  const start = measure.heading ? source.text.indexOf(measure.heading, measure.start) : body
  const heading = { start, end: start + measure.heading.length }
  const clauses = clausesOf(source.codes, body, measure.end)
  return { source, heading, lead: leadOf(heading, clauses), clauses, title, grants: grantsIn(entities, measure) }
}

/** So much of the first clause leads a measure without a heading. */
const LEAD = 40

function leadOf(heading: Span, clauses: readonly Span[]): Span {
  const first = clauses[0]
  if (heading.start < heading.end || !first) return heading
  return { start: first.start, end: Math.min(first.end, first.start + LEAD) }
}

/** The amounts of a measure that are paid out or lent. */
function grantsIn(entities: readonly Entity[], { start, end }: Span): Span[] {
  const grants: Span[] = []
  for (let i = lastAtOrBefore(entities, start - 1) + 1; i < entities.length && entities[i]!.start < end; i++) {
    const entity = entities[i]!
    if (entity.type === 'money' && (entity.role === 'support' || entity.role === 'finance')) grants.push(entity)
  }
  return grants
}

function clausesOf(codes: Uint16Array, start: number, end: number): Span[] {
  const clauses: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !CLAUSE_ENDS[codes[at]!]) continue
    if (at > from) clauses.push({ start: from, end: at })
    from = at + 1
  }
  return clauses
}
