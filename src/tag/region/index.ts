import { derived } from '../../lexicon/derived.js'
import type { Gazetteer } from '../../lexicon/gazetteer.js'
import { signsOf } from '../../lexicon/region-keys.js'
import type { RegionRow } from '../../lexicon/tables.js'
import { type Place, placeOf, within } from './place.js'

/** Places in force by their code. */
export class PlaceIndex {
  static readonly of = derived((gazetteer: Gazetteer) => new PlaceIndex(gazetteer))
  private readonly lineages = new Map<Place, readonly Place[]>()
  /** Places by their one-character form, the highest level first: 沪. */
  private readonly bySign = new Map<string, Place[]>()
  private readonly oneCharacterNames = new Set<string>()

  private constructor(private readonly gazetteer: Gazetteer) {
    const { tables, regionKeys } = gazetteer
    for (const row of regionKeys.signed) this.addSigns(tables.regions.at(row)!)
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
    const { codes } = this.gazetteer.regionKeys
    let [from, to] = [0, codes.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (codes[middle]! < code) from = middle + 1
      else to = middle
    }
    return codes[from] === code ? this.placeAt(from) : undefined
  }

  private placeAt(at: number): Place {
    const { tables, regionKeys } = this.gazetteer
    return placeOf(tables.regions.at(regionKeys.rows[at]!)!)
  }

  /** Whether counties stand below a prefecture. */
  hasCounties(prefecture: number): boolean {
    return this.gazetteer.regionKeys.codes.some(code => code !== prefecture && within(prefecture, code))
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
    return this.where(this.gazetteer.regionKeys.codes, code => within(outer, code))
  }

  /** Places whose name begins with a character. */
  beginning(sign: string): Place[] {
    return this.where(this.gazetteer.regionKeys.heads, head => head === sign.charCodeAt(0)).filter(({ name }) => name.startsWith(sign))
  }

  /** The places whose key is one that is sought. */
  private where(keys: ArrayLike<number>, isSought: (key: number) => boolean): Place[] {
    const places: Place[] = []
    for (let at = 0; at < keys.length; at++) if (isSought(keys[at]!)) places.push(this.placeAt(at))
    return places
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
