import { checkRows, checkTaxonomy, type TrainingRow } from './classify/checks.js'
import { fitModel } from './classify/fit.js'
import type { CustomTaxonomy } from './classify/taxonomy.js'
import { checkOptions } from './guards.js'
import { writeSections } from './lexicon/format.js'
import { Lexicon } from './lexicon/lexicon.js'
import { loadDictionary } from './load.js'
import type { DictionarySource } from './options.js'
import { readMeasure } from './structure/lone.js'

export interface TrainingOptions {
  /** The compiled dictionary, for the folds of characters. Default: the one that comes with the package. */
  dictionary?: DictionarySource
}

/**
 * Learns a taxonomy of your own from labelled measures, by the same machinery as the built-in one. Gives the bytes of a model, to be saved as a
 * file and passed to `openTagger` as `model`. The same rows in the same order give the same bytes. Some thousand measures take seconds.
 * @throws INVALID_OPTION, TAXONOMY_MALFORMED, ROW_MALFORMED; DICTIONARY_NOT_FOUND
 */
export async function trainTaxonomy(
  rows: Iterable<TrainingRow>,
  taxonomy: CustomTaxonomy,
  options: TrainingOptions = {},
): Promise<Uint8Array> {
  checkOptions(options, ['dictionary'])
  const checked = checkTaxonomy(taxonomy)
  const texts = checkRows(rows, checked)
  const { fold } = Lexicon.open(await loadDictionary(options.dictionary))
  return writeSections(fitModel(texts, checked, { fold, readMeasure, hasRules: false }))
}
