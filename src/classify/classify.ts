import type { FoldTable } from '../text/normalize.js'
import type { Axis, Classification, Doc, Label, Providing, Source } from '../types.js'
import type { Classifier } from './classifier.js'
import { Surroundings } from './context.js'

/** Labels every measure of a tagged document: in the built-in taxonomy, and in one of a user's own where there is one. */
export function classify(doc: Providing, source: Source, { own, custom }: Classifiers, fold: FoldTable): Doc {
  const labels = labelMeasures(doc, source, own, fold)
  const further = custom && labelMeasures(doc, source, custom, fold)
  const measures = doc.measures.map((measure, i) => ({ ...measure, ...classification(labels[i]!, further?.[i]) }))
  return { ...doc, measures }
}

/** The classifiers of a tagger. */
export interface Classifiers {
  /** In the built-in taxonomy. */
  own: Classifier
  /** In a taxonomy of the user's. */
  custom?: Classifier
}

export function classification(labels: Record<string, Label>, further: Record<string, Label> | undefined): Classification {
  const { instrument, domain } = labels as Record<Axis, Label>
  return further ? { instrument, domain, labels: further } : { instrument, domain }
}

function labelMeasures(doc: Providing, source: Source, classifier: Classifier, fold: FoldTable): Record<string, Label>[] {
  const surroundings = new Surroundings(doc, source, classifier, fold, doc.entities)
  return doc.measures.map((measure, i) => {
    const { parts, scores } = surroundings.scored[i]!
    return classifier.label(parts, surroundings.beside(measure.article, measure, scores))
  })
}
