import type { Source, Span } from '../../types.js'
import type { Place } from './place.js'

/** Full name of a zone that is named after the place before it: 清远|高新区 → 清远高新技术产业开发区. */
export function zoneName(holder: Span & { places: readonly Place[] }, zone: Place, { folded }: Source): string {
  const { stem } = holder.places[0]!
  return (folded.startsWith(stem, holder.start) ? stem : folded.slice(holder.start, holder.end)) + zone.name
}
