import type { Gazetteer } from '../../lexicon/gazetteer.js'
import { signsOf } from '../../lexicon/region-keys.js'
import type { RegionRow } from '../../lexicon/tables.js'
import { type Place, placeOf, within } from './place.js'

/** Places in force by their code. */
export class PlaceIndex {
  private static readonly known = new WeakMap<Gazetteer, PlaceIndex>()
  /** Number of a place's row by its code. */
  private readonly rows = new Map<number, number>()
  private readonly lineages = new Map<Place, readonly Place[]>()
  /** Places by their one-character form, the highest level first: 沪. */
  private readonly bySign = new Map<string, Place[]>()
  private readonly oneCharacterNames = new Set<string>()

  static of(gazetteer: Gazetteer): PlaceIndex {
    const known = PlaceIndex.known.get(gazetteer)
    if (known) return known
    const index = new PlaceIndex(gazetteer)
    PlaceIndex.known.set(gazetteer, index)
    return index
  }

  private constructor(private readonly gazetteer: Gazetteer) {
    const { tables, regionKeys, dropped } = gazetteer
    const isKept = (row: number): boolean => dropped.size === 0 || !dropped.has(tables.regions.at(row)!)
    const { codes, signed } = regionKeys
    for (let row = 0; row < codes.length; row++) if (codes[row]! > 0 && isKept(row)) this.rows.set(codes[row]!, row)
    for (const row of signed) if (isKept(row)) this.addSigns(tables.regions.at(row)!)
  }

  private addSigns(row: RegionRow): void {
    const { names, signs } = signsOf(row)
    for (const name of names) this.oneCharacterNames.add(name)
    for (const sign of signs) {
      const places = this.bySign.get(sign)
      if (places) places.push(placeOf(row))
      else this.bySign.set(sign, [placeOf(row)])
    }
  }

  get(code: number): Place | undefined {
    const row = this.rows.get(code)
    return row === undefined ? undefined : this.placeAt(row)
  }

  private placeAt(row: number): Place {
    return placeOf(this.gazetteer.tables.regions.at(row)!)
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

  /** Places in force in the place of a code, and that place itself. */
  inside(outer: number): Place[] {
    return [...this.rows].filter(([code]) => within(outer, code)).map(([, row]) => this.placeAt(row))
  }

  /** Places whose name begins with a character. */
  beginning(sign: string): Place[] {
    const { heads } = this.gazetteer.regionKeys
    const rows = [...this.rows.values()].filter(row => heads[row] === sign.charCodeAt(0))
    return rows.map(row => this.placeAt(row)).filter(({ name }) => name.startsWith(sign))
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
