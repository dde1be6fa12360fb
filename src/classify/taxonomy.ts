import type { Axis } from '../types.js'

export const AXES: readonly Axis[] = ['instrument', 'domain']

/** A class of one axis. */
export interface Leaf {
  id: string
  name_zh: string
  name_en: string
  definition_zh: string
  definition_en: string
  group?: string
}

export interface TaxonomyAxis {
  name_zh: string
  name_en: string
  /** Most secondary labels that a measure may carry. */
  max_secondary: number
  leaves: Leaf[]
}

/** A fixed taxonomy, as it stands in `dict/taxonomy/taxonomy.json`. Ids of leaves never change. */
export interface Taxonomy {
  name: string
  version: string
  axes: Record<Axis, TaxonomyAxis>
}

/** The leaves of both axes in one row: the columns of the model. */
export interface Columns {
  leaves: readonly string[]
  /** Half-open range of an axis in `leaves`. */
  range: Record<Axis, readonly [from: number, to: number]>
}

export function columnsOf(taxonomy: Taxonomy): Columns {
  const instruments = taxonomy.axes.instrument.leaves.map(leaf => leaf.id)
  const domains = taxonomy.axes.domain.leaves.map(leaf => leaf.id)
  return {
    leaves: [...instruments, ...domains],
    range: { instrument: [0, instruments.length], domain: [instruments.length, instruments.length + domains.length] },
  }
}
