import type { Gazetteer, Matches } from '../lexicon/gazetteer.js'
import { compareSpans } from '../span.js'
import type { Segmented, Source, Span } from '../types.js'
import { findOrganisations } from './organisation.js'
import { groupPlaces, type PlaceMatch } from './region/matches.js'
import { WordBounds } from './spans.js'

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
  const plain = matches.plain.filter(({ row }) => row.part === undefined && row.blocks.includes('region'))
  const places = groupPlaces(matches.regions, plain, source)
  return {
    doc,
    source,
    gazetteer,
    matches,
    places,
    words: new WordBounds(doc.tokens),
    organisations: findOrganisations(matches.plain, [...places, ...matches.agencies].sort(compareSpans), source),
  }
}
