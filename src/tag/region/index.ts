import type { Gazetteer } from '../../lexicon/gazetteer.js'
import { splitList } from '../../lexicon/source.js'
import type { RegionRow } from '../../lexicon/tables.js'
import { type Place, placeOf, within } from './place.js'

/** Places in force by their code. */
export class PlaceIndex {
  private static readonly known = new WeakMap<Gazetteer, PlaceIndex>()
  private readonly rows = new Map<number, RegionRow>()
  private readonly lineages = new Map<Place, readonly Place[]>()
  /** Places by their one-character form, the highest level first: 沪. */
  private readonly bySign = new Map<string, Place[]>()
  private readonly oneCharacterNames = new Set<string>()
  private known: readonly Place[] | undefined

  static of(gazetteer: Gazetteer): PlaceIndex {
    const known = PlaceIndex.known.get(gazetteer)
    if (known) return known
    const index = new PlaceIndex(gazetteer)
    PlaceIndex.known.set(gazetteer, index)
    return index
  }

  private constructor({ tables, dropped }: Gazetteer) {
    for (const row of tables.regions) {
      if (row.kind || !row.adcode || dropped.has(row)) continue
      this.rows.set(Number(row.adcode), row)
      const names = splitList(row.aliases).filter(alias => alias.length === 1)
      for (const name of names) this.oneCharacterNames.add(name)
      for (const sign of new Set([...names, ...(row.sign ?? '')])) {
        const places = this.bySign.get(sign)
        if (places) places.push(placeOf(row))
        else this.bySign.set(sign, [placeOf(row)])
      }
    }
  }

  get(code: number): Place | undefined {
    const row = this.rows.get(code)
    return row && placeOf(row)
  }

  /** Whether counties stand below a prefecture. */
  hasCounties(prefecture: number): boolean {
    for (const code of this.rows.keys()) if (code !== prefecture && within(prefecture, code)) return true
    return false
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

  /** Places in force. */
  get all(): readonly Place[] {
    this.known ??= [...this.rows.values()].map(placeOf)
    return this.known
  }

  /** Places whose name begins with a character. */
  beginning(sign: string): readonly Place[] {
    return this.all.filter(({ name }) => name.startsWith(sign))
  }

  /** The places that a one-character form stands for, the higher before the lower. */
  shorts(sign: string): readonly Place[] {
    return this.bySign.get(sign) ?? []
  }

  /** Whether a character names a place wherever it stands (沪), not only in document numbers. */
  isName(sign: string): boolean {
    return this.oneCharacterNames.has(sign)
  }

  short(sign: string): Place | undefined {
    return this.bySign.get(sign)?.[0]
  }
}
