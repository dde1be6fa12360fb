import type { Source } from '../../types.js'
import type { RegionCandidate } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { SpanCursor, type WordBounds } from '../spans.js'
import { isBroken, type PlaceMatch } from './matches.js'

/** Signs before a short form that take a place: 来沪, 在粤. */
const takesPlace = charSet('来在入赴驻离返援抵留')
/** 沪企, 粤籍. */
const isOfPlace = charSet('企籍')
/** 京郊, 浙中西部, 皖北部: a part of the place. */
const PART = /^(?:郊|[东西南北中](?:部|[东西南北中]部?))/
/** Lines and markets that are called after two places: 京沪|高铁, 沪深|股市. */
const LINES = /^(?:高速|高铁|铁路|线|城际|客专|运河|证券|交易|股|两市|通)/

/** 沪, 粤 where they stand for the place: by themselves behind 来 or 在, before 企, or in a row (莞深). */
export function findShortForms({ places, source, organisations, words }: TagContext): RegionCandidate[] {
  const signs = places.filter(({ start, end }) => end - start === 1)
  if (signs.length === 0) return []
  const longer = new SpanCursor(places.filter(place => place.end - place.start > 1 && !isBroken(place, source, words)))
  const inOrganisation = new SpanCursor(organisations)
  const runs: PlaceMatch[][] = []
  for (const match of signs) {
    if (longer.overlapping(match) || inOrganisation.covering(match)) continue
    const run = runs.at(-1)
    if (run?.at(-1)?.end === match.start) run.push(match)
    else runs.push([match])
  }
  return runs
    .filter(run => standsForPlace(run, source, words))
    .flat()
    .map(({ start, end, places }) => ({ type: 'region', rule: 'region-short', start, end, places }))
}

function standsForPlace(run: readonly PlaceMatch[], { codes, folded }: Source, words: WordBounds): boolean {
  const { start } = run[0]!
  const { end } = run.at(-1)!
  if (run.length > 1) return !LINES.test(folded.slice(end, end + 2))
  if (PART.test(folded.slice(end, end + 3))) return true
  if (words.cuts(end)) return false
  const before = start > 0 ? codes[start - 1]! : 0
  return takesPlace(before) || (isOfPlace(codes[end] ?? 0) && !isHan(before))
}
