import type { Source, Span } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import type { Grown } from './grow.js'
import { isSeparator, isSumming, isWordCharacter, kindOfList, namesOrgans } from './list-kind.js'
import { lastMember, mayBeSector } from './open.js'
import { SECTOR_CUES } from './words.js'

/** Longest modifier before a member (、智慧|餐饮), and longest unknown member between two known ones. */
const LONGEST_MODIFIER = 4
const LONGEST_MEMBER = 8
/** Two, around an unknown member; three, where one of them has two characters (以及). */
const MOST_SEPARATORS = 3
/** One certain member in so many makes a list of sectors, where nothing sums it up. */
const CERTAIN_SHARE = 3

const isQuote = charSet('“”')
const isEnumerationComma = charSet('、')
const isOpenEnd = charSet('等')

/** A sector's name, from the tables or read from the grammar around it. */
export type Sector = Grown | (Span & { row?: undefined })

/** The table's names that are sectors here: those that are one anywhere, and of the others those in the company of sectors; and what a list adds to them. */
export function keepSectors(names: readonly Grown[], source: Source): Sector[] {
  const { folded, codes } = source
  const kept: Sector[] = []
  for (let first = 0; first < names.length; ) {
    let last = first
    while (last + 1 < names.length && linked(codes, names[last]!.end, names[last + 1]!.start)) last++
    const end = names[last]!.end
    const goesOn = end < codes.length && (isSeparator(codes[end]!) || isOpenEnd(codes[end]!))
    if (first === last && !goesOn) {
      if (isCertain(names[first]!, folded)) kept.push(names[first]!)
    } else if (!goesOn || !namesOrgans(source, end)) {
      for (const sector of sectorsOf(names.slice(first, last + 1), source)) kept.push(sector)
    }
    first = last + 1
  }
  return kept
}

/** Whether two names are members of one list, next to each other or with one unknown member between. */
function linked(codes: Uint16Array, end: number, start: number): boolean {
  if (start - end > LONGEST_MEMBER + LONGEST_MODIFIER + 2 || start === end) return false
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

const isCertain = (name: Grown, folded: string): boolean =>
  name.row.use === undefined || name.grown || SECTOR_CUES.at(folded, name.end) !== undefined

function sectorsOf(list: readonly Grown[], source: Source): readonly Sector[] {
  const { folded, codes } = source
  const { end } = list[list.length - 1]!
  const extra = lastMember(source, end)
  const kind = kindOfList(source, extra?.end ?? end)
  if (kind === 'industries') return withUnknown(list, extra, source)
  if (kind === 'sectors') return list
  const certain = list.filter(name => isCertain(name, folded))
  if (kind === 'others' || certain.length * CERTAIN_SHARE < list.length) return certain
  // 教育、医疗|团组: the last name only says what kind of thing follows
  const isCut = end < codes.length && isHan(codes[end]!) && !isSumming(codes[end]!)
  return isCut ? list.filter(name => name.end < end || isCertain(name, folded)) : list
}

/** The members between and behind the known ones, in a list that sums up as 产业: they are sectors, too. */
function withUnknown(list: readonly Grown[], extra: Span | undefined, source: Source): Sector[] {
  const all: Sector[] = []
  for (const [i, name] of list.entries()) {
    const gap = i > 0 && { start: list[i - 1]!.end + 1, end: name.start - 1 }
    if (gap && isEnumerationComma(source.codes[gap.start - 1]!) && isEnumerationComma(source.codes[gap.end]!) && mayBeSector(gap, source)) {
      all.push(gap)
    }
    all.push(name)
  }
  if (extra) all.push(extra)
  return all
}
