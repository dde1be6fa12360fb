import { Classifier } from './classify/classifier.js'
import type { Taxonomy } from './classify/taxonomy.js'
import { ZhengceError } from './errors.js'
import { Lexicon } from './lexicon/lexicon.js'
import { loadUserDictionaries } from './lexicon/user.js'
import { loadDictionary } from './load.js'
import { resolveOptions, type TaggerOptions } from './options.js'
import { annotate, classifyText, type Machinery } from './pipeline.js'
import { openSegmenter } from './segment/segmenter.js'
import { normalize } from './text/normalize.js'
import type { Classification, ClassifyContext, Doc, SegmentMode, Token } from './types.js'

/** Annotates policy texts. Pure: the same text always gives the same answer, and taggers do not know of each other. */
export interface Tagger {
  /** Words, entities, measures and classes of a text. @throws INVALID_TEXT */
  annotate(text: string): Doc
  /** Words alone. @throws INVALID_TEXT, INVALID_OPTION */
  segment(text: string, options?: { mode?: SegmentMode }): Token[]
  /** Classes of one measure; offsets of the evidence lie in `text`. @throws INVALID_TEXT */
  classify(text: string, context?: ClassifyContext): Classification
  readonly taxonomy: Taxonomy
}

/** Opens a tagger. @throws INVALID_OPTION, ENGINE_UNAVAILABLE and the DICTIONARY_* codes */
export async function openTagger(options?: TaggerOptions): Promise<Tagger> {
  const resolved = resolveOptions(options)
  const base = Lexicon.open(await loadDictionary(resolved.dictionary))
  const lexicon = resolved.dictionaries.length ? base.extend(await loadUserDictionaries(resolved.dictionaries)) : base
  const machinery: Machinery = { lexicon, segmenter: await openSegmenter(lexicon, resolved), classifier: Classifier.open(lexicon) }
  return {
    annotate: text => annotate(checkText(text), machinery),
    segment: (text, { mode = 'default' } = {}) => machinery.segmenter.segment(normalize(checkText(text), lexicon.fold), checkMode(mode)),
    classify: (text, context = {}) => classifyText(checkText(text), context, machinery),
    taxonomy: machinery.classifier.taxonomy,
  }
}

function checkText(text: unknown): string {
  if (typeof text !== 'string') throw new ZhengceError('INVALID_TEXT', `The text is ${text === null ? 'null' : typeof text}, not a string.`)
  return text
}

const MODES: readonly SegmentMode[] = ['default', 'search']

function checkMode(mode: SegmentMode): SegmentMode {
  if (!MODES.includes(mode)) throw new ZhengceError('INVALID_OPTION', `mode must be one of ${MODES.join(', ')}, not ${String(mode)}.`)
  return mode
}
