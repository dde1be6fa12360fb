import { createRequire } from 'node:module'
import { splitList } from '../source.js'
import { stemOf } from '../stem.js'
import type { RegionRow } from '../tables.js'

/** GB/T 2260 as the Ministry of Civil Affairs publishes it, by way of the package `lcn`. */
const standard = createRequire(import.meta.url)('lcn/data/data.json') as { code: string; name: string }[]

/** 省直辖县级行政区划 and the like: headings of the standard, no places. */
const isHeading = ({ code, name }: { code: string; name: string }): boolean =>
  name === '县' || name.endsWith('行政区划') || /^(?:11|12|31|50)(?:01|02)00$|^4603(?!00)/.test(code)

/** The standard's places with the short names that follow from their form, each with what the table adds to it, and the table's further rows. */
export function buildRegions(rows: readonly RegionRow[]): RegionRow[] {
  const places = new Map<string, RegionRow>()
  for (const entry of standard) {
    if (!isHeading(entry)) places.set(entry.code, { name: entry.name, adcode: entry.code, aliases: shortNames(entry.name).join('|') })
  }
  const further: RegionRow[] = []
  for (const row of rows) {
    if (row.kind) {
      const isFormerCity = row.kind === 'former' && row.was?.endsWith('00')
      const aliases = isFormerCity ? [...shortNames(row.name), ...splitList(row.aliases)] : splitList(row.aliases)
      further.push({ ...row, aliases: aliases.join('|') })
      continue
    }
    const known = places.get(row.adcode!)
    const aliases = [...(known ? splitList(known.aliases) : shortNames(row.name)), ...splitList(row.aliases)]
    if (known && known.name !== row.name) aliases.push(known.name)
    places.set(row.adcode!, { ...known, ...row, aliases: aliases.join('|') })
  }
  return [...places.values(), ...further]
}

/** 江苏省 → 江苏; 延边朝鲜族自治州 → 延边, 延边州; 鄂温克族自治旗 → 鄂温克, 鄂温克旗. */
function shortNames(name: string): string[] {
  const stem = stemOf(name)
  if (stem.length < 2 || stem === name) return []
  const level = name.at(-1)!
  return (name.includes('自治') && '州县旗'.includes(level)) || name.endsWith('族区') ? [stem, stem + level] : [stem]
}
