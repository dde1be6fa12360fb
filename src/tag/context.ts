import type { Gazetteer, Matches } from '../lexicon/gazetteer.js'
import type { Segmented, Source, Span } from '../types.js'
import { findOrganisations } from './organisation.js'
import { groupPlaces, type PlaceMatch } from './region/matches.js'
import { mergeSpans, WordBounds } from './spans.js'

/** What every recogniser sees: the text, and the names that were found in it in one scan. */
export interface TagContext {
  doc: Segmented
  source: Source
  gazetteer: Gazetteer
  matches: Matches
  /** Matches of region names, one for each span. */
  places: readonly PlaceMatch[]
  words: WordBounds
  /** Universities, firms and other organisations that are no agencies; nothing in them is tagged. */
  organisations: readonly Span[]
}

export function createContext(doc: Segmented, source: Source, gazetteer: Gazetteer): TagContext {
  const matches = gazetteer.scan(source.codes)
  const { words, tails } = readPlain(matches.plain)
  const places = groupPlaces(matches.regions, words, source)
  return {
    doc,
    source,
    gazetteer,
    matches,
    places,
    words: new WordBounds(doc.tokens),
    organisations: tails.length > 0 ? findOrganisations(tails, mergeSpans(places, matches.agencies), source) : [],
  }
}

/** Words that stand in the way of a region, and the ends of organisations' names. */
function readPlain(plain: Matches['plain']): { words: Matches['plain']; tails: Matches['plain'] } {
  const words: Matches['plain'] = []
  const tails: Matches['plain'] = []
  for (const match of plain) {
    if (match.row.part !== undefined) tails.push(match)
    else if (match.row.blocks.includes('region')) words.push(match)
  }
  return { words, tails }
}
