import { splitList } from '../../lexicon/source.js'
import type { FunctionRow } from '../../lexicon/tables.js'
import type { Place } from '../region/place.js'
import type { Word } from './words.js'

/** Chinese organ suffixes that an English noun stands for, the likelier first. */
const NOUNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    commission: ['委员会'],
    committee: ['委员会'],
    department: ['厅', '局', '部'],
    bureau: ['局'],
    administration: ['局', '厅', '委员会'],
    authority: ['局', '委员会'],
    service: ['局'],
    office: ['办公室', '室'],
  }),
)
const RANKS = new Set([
  'municipal',
  'provincial',
  'city',
  'district',
  'county',
  'regional',
  'prefectural',
  'autonomous',
  'region',
  'prefecture',
  'sar',
])

export const isOrganNoun = ({ key, isCapital }: Word): boolean => isCapital && NOUNS.has(key)

/** A word between a place and what its organ is for: Municipal, Provincial, Autonomous Region. */
export const isRank = ({ key, isCapital }: Word): boolean => isCapital && RANKS.has(key)

/** Suffixes in the order in which places of a rank prefer them. Cities that are provinces have commissions and bureaus, provinces departments. */
function preferred({ name, level }: Place): readonly string[] {
  if (level !== 'province') return ['局', '委员会', '厅']
  return name.endsWith('市') ? ['委员会', '局', '厅'] : ['厅', '局', '委员会']
}

/** The row, and the Chinese suffix, that an organ of a place has by its English noun. Provinces have 厅, cities 局, whichever the noun. */
export function fitSuffix(
  rows: readonly FunctionRow[],
  noun: string | undefined,
  place: Place,
): { row: FunctionRow; suffix: string } | undefined {
  if (noun === undefined) {
    const row = wholeFor(rows, place)
    return row && { row, suffix: '' }
  }
  const isProvince = place.level === 'province' && !place.name.endsWith('市')
  const wanted = noun === 'department' && !isProvince ? ['局', '委员会', '部'] : NOUNS.get(noun)!
  const orders = [...wanted, ...preferred(place)]
  for (const suffix of orders) {
    const row = rows.find(({ suffixes }) => splitList(suffixes).includes(suffix))
    if (row) return { row, suffix }
  }
  return undefined
}

/** A government's office is 办公厅 in provinces and cities, 办公室 below; courts are named by their rank. */
function wholeFor(rows: readonly FunctionRow[], { level }: Place): FunctionRow | undefined {
  const whole = rows.filter(({ suffixes }) => !suffixes)
  const office = level === 'county' ? '办公室' : '办公厅'
  return whole.find(({ name }) => name.endsWith(office)) ?? whole[0]
}
