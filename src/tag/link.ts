import { lastAtOrBefore } from '../span.js'
import type { AgencyEntity, Article, Entity, MeasureSpan, Source, Span } from '../types.js'

/** Links what the structure stage found to the agencies that the text names there: who is charged with a measure, who signs together. */
export function linkAgencies<D extends { articles: Article[]; measures: MeasureSpan[]; entities: Entity[] }>(doc: D, source: Source): D {
  const { entities } = doc
  const measures = doc.measures.map(measure => {
    if (!measure.responsible) return measure
    return { ...measure, responsible: measure.responsible.map(charge => ({ ...charge, agencies: agenciesIn(entities, charge) })) }
  })
  const articles = doc.articles.map(article => {
    const issuers = issuersOf(article, entities, source)
    return issuers.length > 1 ? { ...article, issuers } : article
  })
  return { ...doc, articles, measures }
}

/** Indexes of the agencies in a span. */
function agenciesIn(entities: readonly Entity[], { start, end }: Span): number[] {
  const found: number[] = []
  for (let i = lastAtOrBefore(entities, start - 1) + 1; i < entities.length && entities[i]!.start < end; i++) {
    if (entities[i]!.type === 'agency') found.push(i)
  }
  return found
}

/** How far the organs that issue together may stand before 关于 of the title. */
const HEAD = 160

/** The agencies that sign, else those before 关于 of the title; each once. */
function issuersOf({ start, end, title, signature }: Article, entities: readonly Entity[], { folded }: Source): string[] {
  const names = ({ start, end }: Span) => [...new Set(agenciesIn(entities, { start, end }).map(i => (entities[i] as AgencyEntity).name))]
  const signed = signature ? names(signature) : []
  if (signed.length > 1 || !title) return signed
  const about = folded.slice(start, Math.min(end, start + HEAD)).indexOf('关于')
  return about > 0 ? names({ start, end: start + about }) : signed
}
