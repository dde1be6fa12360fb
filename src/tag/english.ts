import type { Lexicon } from '../lexicon/lexicon.js'
import { compareSpans } from '../span.js'
import type { AgencyEntity, IndustryEntity, MoneyEntity, RegionEntity, Source } from '../types.js'
import { openCompromise } from './english/compromise.js'
import { recognizeEnglishNames } from './english/mentions.js'
import { recognizeEnglishMoney } from './english/money.js'
import { EnglishNames } from './english/names.js'
import { read } from './english/reader.js'
import { findRuns } from './english/runs.js'
import { readWords } from './english/words.js'

/**
 * Organs, places, sectors and amounts of the English runs of a bilingual text, sorted by start.
 * Chinese text costs one look at every eighth code unit; the reader of English is loaded with the first run, and where it is absent the runs stay untagged.
 */
export function recognizeEnglish(source: Source, lexicon: Lexicon): (AgencyEntity | MoneyEntity | RegionEntity | IndustryEntity)[] {
  const runs = findRuns(source.codes)
  const readClause = runs.length > 0 ? openCompromise() : undefined
  if (!readClause) return []
  const names = EnglishNames.of(lexicon)
  return runs
    .flatMap(run => {
      const words = readWords(source.folded, run)
      const { mentions, amounts } = read(words, names.find(words), readClause)
      return [...recognizeEnglishNames(source, words, mentions, names), ...recognizeEnglishMoney(source, words, amounts)]
    })
    .sort(compareSpans)
}
