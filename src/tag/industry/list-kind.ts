import type { Source } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import { LIST_OF_OTHERS, LIST_OF_SECTORS, LIST_OF_USES, ORGANS, PRODUCTS, SECTOR_CUES } from './words.js'

/** How far behind the last member the noun that sums up the list is looked for (等16个重点行业). */
const CLOSE_REACH = 12
/** How far behind the last known member a list is followed through members that are not known. */
const UNKNOWN_REACH = 32
/** How far the organ that ends a list is looked for (教育、科技、工业和信息化、财政等部门). */
const ORGAN_REACH = 40

/** Signs and words between two members of a list. */
export const isSeparator = charSet('、和与及或+/·&')
/** What begins the phrase that sums up a list: 等重点行业, 三大产业. */
export const isSumming = charSet('等0123456789一二两三四五六七八九十多各类')
export const isOpenEnd = charSet('等')
/** 高等, 同等; 等级, 等额: other words. */
export const isGrade = charSet('高中初平同均优特对')
const isRank = charSet('级同于值次候待额效')
const isBreak = charSet('\t，。；：、！？（）()')

/** What a list is of, as the noun behind it says: 产业, another word for sectors, a thing that is none, or a use that everyday words are put to. */
export type Kind = 'industries' | 'sectors' | 'others' | 'uses'

/** Where a member ends with what the table does not have of it: 信息服务、金融|服务, 工程机械、民用航空|设备, 交通运输、农业|农村. */
export function memberEnd(folded: string, end: number): number {
  if (folded.startsWith('农业农村', end - 2)) return end + 2
  if (folded.startsWith('服务', end)) return end + 2
  return end + (PRODUCTS.at(folded, end)?.length ?? 0)
}

/** Where the phrase begins that sums up the list: at `end`, where its last known member ends, or behind unknown ones (茶叶、|沙棘、刺梨|等产业). */
export function closeOf({ codes }: Source, end: number): number {
  if (end >= codes.length || !isSeparator(codes[end]!)) return end
  const reach = Math.min(end + UNKNOWN_REACH, codes.length)
  for (let i = end; i < reach && (isSeparator(codes[i]!) || isWordCharacter(codes[i]!)); i++) {
    if (isOpenEnd(codes[i]!) && !isGrade(codes[i - 1]!) && !isRank(codes[i + 1] ?? 0)) return i
  }
  return end
}

/** Kind of the list that is summed up from `end` on; undefined where nothing tells. */
export function kindOfList({ folded, codes }: Source, end: number): Kind | undefined {
  if (SECTOR_CUES.at(folded, end) !== undefined) return 'sectors'
  if (end >= codes.length || !isSumming(codes[end]!)) return LIST_OF_OTHERS.at(folded, end) ? 'others' : undefined
  const reach = Math.min(end + CLOSE_REACH, codes.length)
  for (let i = end; i < reach && !isBreak(codes[i]!); i++) {
    const sectors = LIST_OF_SECTORS.at(folded, i)
    const others = LIST_OF_OTHERS.at(folded, i)
    if (sectors && sectors.length >= (others?.length ?? 0)) return sectors === '产业' ? 'industries' : 'sectors'
    if (others) return LIST_OF_USES.has(others) ? 'uses' : 'others'
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
