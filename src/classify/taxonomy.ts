/** A class of one axis, as far as the classifier needs to know it. */
export interface CustomLeaf {
  id: string
  /** Words that speak for the leaf, beside what is learnt. */
  cues?: readonly string[]
  /** Codes of the leaf in other classifications, by the name of the classification. */
  mapping?: Readonly<Record<string, string | number | readonly (string | number)[]>>
}

export interface CustomAxis {
  leaves: readonly CustomLeaf[]
  /** Whether the document tells the leaf where a measure does not: its title and other measures are then read too. Default false. */
  context?: boolean
  /** Most secondary labels that a measure may carry. Default 3. */
  max_secondary?: number
}

/** A fixed taxonomy of a user's own: one axis or more, each with its leaves. May say more than is read here: names, definitions. */
export interface CustomTaxonomy {
  name: string
  version?: string
  axes: Readonly<Record<string, CustomAxis>>
}

/** A class of one axis of the built-in taxonomy. */
export interface Leaf extends CustomLeaf {
  name_zh: string
  name_en: string
  definition_zh: string
  definition_en: string
  group?: string
}

export interface TaxonomyAxis extends CustomAxis {
  name_zh: string
  name_en: string
  max_secondary: number
  leaves: readonly Leaf[]
}

/** The built-in taxonomy, as it stands in `dict/taxonomy/taxonomy.json`. Ids of leaves never change. */
export interface Taxonomy extends CustomTaxonomy {
  version: string
  axes: Readonly<Record<'instrument' | 'domain', TaxonomyAxis>>
}

/** Most secondary labels where a taxonomy does not say. */
export const MAX_SECONDARY = 3

/** The leaves of all axes in one row: the columns of the model. Axes that are read from a measure alone come first. */
export interface Columns {
  axes: readonly string[]
  leaves: readonly string[]
  /** Half-open range of an axis in `leaves`. */
  range: Readonly<Record<string, readonly [from: number, to: number]>>
  /** Number of columns of the axes that are read from a measure alone; those behind them are read in context. */
  alone: number
}

export function columnsOf({ axes }: CustomTaxonomy): Columns {
  const names = Object.keys(axes)
  const ordered = [...names.filter(axis => !axes[axis]!.context), ...names.filter(axis => axes[axis]!.context)]
  const leaves: string[] = []
  const range: Record<string, readonly [number, number]> = {}
  let alone = 0
  for (const axis of ordered) {
    const from = leaves.length
    leaves.push(...axes[axis]!.leaves.map(leaf => leaf.id))
    range[axis] = [from, leaves.length]
    if (!axes[axis]!.context) alone = leaves.length
  }
  return { axes: ordered, leaves, range, alone }
}

export type Crosswalks = Readonly<Record<string, readonly string[]>>

/** The codes of every column's leaf in other classifications. */
export function crosswalksOf(taxonomy: CustomTaxonomy): Crosswalks[] {
  return columnsOf(taxonomy).axes.flatMap(axis =>
    taxonomy.axes[axis]!.leaves.map(({ mapping = {} }) =>
      Object.fromEntries(Object.entries(mapping).map(([name, codes]) => [name, [codes].flat().map(String)])),
    ),
  )
}
