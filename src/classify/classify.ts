import type { FoldTable } from '../text/normalize.js'
import { normalize } from '../text/normalize.js'
import type { Doc, Source, Tagged } from '../types.js'
import type { Classifier } from './classifier.js'
import { partsOf } from './parts.js'

/** Labels every measure of a tagged document. */
export function classify(doc: Tagged, source: Source, classifier: Classifier, fold: FoldTable): Doc {
  const titles = doc.articles.map(article => classifier.readTitle(normalize(article.title ?? '', fold)))
  const measures = doc.measures.map(measure => ({
    ...measure,
    ...classifier.classify(partsOf(source, measure, titles[measure.article]!, doc.entities)),
  }))
  return { ...doc, measures }
}
