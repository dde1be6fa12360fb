import { lastAtOrBefore, overlaps } from '../span.js'
import type { FoldTable } from '../text/normalize.js'
import { normalize } from '../text/normalize.js'
import type { Article, Entity, Source, Span, Structured } from '../types.js'
import type { Classifier } from './classifier.js'
import type { Parts, Scores, Title } from './linear.js'
import { partsOf } from './parts.js'
import type { Columns } from './taxonomy.js'
import { Found } from './vocabulary.js'

/** So much of an article is read in the place of a title where it bears none. */
const OPENING = 240
/** So much the article's other measures count beside the measure itself; between half and all of it real documents tell little apart. */
const COMPANY = 0.8

/**
 * The scores of a measure together with a part of the mean of those of the article's other measures (D1); one that has no others is its own company.
 * Only leaves of axes that are read in context spread from one to the next.
 */
export function inCompany(own: readonly number[], others: readonly (readonly number[])[], { alone }: Columns): number[] {
  const company = others.length > 0 ? others : [own]
  return own.map((score, column) =>
    column < alone ? score : score + (COMPANY * company.reduce((sum, other) => sum + other[column]!, 0)) / company.length,
  )
}

interface Scored {
  parts: Parts
  scores: Scores
}

/** The measures of a document, each scored by itself, so that each can be read beside the others of its article. */
export class Surroundings {
  readonly titles: readonly Title[]
  readonly scored: readonly Scored[]
  /** By article: sums of its measures' scores. */
  private readonly sums: readonly number[][]
  private readonly counts: Int32Array

  constructor(
    private readonly doc: Pick<Structured, 'articles' | 'measures'>,
    source: Source,
    private readonly classifier: Classifier,
    fold: FoldTable,
    entities: readonly Entity[] = [],
  ) {
    const { articles, measures } = doc
    this.titles = articles.map(article => titleOf(article, source, classifier, fold))
    this.sums = articles.map(() => classifier.columns.leaves.map(() => 0))
    this.counts = new Int32Array(articles.length)
    const found = new Found(source.text.length / 2)
    this.scored = measures.map(measure => {
      const parts = partsOf(source, measure, this.titles[measure.article]!, entities)
      const scores = classifier.score(parts, found)
      const sums = this.sums[measure.article]!
      for (let column = classifier.columns.alone; column < sums.length; column++) sums[column]! += scores.total[column]!
      this.counts[measure.article]!++
      return { parts, scores }
    })
  }

  /** Scores of a measure of an article together with those of the article's other measures; `span` says which is not another. */
  beside(article: number, span: Span, scores: Scores): Scores {
    const { columns } = this.classifier
    const own = this.measuresAt(article, span)
    const others = this.counts[article]! - own.length
    if (others === 0) return byItself(scores, columns)
    const total = scores.total.slice()
    for (let column = columns.alone; column < total.length; column++) {
      let sum = this.sums[article]![column]!
      for (const index of own) sum -= this.scored[index]!.scores.total[column]!
      total[column]! += (COMPANY * sum) / others
    }
    return withTotal(scores, total)
  }

  /** Index of the article that an offset lies in; of the first where it lies in none, -1 where there is none at all. */
  articleAt(offset: number): number {
    const { articles } = this.doc
    const at = lastAtOrBefore(articles, offset)
    return at >= 0 && offset < articles[at]!.end ? at : Math.min(0, articles.length - 1)
  }

  /** Indexes of the measures of an article that share text with a span. */
  private measuresAt(article: number, span: Span): number[] {
    const { measures } = this.doc
    const indexes: number[] = []
    for (let i = Math.max(0, lastAtOrBefore(measures, span.start)); i < measures.length && measures[i]!.start < span.end; i++) {
      if (measures[i]!.article === article && overlaps(measures[i]!, span)) indexes.push(i)
    }
    return indexes
  }
}

const withTotal = ({ found, bounds, clauses, scale }: Scores, total: number[]): Scores => ({ total, found, bounds, clauses, scale })

/** Scores of a measure of which no document is known. */
export const byItself = (scores: Scores, columns: Columns): Scores => withTotal(scores, inCompany(scores.total, [], columns))

/** A title is mostly the beginning of its article; one that is put together from several lines is read by itself. */
function titleOf({ title, start, end }: Article, source: Source, classifier: Classifier, fold: FoldTable): Title {
  if (title === undefined) return classifier.readOpening(source, { start, end: Math.min(end, start + OPENING) })
  if (source.text.startsWith(title, start)) return classifier.readTitle(source, { start, end: start + title.length })
  return classifier.readTitle(normalize(title, fold))
}
