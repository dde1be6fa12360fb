import { lastAtOrBefore } from '../span.js'
import type { Article, Doc, Entity, Measure, Span } from '../types.js'
import { titleSpan } from './title.js'

/** A run of text that is shown together. */
export interface Block extends Span {
  /** Index into `Doc.measures`, for the text of a measure. */
  measure?: number
}

export interface ArticleBlocks {
  /** Absent for text that stands outside every article. */
  article?: Article
  /** Where the title stands, if the article starts with it. */
  title?: Span
  blocks: Block[]
}

/** The text of a document cut into articles and these into measures and what stands between them. Blank blocks are left out. */
export function layOut(doc: Doc): ArticleBlocks[] {
  const parts: ArticleBlocks[] = []
  let at = 0
  const between = (end: number) => {
    const blocks = cut(doc, at, end)
    if (blocks.length > 0) parts.push({ blocks })
  }
  for (const article of doc.articles) {
    between(article.start)
    const title = titleSpan(doc.text, article)
    parts.push({ article, ...(title && { title }), blocks: cut(doc, title?.end ?? article.start, article.end) })
    at = article.end
  }
  between(doc.text.length)
  return parts
}

function cut(doc: Doc, start: number, end: number): Block[] {
  const blocks: Block[] = []
  const add = (block: Block) => {
    const trimmed = trim(doc.text, block)
    if (trimmed.start < trimmed.end) blocks.push(trimmed)
  }
  let at = start
  for (let index = lastAtOrBefore(doc.measures, start - 1) + 1; index < doc.measures.length; index++) {
    const measure = doc.measures[index]!
    if (measure.start >= end) break
    add({ start: at, end: measure.start })
    add({ start: measure.start, end: Math.min(measure.end, end), measure: index })
    at = measure.end
  }
  add({ start: at, end })
  return blocks
}

/** Without the blank lines around it; the indent of its first line stays. */
function trim(text: string, block: Block): Block {
  const inner = text.slice(block.start, block.end)
  const head = /^(?:\s*\n)?/.exec(inner)![0].length
  return { ...block, start: block.start + head, end: Math.max(block.start + head, block.start + inner.trimEnd().length) }
}

/** A stretch of text under one entity or under none. */
export interface Piece extends Span {
  /** Index into `Doc.entities`. */
  entity?: number
}

/** Cuts a span at the entities in it; an entity that crosses the edge is clipped, of one inside another the inner one is told. */
export function pieces(entities: readonly Entity[], span: Span): Piece[] {
  const cuts: Piece[] = []
  const around: number[] = []
  let at = span.start
  const cutTo = (until: number) => {
    while (at < until) {
      while (around.length > 0 && entities[around.at(-1)!]!.end <= at) around.pop()
      const entity = around.at(-1)
      const end = entity === undefined ? until : Math.min(until, entities[entity]!.end)
      cuts.push({ start: at, end, ...(entity !== undefined && { entity }) })
      at = end
    }
  }
  let index = Math.max(0, lastAtOrBefore(entities, span.start))
  while (index > 0 && entities[index - 1]!.end > span.start) index--
  for (; index < entities.length && entities[index]!.start < span.end; index++) {
    if (entities[index]!.end <= at) continue
    cutTo(entities[index]!.start)
    around.push(index)
  }
  cutTo(span.end)
  return cuts
}

const NAME_UNITS = 40

/** What a measure is called in a list: its ordinal and its heading, or the first words of its body. */
export function measureTitle({ ordinal, heading, body }: Measure): string {
  const name = heading.replace(/[。：:]$/, '') || body.slice(0, NAME_UNITS)
  return ordinal === undefined ? name : `${ordinal}. ${name}`
}
