import type { RegionEntity } from '../../types.js'
import type { PlaceIndex } from '../region/index.js'
import { encloses, type Place } from '../region/place.js'
import type { Mention } from './names.js'
import type { Word } from './words.js'

/** A place in a run; `from` and `to` count words, half-open. Several places where they share a name, the first the best known. */
export interface NamedPlace {
  from: number
  to: number
  place: Place
  candidates: readonly Place[]
}

/** Words behind the name of a place that belong to it. */
const SUFFIXES = new Set(['province', 'municipality', 'city', 'prefecture', 'district', 'county'])

/** The places of a run. Of places that share a name the one that lies in a place named beside it is meant. */
export function placesIn(words: readonly Word[], mentions: readonly Mention[]): NamedPlace[] {
  const named = mentions.filter(({ meaning }) => meaning.places.length > 0)
  return named.map(({ from, to, meaning }, i) => {
    const beside = [named[i + 1], named[i - 1]].flatMap(other => other?.meaning.places ?? [])
    const candidates = meaning.places
    const place = candidates.find(inner => beside.some(holder => encloses(holder, inner))) ?? candidates[0]!
    return { from, to: to + suffixLength(words, to), place, candidates }
  })
}

/** Guangdong Province; but in Shenzhen City Government the word belongs to the organ. */
function suffixLength(words: readonly Word[], at: number): number {
  const word = words[at]
  return word?.isCapital && SUFFIXES.has(word.key) ? 1 : 0
}

/** Fields of a region but for where it stands. */
export function regionEntity({ place, candidates }: NamedPlace, index: PlaceIndex): Omit<RegionEntity, 'start' | 'end' | 'text'> {
  const codes = [...new Set(candidates.flatMap(({ adcode }) => adcode ?? []))].sort()
  const isFormer = place.kind === 'former'
  return {
    type: 'region',
    name: (isFormer && index.get(Number(place.adcode))?.name) || place.name,
    ...(place.adcode && { adcode: place.adcode }),
    ...(place.level && { level: place.level }),
    ...(place.id && { id: place.id }),
    ...(place.members.length > 0 && { members: place.members.map(String) }),
    ...(isFormer && { former: true as const }),
    ...(codes.length > 1 && { candidates: codes }),
    rule: 'english-name',
    certainty: 'read',
  }
}
