import type { RegionEntity } from '../../types.js'
import type { PlaceIndex } from './index.js'
import type { Place } from './place.js'

/** Codes of the places that share a name; of those in force where there are such. */
export function sharedCodes(places: readonly Place[]): string[] {
  const inForce = places.filter(({ kind }) => kind === 'place')
  return [...new Set((inForce.length > 0 ? inForce : places).flatMap(({ adcode }) => adcode ?? []))].sort()
}

export function describePlace(entity: RegionEntity, place: Place, index: PlaceIndex): void {
  if (place.adcode) entity.adcode = place.adcode
  if (place.level) entity.level = place.level
  if (place.id) entity.id = place.id
  if (place.members.length > 0) entity.members = place.members.map(String)
  if (place.kind === 'former') {
    entity.former = true
    entity.name = index.get(Number(place.adcode))?.name ?? place.name
  }
}
