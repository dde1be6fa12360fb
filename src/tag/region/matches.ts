import type { Match } from '../../lexicon/gazetteer.js'
import type { RegionRow } from '../../lexicon/tables.js'
import type { Source, Span } from '../../types.js'
import { type Place, placeOf } from './place.js'

/** A span that bears the name of one place or of several that share it. */
export interface PlaceMatch extends Span {
  places: readonly Place[]
}

/** A level's sign and the signs after it that make another word of it: 市场, 区域, 省级. */
const CONTINUATIONS: Readonly<Record<string, string>> = {
  省: '级会份道',
  市: '场民级值区辖',
  区: '域级块间位划',
  县: '域级',
  州: '级',
}
/** 上海市场馆: a 场 that belongs to the word behind it. */
const VENUES = '馆所地站'

/** One match for each span, sorted by start, the shorter first. */
export function groupPlaces(matches: readonly Match<RegionRow>[], source: Source): PlaceMatch[] {
  const grouped: PlaceMatch[] = []
  let last: (Span & { places: Place[] }) | undefined
  for (const { start, end, row } of matches) {
    if (last?.start === start && last.end === end) last.places.push(placeOf(row))
    else if (!isContinued(source, end)) grouped.push((last = { start, end, places: [placeOf(row)] }))
    else last = undefined
  }
  return grouped
}

function isContinued({ folded }: Source, end: number): boolean {
  const next = folded[end]
  if (next === undefined) return false
  const signs = CONTINUATIONS[folded[end - 1]!]
  if (!signs?.includes(next)) return false
  return !(next === '场' && VENUES.includes(folded[end + 1] ?? ' '))
}
