import type { Source, Span } from '../../types.js'
import type { Grown } from './grow.js'
import { lastMember, mayBeSector } from './open.js'
import { LIST_OF_OTHERS, LIST_OF_SECTORS, ORGANS, SECTOR_CUES } from './words.js'

/** Longest modifier before a member (、智慧|餐饮), and longest unknown member between two known ones. */
const LONGEST_MODIFIER = 4
const LONGEST_MEMBER = 8
/** How far behind the last member the noun that sums up the list is looked for (等16个重点行业). */
const CLOSE_REACH = 12
/** One certain member in so many makes a list of sectors, where nothing sums it up. */
const CERTAIN_SHARE = 3
/** How far the organ that ends a list is looked for (教育、科技、工业和信息化、财政等部门). */
const ORGAN_REACH = 40

/** What begins the phrase that sums up a list: 等重点行业, 三大产业. */
const SUMMING = '等0123456789一二两三四五六七八九十多各类'
const BREAKS = '\t，。；：、！？（）()'
const SEPARATORS = '、和与及或+/·&'
export const isSeparator = (character: string): boolean => character !== '' && SEPARATORS.includes(character)
const isWordCharacter = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x7a)

/** What a list is of, as the noun behind it says. */
type Kind = 'industries' | 'sectors' | 'others'

/** A sector's name, from the tables or read from the grammar around it. */
export type Sector = Grown | (Span & { row?: undefined })

/** The table's names that are sectors here: those that are one anywhere, and of the others those in the company of sectors; and what a list adds to them. */
export function keepSectors(names: readonly Grown[], source: Source): Sector[] {
  const { folded, codes } = source
  const kept: Sector[] = []
  for (let first = 0; first < names.length; ) {
    let last = first
    while (last + 1 < names.length && linked(folded, codes, names[last]!.end, names[last + 1]!.start)) last++
    const end = names[last]!.end
    const goesOn = folded[end] === '等' || isSeparator(folded.charAt(end))
    if (first === last && !goesOn) {
      if (isCertain(names[first]!, folded)) kept.push(names[first]!)
    } else if (!goesOn || !namesOrgans(folded, codes, end)) kept.push(...sectorsOf(names.slice(first, last + 1), source))
    first = last + 1
  }
  return kept
}

/** Whether two names are members of one list, next to each other or with one unknown member between. */
function linked(folded: string, codes: Uint16Array, end: number, start: number): boolean {
  if (start - end > LONGEST_MEMBER + LONGEST_MODIFIER + 2 || start === end) return false
  let separators = 0
  let run = 0
  for (let i = end; i < start; i++) {
    const character = folded[i]!
    if (character === '“' || character === '”') continue
    if (isSeparator(character)) {
      separators++
      run = 0
    } else if (i === end || !isWordCharacter(codes[i]!) || ++run > LONGEST_MEMBER) return false
  }
  return separators > 0 && separators <= 3 && run <= LONGEST_MODIFIER
}

const isCertain = (name: Grown, folded: string): boolean =>
  name.row.use === undefined || name.grown || SECTOR_CUES.at(folded, name.end) !== undefined

function sectorsOf(list: readonly Grown[], source: Source): Sector[] {
  const { folded } = source
  const end = list[list.length - 1]!.end
  const extra = lastMember(source, end)
  const certain = list.filter(name => isCertain(name, folded))
  if (certain.length === list.length && !extra && list.length === 1) return certain
  const kind = kindOfList(folded, extra?.end ?? end)
  if (kind === 'industries') return withUnknown(list, extra, source)
  const isListOfSectors = kind === 'sectors' || (kind === undefined && certain.length * CERTAIN_SHARE >= list.length)
  return isListOfSectors ? [...list] : certain
}

/** The members between and behind the known ones, in a list that sums up as 产业: they are sectors, too. */
function withUnknown(list: readonly Grown[], extra: Span | undefined, source: Source): Sector[] {
  const all: Sector[] = []
  for (const [i, name] of list.entries()) {
    const gap = i > 0 && { start: list[i - 1]!.end + 1, end: name.start - 1 }
    if (gap && source.folded[gap.start - 1] === '、' && source.folded[gap.end] === '、' && mayBeSector(gap, source)) all.push(gap)
    all.push(name)
  }
  if (extra) all.push(extra)
  return all
}

/** What the words behind the last member say that the list is of. */
function kindOfList(folded: string, last: number): Kind | undefined {
  // 金融|服务、信息服务: the word belongs to the last member
  const end = folded.startsWith('服务', last) ? last + 2 : last
  if (SECTOR_CUES.at(folded, end) !== undefined) return 'sectors'
  if (!SUMMING.includes(folded[end] ?? ' ')) return LIST_OF_OTHERS.at(folded, end) ? 'others' : undefined
  const reach = Math.min(end + CLOSE_REACH, folded.length)
  for (let i = end; i < reach && !BREAKS.includes(folded.charAt(i)); i++) {
    const sectors = LIST_OF_SECTORS.at(folded, i)
    const others = LIST_OF_OTHERS.at(folded, i)
    if (sectors && sectors.length >= (others?.length ?? 0)) return sectors === '产业' ? 'industries' : 'sectors'
    if (others) return 'others'
  }
  return undefined
}

/** Whether the list goes on to an organ, so that its members are fields of government. */
function namesOrgans(folded: string, codes: Uint16Array, end: number): boolean {
  for (let i = end; i < end + ORGAN_REACH && i < folded.length; i++) {
    if (!isSeparator(folded.charAt(i)) && !isWordCharacter(codes[i]!)) return false
    if (SECTOR_CUES.at(folded, i)) return false
    if (ORGANS.at(folded, i)) return true
  }
  return false
}
