import type { Matches } from '../../lexicon/gazetteer.js'
import type { IndustryRow, PlainRow } from '../../lexicon/tables.js'
import { lastAtOrBefore } from '../../span.js'
import type { Source, Span, Token } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import { isPartOfName } from './proper.js'
import { NAME_ENDINGS, NOT_ENDINGS } from './words.js'

/** A place where a name of a sector stands, the longest there. */
export interface Name extends Span {
  row: IndustryRow
}

/** What the selection leaves, sorted by start. */
export interface Selection {
  names: Name[]
  /** The names, and the traps that kept others out. */
  taken: Span[]
}

const ENDING = '产业'
const YE = 0x4e1a
const DA = 0x5927
/** How far before 旅游 the verb stands that makes it a journey. */
const LONGEST_PLACE = 4
const isGoing = charSet('来赴')
/** 近年来, 以来, 未来. */
const isTimeBefore = charSet('年以未近后带将原本历迎起')
/** Names up to this length are also found across two words by chance (化工 in 文化|工作), and longer ones that begin with 大 (加大|健康产业投入). */
const CHANCE_LENGTH = 3

/** Of names and traps that overlap the longest wins, of equal ones the first; a trap wins over a name of its own span. */
export function selectNames({ industries, plain, regions }: Matches, source: Source, tokens: readonly Token[]): Selection {
  const selector = new Selector(source.folded)
  let at = 0
  let trapAt = 0
  while (at < industries.length || trapAt < plain.length) {
    const name = industries[at]
    const trap = plain[trapAt]
    if (name !== undefined && (trap === undefined || name.start < trap.start || (name.start === trap.start && name.end < trap.end))) {
      const isName = mayStand(name, source) && !isCut(industries, at, source) && !straddles(name, tokens, source.codes)
      if (isName) selector.offer(name.start, name.end, isPartOfName(name, source, tokens, regions) ? undefined : name.row)
      at++
    } else if (trap !== undefined) {
      trapAt++
      if (isTrap(trap.row)) selector.offer(trap.start, trap.end, undefined)
    }
  }
  return selector.finish()
}

function mayStand({ row: { use }, start, end }: Name, { codes }: Source): boolean {
  if (use === 'alone') return !isHan(codes[start - 1] ?? 0) && !isHan(codes[end] ?? 0)
  return use !== 'silent'
}

/** Whether the match is no name here: it reaches too far, cuts a word, or says what somebody does. */
function isCut(industries: Matches['industries'], at: number, source: Source): boolean {
  const { start, end } = industries[at]!
  return cutsWord(start, end, source) || endsEarlier(industries, at, source) || isJourney(start, end, source)
}

/** The ends of organisations' names are weighed together with the rest of the name, by the resolver. */
const isTrap = ({ part, blocks }: PlainRow): boolean => part === undefined && (blocks === 'industry' || blocks.includes('industry'))

/** In 氢能产业|链 the name is 氢能, which the tables have as well; in 战略性新兴产业|集群 it is whole. */
function endsEarlier(industries: Matches['industries'], at: number, { folded, codes }: Source): boolean {
  const { start, end } = industries[at]!
  const stem = end - ENDING.length
  if (codes[end - 1] !== YE || !folded.startsWith(ENDING, stem) || NOT_ENDINGS.at(folded, stem) === undefined) return false
  for (let i = at - 1; i >= 0 && industries[i]!.start === start; i--) if (industries[i]!.end === stem) return true
  return false
}

/** In 来咸|旅游 and 赴台|旅游 somebody travels; the place is short. */
function isJourney(start: number, end: number, { codes, folded }: Source): boolean {
  if (end - start !== 2 || !folded.startsWith('旅游', start) || NAME_ENDINGS.at(folded, end) !== undefined) return false
  for (let i = start - 1; i >= start - LONGEST_PLACE && isHan(codes[i] ?? 0); i--) {
    if (isGoing(codes[i]!)) return i < start - 1 && !isTimeBefore(codes[i - 1] ?? 0)
  }
  return false
}

/** Whether the name ends or begins inside a word: 金融业|务, AI in AIGC, 5G in 15G. */
function cutsWord(start: number, end: number, { codes, folded }: Source): boolean {
  if (codes[end - 1] === YE) return '务态绩主户者'.includes(folded[end] ?? ' ')
  return (isLatin(codes[start]) && isLatin(codes[start - 1])) || (isLatin(codes[end - 1]) && isLatin(codes[end]))
}

const isLatin = (code: number | undefined): boolean =>
  code !== undefined && ((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a))

/** Takes spans sorted by start and keeps those that no longer one overlaps. */
class Selector {
  private readonly names: Name[] = []
  private readonly taken: Span[] = []
  private start = 0
  private end = 0
  private row: IndustryRow | undefined

  constructor(private readonly folded: string) {}

  /** `row` is undefined for a trap. */
  offer(start: number, end: number, row: IndustryRow | undefined): void {
    if (start >= this.end) this.keep()
    else if (!this.isOutdone(start, end, row)) return
    this.start = start
    this.end = end
    this.row = row
  }

  finish(): Selection {
    this.keep()
    return { names: this.names, taken: this.taken }
  }

  /** The longer stays; a certain name yields to no name that begins inside it (具身智能|机器人, not 智能机器人). */
  private isOutdone(start: number, end: number, row: IndustryRow | undefined): boolean {
    if (end - start <= this.end - this.start || (start > this.start && this.takesIn(end))) return false
    return start === this.start || row === undefined || this.row?.use === 'listed'
  }

  /** 云服务|产业, not 云|服务产业. */
  private takesIn(end: number): boolean {
    return this.row !== undefined && end > this.end && NAME_ENDINGS.at(this.folded, this.end)?.length === end - this.end
  }

  private keep(): void {
    const { start, end, row } = this
    if (end === 0) return
    if (row === undefined) this.taken.push({ start, end })
    else {
      const name = { start, end, row }
      this.taken.push(name)
      this.names.push(name)
    }
  }
}

/** Whether a short name takes the tail of a word together with what follows, or the head of one (of more than a closing 业) together with what precedes. */
function straddles({ start, end }: Span, tokens: readonly Token[], codes: Uint16Array): boolean {
  if (end - start > CHANCE_LENGTH && codes[start] !== DA) return false
  let at = lastAtOrBefore(tokens, start)
  const first = tokens[at]
  if (first === undefined || first.end <= start || first.end >= end) return false
  if (first.start < start) return true
  do at++
  while (at < tokens.length && tokens[at]!.end < end)
  const cut = tokens[at]?.end ?? end
  return cut > end && !(cut === end + 1 && codes[end] === YE)
}
