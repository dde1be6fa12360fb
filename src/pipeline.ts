import type { Classifier } from './classify/classifier.js'
import { classify } from './classify/classify.js'
import { partsOf } from './classify/parts.js'
import type { Lexicon } from './lexicon/lexicon.js'
import type { Segmenter } from './segment/segmenter.js'
import { readMeasure } from './structure/lone.js'
import { structure } from './structure/structure.js'
import { recognizeMoney } from './tag/money.js'
import { tag } from './tag/tag.js'
import { normalize } from './text/normalize.js'
import type { Classification, ClassifyContext, Doc } from './types.js'

/** What the stages work with; nothing in it changes from one text to the next. */
export interface Machinery {
  lexicon: Lexicon
  segmenter: Segmenter
  classifier: Classifier
}

/** The whole way of a text: normalize ─ structure ─ segment ─ tag ─ classify. */
export function annotate(text: string, { lexicon, segmenter, classifier }: Machinery): Doc {
  const source = normalize(text, lexicon.fold)
  const structured = structure(source)
  const segmented = { ...structured, tokens: segmenter.segment(source, 'default') }
  const tagged = tag(segmented, source, lexicon)
  return classify(tagged, source, classifier, lexicon.fold)
}

/** One measure given as text. */
export function classifyText(text: string, context: ClassifyContext, { lexicon, classifier }: Machinery): Classification {
  const source = normalize(text, lexicon.fold)
  const title = classifier.readTitle(normalize(context.title ?? titleAround(text, context, lexicon), lexicon.fold))
  return classifier.classify(partsOf(source, readMeasure(source), title, recognizeMoney(source)))
}

/** Title of the article that a measure stands in. */
function titleAround(text: string, { text: document, start }: ClassifyContext, { fold }: Lexicon): string {
  if (document === undefined) return ''
  const at = start ?? document.indexOf(text)
  const { articles } = structure(normalize(document, fold))
  return (articles.find(article => article.start <= at && at < article.end) ?? articles[0])?.title ?? ''
}
