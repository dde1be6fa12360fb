import { ZhengceError } from '../../errors.js'
import { checkString, kindOf } from '../../guards.js'
import type { Gazetteer } from '../../lexicon/gazetteer.js'
import { splitList } from '../../lexicon/source.js'
import type { RegionRow } from '../../lexicon/tables.js'
import { type FoldTable, foldKey } from '../../text/normalize.js'
import type { Level } from '../../types.js'
import { levelOf } from './place.js'

/** A region of the gazetteer, whether or not a text names it. */
export interface Region {
  /** Full official name; of a former region the one that it had. */
  name: string
  /** `place`: in force by GB/T 2260. `former`: no longer. `group`: several places. `area`: a functional area with a name of its own. */
  kind: 'place' | 'former' | 'group' | 'area'
  /** GB/T 2260, six digits; of a former region the code of what it became, of an area that of the place that holds it. */
  adcode?: string
  /** The code that a former region had. */
  formerAdcode?: string
  /** Of a place or a former region. */
  level?: Level
  /** Id of a group or an area: yangtze-river-delta. */
  id?: string
  /** adcodes of a group's members, where they are fixed. */
  members?: string[]
}

/** The gazetteer of regions, for look-ups outside of a text. Answers are empty where nothing is known. */
export interface Regions {
  /**
   * Every region of a name (full, short or former; traditional script too) or of a six-digit code, in force or former: those in force first, then by code.
   * China as a whole (100000) is no row of the table: none is found.
   * @throws INVALID_TEXT
   */
  lookup(nameOrAdcode: string): Region[]
  /** What holds a place, from the inside out: 310104 is in 上海市, 440106 in 广州市, 广东省. Former codes too. @throws INVALID_ADCODE */
  parents(adcode: string): Region[]
  /** The places in force directly below one, by code; `100000` has the provinces. @throws INVALID_ADCODE */
  children(adcode: string): Region[]
}

/** China as a whole in the lists that GB/T 2260 is published in. */
const CHINA = 100000
const ORDER: readonly Region['kind'][] = ['place', 'former', 'area', 'group']

/** The rows of the table that are still in it, by code; read when first asked for. */
export class RegionDirectory implements Regions {
  private known: { inForce: Map<number, Region>; former: Map<number, Region[]>; below: Map<number, Region[]> } | undefined

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly fold: FoldTable,
  ) {}

  lookup(nameOrAdcode: string): Region[] {
    const asked = checkString(nameOrAdcode, 'The name or code of a region').trim()
    if (/^\d{6}$/.test(asked)) return this.byCode(Number(asked))
    const rows = this.gazetteer
      .lookup('regions', foldKey(asked, this.fold))
      .filter(row => row.kind !== 'zone' && !this.gazetteer.dropped.has(row))
    return rows.map(toRegion).sort(compareRegions)
  }

  parents(adcode: string): Region[] {
    const code = readCode(adcode)
    if (this.byCode(code).length === 0) return []
    const holders = new Set([Math.floor(code / 100) * 100, Math.floor(code / 10000) * 10000])
    return [...holders].filter(holder => holder !== code).flatMap(holder => this.byCode(holder)[0] ?? [])
  }

  children(adcode: string): Region[] {
    return [...(this.index.below.get(readCode(adcode)) ?? [])]
  }

  private byCode(code: number): Region[] {
    const { inForce, former } = this.index
    const current = inForce.get(code)
    return [...(current ? [current] : []), ...(former.get(code) ?? [])]
  }

  private get index() {
    this.known ??= this.read()
    return this.known
  }

  private read() {
    const inForce = new Map<number, Region>()
    const former = new Map<number, Region[]>()
    const below = new Map<number, Region[]>()
    for (const row of this.gazetteer.tables.regions) {
      const code = Number(row.was ?? row.adcode)
      if ((row.kind && row.kind !== 'former') || !code || this.gazetteer.dropped.has(row)) continue
      if (row.kind) push(former, code, toRegion(row))
      else inForce.set(code, toRegion(row))
    }
    for (const [code, region] of [...inForce].sort(([a], [b]) => a - b)) push(below, holderOf(code, inForce), region)
    return { inForce, former, below }
  }
}

function toRegion({ name, kind = 'place', adcode, was, id, members }: RegionRow): Region {
  const region: Region = { name, kind: kind as Region['kind'] }
  if (adcode) region.adcode = adcode
  if (was) region.formerAdcode = was
  if (adcode && (kind === 'place' || kind === 'former')) region.level = levelOf(Number(was ?? adcode))
  if (id) region.id = id
  if (members) region.members = splitList(members)
  return region
}

const compareRegions = (a: Region, b: Region): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Number(a.adcode ?? 0) - Number(b.adcode ?? 0)

/** The prefecture or province directly above a code; some counties stand below their province at once. */
function holderOf(code: number, inForce: ReadonlyMap<number, Region>): number {
  const prefecture = Math.floor(code / 100) * 100
  const province = Math.floor(code / 10000) * 10000
  if (code === province) return CHINA
  return code !== prefecture && inForce.has(prefecture) ? prefecture : province
}

function readCode(adcode: string): number {
  if (typeof adcode === 'string' && /^\d{6}$/.test(adcode)) return Number(adcode)
  throw new ZhengceError(
    'INVALID_ADCODE',
    `${typeof adcode === 'string' ? JSON.stringify(adcode) : kindOf(adcode)} is no code of six digits.`,
  )
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
