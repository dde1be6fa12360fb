import type { Lexicon } from '../lexicon/lexicon.js'
import { contains, lastAtOrBefore, overlaps } from '../span.js'
import type { Entity, FurtherType, Source, Span, Tagged } from '../types.js'
import { scanCalendar } from './calendar/scan.js'
import { recognizeDates } from './date.js'
import { recognizeDocuments } from './document.js'
import { findNumerals } from './figure/scan.js'
import { recognizePercents } from './percent.js'
import { recognizePeriods } from './period.js'
import { recognizeQuantities } from './quantity.js'
import { recognizeRatios } from './ratio.js'
import { withoutOverlaps } from './resolve.js'
import { mergeSpans, SpanCursor } from './spans.js'

/** Those that begin with a numeral. */
const NUMERIC: readonly FurtherType[] = ['percent', 'ratio', 'quantity', 'period']

/** Adds the mentions of the types asked for to those of the core types. What is not asked for costs nothing. */
export function addFurther(doc: Tagged, source: Source, lexicon: Lexicon, types: ReadonlySet<FurtherType>): Tagged {
  if (types.size === 0) return doc
  const figures = withoutOverlaps(findFigures(doc, source, lexicon, types))
  const core = new SpanCursor(doc.entities)
  const flat = mergeSpans(
    doc.entities,
    figures.filter(figure => !core.overlapping(figure)),
  )
  if (!types.has('document')) return { ...doc, entities: flat }
  const documents = recognizeDocuments(source).filter(document => !cuts(document, flat))
  return { ...doc, entities: mergeSpans(documents, flat) }
}

function findFigures(doc: Tagged, source: Source, lexicon: Lexicon, types: ReadonlySet<FurtherType>): Entity[] {
  const numerals = NUMERIC.some(type => types.has(type)) ? findNumerals(source) : []
  const calendar = types.has('date') || types.has('period') ? scanCalendar(source, doc.articles) : []
  return [
    ...(types.has('percent') ? recognizePercents(source, numerals) : []),
    ...(types.has('ratio') ? recognizeRatios(source, numerals) : []),
    ...(types.has('quantity') ? recognizeQuantities(source, numerals, lexicon) : []),
    ...(types.has('date') ? recognizeDates(source, calendar) : []),
    ...(types.has('period') ? recognizePeriods(source, calendar, numerals, lexicon) : []),
  ]
}

/** Whether a mention lies partly inside a span, or around it. */
function cuts(span: Span, mentions: readonly Span[]): boolean {
  const atEdges = [span.start, span.end - 1].map(edge => mentions[lastAtOrBefore(mentions, edge)])
  return atEdges.some(mention => mention !== undefined && overlaps(span, mention) && !contains(span, mention))
}
