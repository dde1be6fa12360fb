import type { FoldTable } from '../text/normalize.js'
import type { Doc, Providing, Source } from '../types.js'
import type { Classifier } from './classifier.js'
import { Surroundings } from './context.js'

/** Labels every measure of a tagged document. */
export function classify(doc: Providing, source: Source, classifier: Classifier, fold: FoldTable): Doc {
  const surroundings = new Surroundings(doc, source, classifier, fold, doc.entities)
  const measures = doc.measures.map((measure, i) => {
    const { parts, scores } = surroundings.scored[i]!
    return { ...measure, ...classifier.label(parts, surroundings.beside(measure.article, measure, scores)) }
  })
  return { ...doc, measures }
}
