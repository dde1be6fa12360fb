import type { Classifier } from './classify/classifier.js'
import { type Classifiers, classification, classify } from './classify/classify.js'
import { byItself, Surroundings } from './classify/context.js'
import { partsOf } from './classify/parts.js'
import type { Lexicon } from './lexicon/lexicon.js'
import { provide } from './provision/provide.js'
import type { Segmenter } from './segment/segmenter.js'
import { readMeasure } from './structure/lone.js'
import { structure } from './structure/structure.js'
import { type AgencyName, agencyNameOf } from './tag/agency/parse.js'
import { recognizeMoney } from './tag/money.js'
import type { Regions } from './tag/region/directory.js'
import { tag } from './tag/tag.js'
import { type FoldTable, normalize } from './text/normalize.js'
import type { Classification, ClassifyContext, Doc, FurtherType, Label, Source, Span } from './types.js'

/** What the stages work with; nothing in it changes from one text to the next. */
export interface Machinery {
  lexicon: Lexicon
  segmenter: Segmenter
  classifiers: Classifiers
  /** Entity types to find beyond the core ones. */
  further: ReadonlySet<FurtherType>
}

/** The whole way of a text: normalize ─ structure ─ segment ─ tag ─ provide ─ classify. */
export function annotate(text: string, { lexicon, segmenter, classifiers, further }: Machinery): Doc {
  const source = normalize(text, lexicon.fold)
  const structured = structure(source)
  const segmented = { ...structured, tokens: segmenter.segment(source, 'default') }
  const tagged = tag(segmented, source, lexicon, further)
  const providing = provide(tagged, source)
  return classify(providing, source, classifiers, lexicon.fold)
}

/** The organ that a text is the name of. */
export function parseAgency(name: string, regions: Regions, { lexicon, segmenter }: Machinery): AgencyName | undefined {
  const source = normalize(name.trim(), lexicon.fold)
  const tokens = segmenter.segment(source, 'default')
  return agencyNameOf(tag({ text: source.text, articles: [], measures: [], tokens }, source, lexicon), regions)
}

/** One measure given as text. */
export function classifyText(
  text: string,
  context: ClassifyContext,
  { lexicon, classifiers }: Pick<Machinery, 'lexicon' | 'classifiers'>,
): Classification {
  const source = normalize(text, lexicon.fold)
  const labels = (classifier: Classifier) => labelText(source, context, classifier, lexicon.fold)
  return classification(labels(classifiers.own), classifiers.custom && labels(classifiers.custom))
}

function labelText(source: Source, context: ClassifyContext, classifier: Classifier, fold: FoldTable): Record<string, Label> {
  const surroundings = context.text === undefined ? undefined : surroundingsIn(context.text, classifier, fold)
  const span = surroundings && spanIn(context, source.text)
  const article = surroundings?.articleAt(span!.start) ?? -1
  const isTitled = article < 0 || context.title !== undefined
  const title = isTitled ? classifier.readTitle(normalize(context.title ?? '', fold)) : surroundings!.titles[article]!
  const parts = partsOf(source, readMeasure(source), title, recognizeMoney(source))
  const scores = classifier.score(parts)
  return classifier.label(parts, article < 0 ? byItself(scores, classifier.columns) : surroundings!.beside(article, span!, scores))
}

/** Where a measure stands in its document; no text at its beginning where it is not found there. */
function spanIn({ text: document, start }: ClassifyContext, text: string): Span {
  const at = start ?? document!.indexOf(text)
  return at < 0 ? { start: 0, end: 0 } : { start: at, end: at + text.length }
}

/** The document that a measure was last classified in: one after the other, its measures take linear time. */
const lastRead = new WeakMap<Classifier, { text: string; surroundings: Surroundings }>()

function surroundingsIn(text: string, classifier: Classifier, fold: FoldTable): Surroundings {
  const last = lastRead.get(classifier)
  if (last?.text === text) return last.surroundings
  const source = normalize(text, fold)
  const surroundings = new Surroundings(structure(source), source, classifier, fold)
  lastRead.set(classifier, { text, surroundings })
  return surroundings
}
