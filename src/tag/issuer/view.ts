import type { Article, Source, Span } from '../../types.js'
import type { AgencyCandidate, Candidate, RegionCandidate } from '../candidate.js'
import type { PlaceIndex } from '../region/index.js'
import type { PlaceMatch } from '../region/matches.js'
import type { Place } from '../region/place.js'
import { Scope } from '../scope.js'

/** What an article is read by. Candidates are sorted by start. */
export interface ArticleView {
  article: Article
  candidates: readonly Candidate[]
  /** Every name of a place in the text, and the organisations that such names begin. */
  places: readonly PlaceMatch[]
  organisations: readonly Span[]
  source: Source
  index: PlaceIndex
}

/** The place whose organ an agency is. */
export function placeOfAgency({ prefix, row }: AgencyCandidate, index: PlaceIndex): Place | undefined {
  if (prefix.kind !== 'region') return 'adcode' in row && row.adcode ? index.get(Number(row.adcode)) : undefined
  return governing(prefix.chain.at(-1)!, prefix.chain.at(-2), index)
}

/** A group governs nothing; an area counts for the place that holds it. */
export function governing(places: readonly Place[], beside: readonly Place[] | undefined, index: PlaceIndex): Place | undefined {
  const place = places.length === 1 ? places[0] : new Scope(index, { isNational: false, isSure: false }).choose(places, beside)
  if (!place?.adcode) return undefined
  return place.kind === 'place' ? place : index.get(Number(place.adcode))
}

export const isRegion = (candidate: Candidate): candidate is RegionCandidate =>
  candidate.type === 'region' && !candidate.needsContext && candidate.places.length > 0
