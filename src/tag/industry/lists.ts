import type { Source, Span } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import type { Grown } from './grow.js'
import { closeOf, isOpenEnd, isSeparator, isSumming, isWordCharacter, type Kind, kindOfList, memberEnd, namesOrgans } from './list-kind.js'
import { mayBeSector, membersBehind, type OpenName } from './open.js'
import { BASES, SECTOR_CUES } from './words.js'

/** Longest modifier before a member (、智慧|餐饮), and longest unknown member between two known ones. */
const LONGEST_MODIFIER = 4
const LONGEST_MEMBER = 8
/** An unknown member, the signs around it, and what may stand before the next and behind the last (设备, 服务). */
const LONGEST_GAP = LONGEST_MEMBER + LONGEST_MODIFIER + 4
/** Two, around an unknown member; three, where one of them has two characters (以及). */
const MOST_SEPARATORS = 3
/** One certain member in so many makes a list of sectors, where nothing sums it up. */
const CERTAIN_SHARE = 3
/** Of so many members, half of them certain, a list is one of sectors even where the noun behind it says goods. */
const LONG_LIST = 4
/** Longest praise between 等 and the sector that sums up a list (等专业|科技服务). */
const LONGEST_PRAISE = 4
/** A name of so many characters that sums up a list is that of a sector, whatever it needs elsewhere (专业服务). */
const LONG_NAME = 4

const ENDING = '产业'
/** What closes a list that goes on to a description: 玻璃、火电|以及其他高耗能项目. */
const AND_OTHERS = '以及其他'
const PLUS = 0x2b
const COMMA = 0x2c
/** Crops have their base where they grow (蔬菜|生产基地). */
const isFarming = ({ id }: Grown['row']): boolean => id.startsWith('A0')
const isQuote = charSet('“”')
const isEnumerationComma = charSet('、')
/** In 等环节|的|制造业 the list is of what the sector has. */
const DE = 0x7684

/** A sector's name, from the tables or read from the grammar around it. */
export type Sector = Grown | OpenName

/** The table's names that are sectors here: those that are one anywhere, and of the others those in the company of sectors; and what a list adds to them. */
export function keepSectors(all: readonly Grown[], source: Source): Sector[] {
  const { folded, codes } = source
  const names = all.filter(name => !isHead(name, source))
  const kept: Sector[] = []
  for (let first = 0; first < names.length; ) {
    let last = first
    while (last + 1 < names.length && linked(names[last]!.end, names[last + 1]!.start, source)) last++
    const end = memberEnd(folded, names[last]!.end)
    const goesOn = end < codes.length && (isSeparator(codes[end]!) || isOpenEnd(codes[end]!))
    if (first === last && !goesOn) {
      if (isCertain(names[first]!, source)) kept.push(names[first]!)
    } else if (!goesOn || !namesOrgans(source, end)) {
      for (const sector of sectorsOf(names.slice(first, last + 1), names[last + 1], source)) kept.push(sector)
    }
    first = last + 1
  }
  return kept
}

/** Whether two names are members of one list, next to each other or with one unknown member between. */
function linked(lastEnd: number, start: number, { folded, codes }: Source): boolean {
  if (start - lastEnd > LONGEST_GAP) return false
  const end = memberEnd(folded, lastEnd)
  if (start <= end) return false
  if (start === end + 1 && codes[end] === COMMA) return true
  let separators = 0
  let run = 0
  for (let i = end; i < start; i++) {
    const code = codes[i]!
    if (isQuote(code)) continue
    if (isSeparator(code)) {
      separators++
      run = 0
    } else if (i === end || !isWordCharacter(code) || ++run > LONGEST_MEMBER) return false
  }
  return separators > 0 && separators <= MOST_SEPARATORS && run <= LONGEST_MODIFIER
}

/** A sector by itself, or by what stands behind it: 水泥|企业, 系统集成服务|企业, 互联网|+. */
function isCertain({ row, grown, end }: Grown, { folded, codes }: Source): boolean {
  if (row.use !== 'listed' || grown || codes[end] === PLUS) return true
  if (BASES.at(folded, end) !== undefined) return !isFarming(row)
  return SECTOR_CUES.at(folded, folded.startsWith('服务', end) ? end + 2 : end) !== undefined
}

/** In a list, a name that needs company and is only the beginning of a member that no table has: 家具、|假发|制品、. */
function isHead(name: Grown, source: Source): boolean {
  const { codes, folded } = source
  if (name.row.use !== 'listed' || !isSeparator(codes[name.start - 1] ?? 0)) return false
  const start = memberEnd(folded, name.end)
  if (folded.startsWith(AND_OTHERS, start)) return false
  let end = start
  while (end < codes.length && end - start < LONGEST_MEMBER && isHan(codes[end]!) && !isSeparator(codes[end]!) && !isOpenEnd(codes[end]!))
    end++
  return end > start && end < codes.length && (isSeparator(codes[end]!) || isOpenEnd(codes[end]!)) && !isCertain(name, source)
}

/** A field of technology is meant as one even in a list of plain things (5G、大数据等设施). */
const isField = ({ row }: Grown): boolean => row.use !== 'listed' && (row.marks?.includes('emerging') ?? false)

/** `next` is the name behind the list. */
function sectorsOf(list: readonly Grown[], next: Grown | undefined, source: Source): readonly Sector[] {
  const { codes } = source
  const { end } = list[list.length - 1]!
  const last = memberEnd(source.folded, end)
  const close = closeOf(source, last)
  const kind: Kind | undefined = isSummedUpBy(next, close, source) ? 'sectors' : kindOfList(source, close)
  if (kind === 'industries') return withUnknown(list, membersBehind(source, last, close), close, source)
  if (kind === 'sectors') return list
  if (kind === 'uses') return list.filter(isField)
  const certain = list.filter(name => isCertain(name, source))
  if (kind === 'others') return list.length >= LONG_LIST && certain.length * 2 >= list.length ? list : certain
  if (certain.length * CERTAIN_SHARE < list.length) return certain
  // 教育、医疗|团组: the last name only says what kind of thing follows, but not in 家政+养老|融合
  const isCut = end < codes.length && isHan(codes[end]!) && !isSumming(codes[end]!) && !source.folded.startsWith(AND_OTHERS, end)
  return isCut ? list.filter(name => name.end < end || codes[name.start - 1] === PLUS || isCertain(name, source)) : list
}

/** Whether a sector sums up the list: 技术转移、科技咨询等专业|科技服务. */
function isSummedUpBy(next: Grown | undefined, close: number, { codes }: Source): boolean {
  if (
    next === undefined ||
    (next.row.use !== undefined && next.end - next.start < LONG_NAME) ||
    next.start - close - 1 > LONGEST_PRAISE ||
    !isOpenEnd(codes[close]!)
  )
    return false
  for (let i = close; i < next.start; i++) if (!isHan(codes[i]!) || codes[i] === DE) return false
  return next.end >= codes.length || !isHan(codes[next.end]!)
}

/** The members between and behind the known ones, in a list that sums up as 产业 behind `close`: they are sectors, too. */
function withUnknown(list: readonly Grown[], behind: readonly Span[], close: number, source: Source): Sector[] {
  const { folded, codes } = source
  const cue = { start: close, end: folded.indexOf(ENDING, close) + ENDING.length }
  const member = ({ start, end }: Span): OpenName => ({ start, end, rule: 'open-member', cue })
  const all: Sector[] = []
  for (const [i, name] of list.entries()) {
    const gap = i > 0 && { start: list[i - 1]!.end + 1, end: name.start - 1 }
    if (gap && isEnumerationComma(codes[gap.start - 1]!) && isEnumerationComma(codes[gap.end]!) && mayBeSector(gap, source)) {
      all.push(member(gap))
    }
    all.push(name)
  }
  return all.concat(behind.map(member))
}
