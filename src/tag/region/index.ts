import { splitList } from '../../lexicon/source.js'
import type { Tables } from '../../lexicon/tables.js'
import { type Place, placeOf } from './place.js'

/** Places in force by their code. */
export class PlaceIndex {
  private static readonly known = new WeakMap<Tables, PlaceIndex>()
  private readonly rows = new Map<number, Tables['regions'][number]>()
  private readonly lineages = new Map<Place, readonly Place[]>()
  /** Places by their one-character form, the highest level first: 沪. */
  private readonly shorts = new Map<string, Place>()

  static of(tables: Tables): PlaceIndex {
    const known = PlaceIndex.known.get(tables)
    if (known) return known
    const index = new PlaceIndex(tables)
    PlaceIndex.known.set(tables, index)
    return index
  }

  private constructor(tables: Tables) {
    for (const row of tables.regions) {
      if (row.kind || !row.adcode) continue
      this.rows.set(Number(row.adcode), row)
      for (const sign of [...splitList(row.aliases).filter(alias => alias.length === 1), ...(row.sign ?? '')]) {
        if (!this.shorts.has(sign)) this.shorts.set(sign, placeOf(row))
      }
    }
  }

  get(code: number): Place | undefined {
    const row = this.rows.get(code)
    return row && placeOf(row)
  }

  /** The place, the prefecture and the province that hold it, from the inside out. */
  lineage(place: Place): readonly Place[] {
    const known = this.lineages.get(place)
    if (known) return known
    const code = Number(place.adcode ?? 0)
    const outer = [Math.floor(code / 100) * 100, Math.floor(code / 10000) * 10000].filter(holder => holder !== code)
    const lineage = [place, ...new Set(outer.flatMap(holder => this.get(holder) ?? []))]
    this.lineages.set(place, lineage)
    return lineage
  }

  short(sign: string): Place | undefined {
    return this.shorts.get(sign)
  }
}
