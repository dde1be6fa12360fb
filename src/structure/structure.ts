import type { MeasureSpan, Source, Structured } from '../types.js'
import { splitArticles } from './articles.js'
import { breakLines } from './breaks.js'
import { describeMeasure } from './describe.js'
import { readLines } from './lines.js'
import { findMeasures } from './measures.js'
import { buildOutline } from './outline.js'
import { splitReplies } from './questions.js'
import { outlineOf } from './tree.js'

/**
 * Finds the articles of a text and the measures in them. `region` and `issuer` of an article are left to the tag stage.
 * Linear in the length of the text; spans are offsets into it, sorted by start.
 */
export function structure(source: Source): Structured {
  const { page, lines } = readLines(source)
  const split = splitArticles(page, lines)
  const measures: MeasureSpan[] = []
  split.forEach(({ article, lines }, index) => {
    const outline = buildOutline(page, breakLines(page, splitReplies(page, lines)))
    const found = findMeasures(page, outline)
    article.outline = outlineOf(page, outline, found, measures.length)
    for (const measure of found) measures.push(describeMeasure(page, measure, index))
  })
  return { text: source.text, articles: split.map(({ article }) => article), measures }
}
