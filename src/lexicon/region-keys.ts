import { splitList } from './source.js'
import type { RegionRow } from './tables.js'

/** What regions are sought by beside their names, told without reading their rows. */
export interface RegionKeys {
  /** By row: the code of a place in force; 0 for what is none. */
  codes: Int32Array
  /** By row: the first code unit of its name. */
  heads: Uint16Array
  /** Rows of places in force that have one-character forms. */
  signed: Int32Array
}

/** One-character forms of a place: those that are names of it (沪), and those of document numbers as well. */
export function signsOf({ aliases, sign = '' }: RegionRow): { names: string[]; signs: Set<string> } {
  const names = splitList(aliases).filter(alias => alias.length === 1)
  return { names, signs: new Set([...names, ...sign]) }
}

const isInForce = ({ kind, adcode }: RegionRow): boolean => !kind && Boolean(adcode)

/** Keys of rows; `known` are those of the rows before them. */
export function regionKeys(rows: Iterable<RegionRow>, known?: RegionKeys): RegionKeys {
  const codes = Array.from(known?.codes ?? [])
  const heads = Array.from(known?.heads ?? [])
  const signed = Array.from(known?.signed ?? [])
  for (const row of rows) {
    if (isInForce(row) && signsOf(row).signs.size > 0) signed.push(codes.length)
    codes.push(isInForce(row) ? Number(row.adcode) : 0)
    heads.push(row.name.charCodeAt(0))
  }
  return { codes: Int32Array.from(codes), heads: Uint16Array.from(heads), signed: Int32Array.from(signed) }
}
