import { Classifier } from './classify/classifier.js'
import type { CustomTaxonomy, Taxonomy } from './classify/taxonomy.js'
import { ZhengceError } from './errors.js'
import { checkBoolean, checkOptions, checkString } from './guards.js'
import { Lexicon } from './lexicon/lexicon.js'
import { loadUserDictionaries } from './lexicon/user.js'
import { loadDictionary, openModel } from './load.js'
import { furtherTypes, resolveOptions, type TaggerOptions } from './options.js'
import { annotate, classifyText, type Machinery, parseAgency } from './pipeline.js'
import type { SegmentationExplanation } from './segment/explanation.js'
import { openSegmenter, SEGMENT_MODES } from './segment/segmenter.js'
import type { Agencies } from './tag/agency/parse.js'
import { type Industries, IndustryDirectory } from './tag/industry/directory.js'
import { RegionDirectory, type Regions } from './tag/region/directory.js'
import { normalize } from './text/normalize.js'
import type { Classification, ClassifyContext, Doc, SegmentMode, Token } from './types.js'

export interface SegmentOptions {
  /** How finely to cut. Default `default`. */
  mode?: SegmentMode
  /** Whether tokens carry their part of speech as `tag`. Default false. */
  pos?: boolean
}

/** Annotates policy texts. Pure: the same text always gives the same answer, and taggers do not know of each other. */
export interface Tagger {
  /** Words, entities, measures and classes of a text. @throws INVALID_TEXT */
  annotate(text: string): Doc
  /** Words alone, in one of the modes; `pos` adds parts of speech. @throws INVALID_TEXT, INVALID_OPTION */
  segment(text: string, options?: SegmentOptions): Token[]
  /**
   * Why the text is cut as it is: for every unit between separators the cheapest route with the cost of each word (−ln of its probability),
   * the runner-up with what it lost by, and what the rules made of the route's words. @throws INVALID_TEXT; ENGINE_OPAQUE unless the engine is the built-in one
   */
  explainSegmentation(text: string): SegmentationExplanation
  /** Classes of one measure; offsets of the evidence lie in `text`. @throws INVALID_TEXT, INVALID_OPTION */
  classify(text: string, context?: ClassifyContext): Classification
  readonly taxonomy: Taxonomy
  /** The gazetteer of sectors: by name and code, up and down, and counts for facets. */
  readonly industries: Industries
  /** The gazetteer of regions: by name and code, up and down. */
  readonly regions: Regions
  /** Names of organs, given by themselves. */
  readonly agencies: Agencies
  /** The taxonomy of the `model` that the tagger was opened with. */
  readonly customTaxonomy?: CustomTaxonomy
}

/** Opens a tagger. @throws INVALID_OPTION, ENGINE_UNAVAILABLE, the DICTIONARY_* and the MODEL_* codes */
export async function openTagger(options?: TaggerOptions): Promise<Tagger> {
  const resolved = resolveOptions(options)
  const base = Lexicon.open(await loadDictionary(resolved.dictionary))
  const edits = await loadUserDictionaries(resolved.dictionaries)
  const lexicon = base.extend(edits)
  const segmenter = await openSegmenter(lexicon, { ...resolved, edits: edits.words })
  const regions = new RegionDirectory(lexicon.gazetteer, lexicon.fold)
  const { crosswalks } = resolved
  const own = Classifier.open(lexicon.sections, crosswalks)
  const custom = resolved.model === undefined ? undefined : Classifier.open(await openModel(resolved.model), crosswalks)
  const machinery: Machinery = { lexicon, segmenter, classifiers: custom ? { own, custom } : { own }, further: furtherTypes(resolved) }
  return {
    annotate: text => annotate(checkText(text), machinery),
    segment: (text, options = {}) => {
      checkOptions(options, SEGMENT_OPTIONS)
      const { mode = 'default', pos = false } = options
      return segmenter.segment(normalize(checkText(text), lexicon.fold), checkMode(mode), checkBoolean(pos, 'pos'))
    },
    explainSegmentation: text => segmenter.explain(normalize(checkText(text), lexicon.fold)),
    classify: (text, context = {}) => classifyText(checkText(text), checkContext(context), machinery),
    industries: new IndustryDirectory(lexicon.gazetteer, lexicon.fold),
    regions,
    agencies: { parse: name => parseAgency(checkText(name), regions, machinery) },
    taxonomy: own.taxonomy as Taxonomy,
    ...(custom && { customTaxonomy: custom.taxonomy }),
  }
}

const SEGMENT_OPTIONS: readonly (keyof SegmentOptions)[] = ['mode', 'pos']
const CONTEXT_OPTIONS: readonly (keyof ClassifyContext)[] = ['title', 'text', 'start']

const checkText = (text: unknown): string => checkString(text, 'The text')

function checkContext(context: ClassifyContext): ClassifyContext {
  checkOptions(context, CONTEXT_OPTIONS)
  const { title, text, start } = context
  if (title !== undefined) checkString(title, 'The title')
  if (text !== undefined) checkString(text, 'The text around the measure')
  if (start !== undefined && !(Number.isInteger(start) && start >= 0))
    throw new ZhengceError('INVALID_OPTION', `start must be an offset in the text, not ${String(start)}.`)
  return context
}

function checkMode(mode: SegmentMode): SegmentMode {
  if (!SEGMENT_MODES.includes(mode))
    throw new ZhengceError('INVALID_OPTION', `mode must be one of ${SEGMENT_MODES.join(', ')}, not ${String(mode)}.`)
  return mode
}
