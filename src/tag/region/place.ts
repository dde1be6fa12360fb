import { derived } from '../../lexicon/derived.js'
import { splitList } from '../../lexicon/source.js'
import { stemOf } from '../../lexicon/stem.js'
import type { RegionRow } from '../../lexicon/tables.js'
import type { Level } from '../../types.js'

export type PlaceKind = 'place' | 'former' | 'group' | 'area' | 'zone'

/** A row of the table of regions, read: codes as numbers, so that comparing two places costs a division. */
export interface Place {
  kind: PlaceKind
  name: string
  /** Name without what tells the level. */
  stem: string
  adcode?: string
  id?: string
  members: readonly number[]
  level?: Level
  /** Code by which the place is judged to lie in another one: of a former name the code that it had. 0 for a group. */
  home: number
  /** The bare name of a county needs no evidence. */
  isKnown: boolean
}

export const placeOf = (row: RegionRow): Place => onlyPlace(row)[0]

/** The place of a row as a list of one, the same for each match: most names have one place. */
export const onlyPlace = derived((row: RegionRow): readonly [Place] => [read(row)])

function read({ name, adcode, id, kind = 'place', was, members, bare }: RegionRow): Place {
  const place: Place = {
    kind: kind as PlaceKind,
    name,
    stem: kind === 'place' || kind === 'former' ? stemOf(name) : name,
    home: Number(was ?? adcode ?? 0),
    members: splitList(members).map(Number),
    isKnown: bare === 'known',
  }
  if (adcode) place.adcode = adcode
  if (id) place.id = id
  if (adcode && kind !== 'area') place.level = levelOf(Number(adcode))
  return place
}

export const levelOf = (code: number): Level => (code % 10000 === 0 ? 'province' : code % 100 === 0 ? 'prefecture' : 'county')

/** Whether `inner` lies in `outer` and is another place. */
export function encloses(outer: Place, inner: Place): boolean {
  if (outer === inner || inner.home === 0) return false
  if (outer.kind === 'group') return outer.members.some(code => within(code, inner.home))
  return outer.home !== inner.home ? within(outer.home, inner.home) : outer.kind !== 'area' && inner.kind === 'area'
}

/** Whether a code lies in the place of another one, or is that place itself. */
export function within(outer: number, inner: number): boolean {
  if (outer % 10000 === 0) return Math.floor(outer / 10000) === Math.floor(inner / 10000)
  if (outer % 100 === 0) return Math.floor(outer / 100) === Math.floor(inner / 100)
  return outer === inner
}
