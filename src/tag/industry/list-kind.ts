import type { Source } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import { LIST_OF_OTHERS, LIST_OF_SECTORS, ORGANS, SECTOR_CUES } from './words.js'

/** How far behind the last member the noun that sums up the list is looked for (等16个重点行业). */
const CLOSE_REACH = 12
/** How far the organ that ends a list is looked for (教育、科技、工业和信息化、财政等部门). */
const ORGAN_REACH = 40

/** Signs and words between two members of a list. */
export const isSeparator = charSet('、和与及或+/·&')
/** What begins the phrase that sums up a list: 等重点行业, 三大产业. */
export const isSumming = charSet('等0123456789一二两三四五六七八九十多各类')
const isBreak = charSet('\t，。；：、！？（）()')

/** What a list is of, as the noun behind it says: 产业, another word for sectors, or a thing that is none. */
export type Kind = 'industries' | 'sectors' | 'others'

/** Kind of the list whose last member ends at `last`; undefined where nothing tells. */
export function kindOfList({ folded, codes }: Source, last: number): Kind | undefined {
  // 信息服务、金融|服务: the word belongs to the last member
  const end = folded.startsWith('服务', last) ? last + 2 : last
  if (SECTOR_CUES.at(folded, end) !== undefined) return 'sectors'
  if (end >= codes.length || !isSumming(codes[end]!)) return LIST_OF_OTHERS.at(folded, end) ? 'others' : undefined
  const reach = Math.min(end + CLOSE_REACH, codes.length)
  for (let i = end; i < reach && !isBreak(codes[i]!); i++) {
    const sectors = LIST_OF_SECTORS.at(folded, i)
    const others = LIST_OF_OTHERS.at(folded, i)
    if (sectors && sectors.length >= (others?.length ?? 0)) return sectors === '产业' ? 'industries' : 'sectors'
    if (others) return 'others'
  }
  return undefined
}

/** Whether the list goes on to an organ, so that its members are fields of government. */
export function namesOrgans({ folded, codes }: Source, end: number): boolean {
  const reach = Math.min(end + ORGAN_REACH, codes.length)
  for (let i = end; i < reach; i++) {
    if (!isSeparator(codes[i]!) && !isWordCharacter(codes[i]!)) return false
    if (SECTOR_CUES.at(folded, i)) return false
    if (ORGANS.at(folded, i)) return true
  }
  return false
}

/** Chinese characters, digits and letters. */
export const isWordCharacter = (code: number): boolean => isHan(code) || (code >= 0x30 && code <= 0x7a)
