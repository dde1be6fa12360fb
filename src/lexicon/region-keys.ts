import { splitList } from './source.js'
import type { NameRow, RegionRow } from './tables.js'

/** What places in force are sought by beside their names, told without reading their rows. */
export interface RegionKeys {
  /** Their codes, ascending. */
  codes: Int32Array
  /** The row of each of these. */
  rows: Int32Array
  /** The first code unit of each one's name. */
  heads: Uint16Array
  /** Rows that have one-character forms. */
  signed: Int32Array
}

/** One-character forms of a place: those that are names of it (沪), and those of document numbers as well. */
export function signsOf({ aliases, sign = '' }: RegionRow): { names: string[]; signs: Set<string> } {
  const names = splitList(aliases).filter(alias => alias.length === 1)
  return { names, signs: new Set([...names, ...sign]) }
}

/** Keys of rows; of two with one code the later holds. */
export function regionKeys(regions: Iterable<RegionRow>, dropped: ReadonlySet<NameRow> = new Set()): RegionKeys {
  const places = new Map<number, { row: number; head: number }>()
  const signed: number[] = []
  let row = -1
  for (const region of regions) {
    row++
    if (region.kind || !region.adcode || dropped.has(region)) continue
    places.set(Number(region.adcode), { row, head: region.name.charCodeAt(0) })
    if (signsOf(region).signs.size > 0) signed.push(row)
  }
  const sorted = [...places].sort(([a], [b]) => a - b)
  return {
    codes: Int32Array.from(sorted, ([code]) => code),
    rows: Int32Array.from(sorted, ([, { row }]) => row),
    heads: Uint16Array.from(sorted, ([, { head }]) => head),
    signed: Int32Array.from(signed),
  }
}
