import { compareSpans, overlaps } from '../span.js'
import type { Article, Entity, EntityType } from '../types.js'
import type { Candidate } from './candidate.js'
import type { TagContext } from './context.js'
import { findIssuer } from './issuer.js'
import { PlaceIndex } from './region/index.js'
import { type Origin, Scope } from './scope.js'
import { Settler } from './settle.js'
import { SpanCursor } from './spans.js'

/** Of two mentions that overlap the longer stays; of two of one length the type that comes first here. */
export const TYPE_ORDER: readonly EntityType[] = [
  'agency',
  'region',
  'money',
  'industry',
  'period',
  'date',
  'percent',
  'ratio',
  'quantity',
  'document',
]

export interface Resolved {
  articles: Article[]
  entities: Entity[]
}

/** Decides what the recognisers proposed: what each name and reference means, article by article, and which of overlapping mentions stays. */
export function resolve(context: TagContext, candidates: readonly Candidate[], others: readonly Entity[]): Resolved {
  const { doc, source, gazetteer, organisations, places } = context
  const index = PlaceIndex.of(gazetteer)
  const settler = new Settler(gazetteer, index, source)
  const inOrganisation = new SpanCursor(organisations)
  const entities = [...others].sort(compareSpans).filter(entity => entity.type === 'money' || !inOrganisation.covering(entity))
  const articles: Article[] = []
  for (const { article, own } of byArticle(doc.articles, candidates, source.text.length)) {
    const { agency, ...origin } = findIssuer({ article, candidates: own, places, organisations, source, index })
    const scope = new Scope(index, origin)
    const issuer = agency && settler.agency(agency, new Scope(index, origin))
    articles.push({ ...article, ...describeIssuer(origin, issuer?.name) })
    for (const candidate of own) {
      const entity = candidate.type === 'region' ? settler.region(candidate, scope) : settler.agency(candidate, scope)
      if (entity) entities.push(entity)
    }
  }
  return { articles: articles.slice(0, doc.articles.length), entities: withoutOverlaps(entities) }
}

function describeIssuer({ region, isNational }: Origin, issuer: string | undefined): Partial<Article> {
  const code = isNational ? 'national' : region?.adcode
  return { ...(code && { region: code }), ...(issuer && { issuer }) }
}

/** Candidates by the article that they stand in; what stands before the first belongs to it. A text without articles is one. */
function byArticle(
  articles: readonly Article[],
  candidates: readonly Candidate[],
  length: number,
): { article: Article; own: Candidate[] }[] {
  const parts = (articles.length > 0 ? articles : [{ start: 0, end: length, outline: [] }]).map(article => ({
    article,
    own: [] as Candidate[],
  }))
  let at = 0
  for (const candidate of candidates) {
    while (at + 1 < parts.length && candidate.start >= parts[at + 1]!.article.start) at++
    parts[at]!.own.push(candidate)
  }
  return parts
}

/** The mentions that stay, sorted by start. */
export function withoutOverlaps(entities: readonly Entity[]): Entity[] {
  const sorted = [...entities].sort(compareSpans)
  const kept: Entity[] = []
  for (let first = 0; first < sorted.length; ) {
    let last = first
    for (let end = sorted[first]!.end; last + 1 < sorted.length && sorted[last + 1]!.start < end; last++) {
      end = Math.max(end, sorted[last + 1]!.end)
    }
    if (last === first) kept.push(sorted[first]!)
    else kept.push(...decide(sorted.slice(first, last + 1)))
    first = last + 1
  }
  return kept
}

/** Decides a row of mentions each of which overlaps another. */
function decide(row: readonly Entity[]): Entity[] {
  const kept: Entity[] = []
  for (const entity of [...row].sort((a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b) || a.start - b.start)) {
    if (!kept.some(other => overlaps(entity, other))) kept.push(entity)
  }
  return kept.sort(compareSpans)
}

/** A bare name (国资委) that was found to be the issuer's organ goes before the national one of that name. */
const rank = (entity: Entity): number =>
  2 * TYPE_ORDER.indexOf(entity.type) + Number(entity.type === 'agency' && entity.rule === 'agency-name' && entity.level === 'national')
