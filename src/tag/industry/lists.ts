import type { Source } from '../../types.js'
import type { Grown } from './grow.js'
import { LIST_OF_OTHERS, LIST_OF_SECTORS, SECTOR_CUES } from './words.js'

/** Longest modifier before a member (、智慧|餐饮), and longest unknown member between two known ones. */
const LONGEST_MODIFIER = 4
const LONGEST_MEMBER = 8
/** How far behind the last member the noun that sums up the list is looked for (等16个重点行业). */
const CLOSE_REACH = 12

const SEPARATORS = '、和与及或+/·&'
const isSeparator = (character: string): boolean => SEPARATORS.includes(character)
const isWordCharacter = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x7a)

/** Keeps names that are a sector anywhere, and of the others those that stand in the company of sectors. */
export function keepSectors(names: readonly Grown[], { folded, codes }: Source): Grown[] {
  const kept: Grown[] = []
  for (let first = 0; first < names.length; ) {
    let last = first
    while (last + 1 < names.length && linked(folded, codes, names[last]!.end, names[last + 1]!.start)) last++
    const list = names.slice(first, last + 1)
    kept.push(...(list.every(name => name.row.use === undefined) ? list : sectorsOf(list, folded)))
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

const hasOwnCue = (name: Grown, folded: string): boolean => name.grown || SECTOR_CUES.at(folded, name.end) !== undefined

function sectorsOf(list: readonly Grown[], folded: string): Grown[] {
  const certain = list.filter(name => name.row.use === undefined || hasOwnCue(name, folded))
  if (certain.length === list.length) return certain
  const kind = kindOfList(folded, list[list.length - 1]!.end)
  const isListOfSectors = kind === 'sectors' || (kind === undefined && certain.length > 0)
  return isListOfSectors ? [...list] : certain
}

/** What the words behind the last member say that the list is of. */
function kindOfList(folded: string, end: number): 'sectors' | 'others' | undefined {
  const reach = Math.min(end + CLOSE_REACH, folded.length)
  if (!/[等0-9一二两三四五六七八九十多各类]/.test(folded.charAt(end))) return undefined
  for (let i = end; i < reach && !/[\s，。；：、！？（）()]/.test(folded.charAt(i)); i++) {
    if (LIST_OF_SECTORS.at(folded, i)) return 'sectors'
    if (LIST_OF_OTHERS.at(folded, i)) return 'others'
  }
  return undefined
}
