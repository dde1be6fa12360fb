import type { Lexicon } from '../lexicon/lexicon.js'
import type { FurtherType, Segmented, Source, Tagged } from '../types.js'
import { recognizeAgencies } from './agency.js'
import type { AgencyCandidate, RegionCandidate } from './candidate.js'
import { createContext } from './context.js'
import { recognizeEnglish } from './english.js'
import { addFurther } from './further.js'
import { recognizeIndustries } from './industry.js'
import { linkAgencies } from './link.js'
import { recognizeMoney } from './money.js'
import { recognizeRegions } from './region.js'
import { resolve } from './resolve.js'
import { mergeSpans } from './spans.js'

const NONE: ReadonlySet<FurtherType> = new Set()

/** Finds the regions, agencies, industries and amounts of a text, and the issuer of each of its articles, and mentions of the further types asked for. Linear in the length of the text. */
export function tag(doc: Segmented, source: Source, lexicon: Lexicon, further: ReadonlySet<FurtherType> = NONE): Tagged {
  const context = createContext(doc, source, lexicon.gazetteer)
  const named = mergeSpans<RegionCandidate, AgencyCandidate>(recognizeRegions(context), recognizeAgencies(context))
  // English first: of equal spans the earlier stays, and English knows the whole phrase
  const others = [
    ...recognizeEnglish(source, lexicon),
    ...recognizeIndustries(context.matches, source, doc.tokens),
    ...recognizeMoney(source),
  ]
  return linkAgencies(addFurther({ ...doc, ...resolve(context, named, others) }, source, lexicon, further), source)
}
