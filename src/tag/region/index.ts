import { splitList } from '../../lexicon/source.js'
import type { Tables } from '../../lexicon/tables.js'
import { type Place, placeOf, within } from './place.js'

/** Beijing, Tianjin, Shanghai, Chongqing: their districts stand below them at once. */
const MUNICIPALITIES: ReadonlySet<number> = new Set([110000, 120000, 310000, 500000])

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

  /** The place whose organ gave a document number: 沪府发 Shanghai, 穗埔府规 Huangpu in Guangzhou, 深龙华府规 Longhua in Shenzhen. */
  ofNumber(letters: string): Place | undefined {
    const outer = this.shorts.get(letters[0] ?? '')
    // the second letter of a province is its organ's (粤农), never a district's
    if (!outer || (outer.level === 'province' && !MUNICIPALITIES.has(outer.home))) return outer
    const inner = [...this.rows.keys()].filter(code => code % 100 !== 0 && within(outer.home, code)).map(code => this.get(code)!)
    const whole = inner.find(({ stem }) => stem === letters.slice(1, 3))
    if (whole || !/^.[^府政委办][府政委办]/.test(letters)) return whole ?? outer
    const [sign] = letters.slice(1)
    const signed = inner.filter(({ stem }) => stem.includes(sign!))
    const first = signed.filter(({ stem }) => stem.startsWith(sign!))
    return signed.length === 1 ? signed[0] : first.length === 1 ? first[0] : outer
  }

  short(sign: string): Place | undefined {
    return this.shorts.get(sign)
  }
}
