import type { Match, Matches } from '../../lexicon/gazetteer.js'
import type { IndustryRow } from '../../lexicon/tables.js'
import type { Source, Span, Token } from '../../types.js'

/** A place where a name of a sector stands, the longest there. */
export interface Name extends Span {
  row: IndustryRow
}

/** What the selection leaves: names of sectors, and the traps that kept others out. */
export interface Selection {
  names: Name[]
  traps: Span[]
}

type Candidate = Span & { row?: IndustryRow }

/** Names up to this length are also found across two words by chance (化工 in 文化|工作). */
const CHANCE_LENGTH = 3

/** Of names and traps that overlap the longest wins, of equal ones the first; a trap wins over a name of its own length. */
export function selectNames(matches: Matches, source: Source, tokens: readonly Token[]): Selection {
  const names: Name[] = []
  const traps: Span[] = []
  const words = new WordBounds(tokens)
  const keep = (held: Candidate | undefined): void => {
    if (held === undefined) return
    if (held.row) names.push(held as Name)
    else traps.push(held)
  }
  let held: Candidate | undefined
  for (const candidate of candidates(matches)) {
    if (candidate.row && (cutsWord(candidate, source) || cutsLatinWord(candidate, source.codes) || words.straddles(candidate))) continue
    if (held !== undefined && candidate.start < held.end) {
      if (outdoes(candidate, held)) held = candidate
      continue
    }
    keep(held)
    held = candidate
  }
  keep(held)
  return { names, traps }
}

/** Of two that overlap the longer stays; a certain name yields to no name that begins inside it (具身智能|机器人, not 智能机器人). */
function outdoes(candidate: Candidate, held: Candidate): boolean {
  if (candidate.end - candidate.start <= held.end - held.start) return false
  return candidate.start === held.start || candidate.row === undefined || held.row?.use === 'listed'
}

/** Names and traps in one line, sorted by start; where both stand on one span the trap comes first. */
function* candidates({ industries, plain }: Matches): Generator<Candidate> {
  let at = 0
  for (const trap of plain) {
    // the ends of organisations' names are weighed together with the rest of the name, by the resolver
    if (trap.row.part !== undefined || !trap.row.blocks.includes('industry')) continue
    for (; at < industries.length && isBefore(industries[at]!, trap); at++) yield* speaking(industries[at]!)
    yield { start: trap.start, end: trap.end }
  }
  for (; at < industries.length; at++) yield* speaking(industries[at]!)
}

const isBefore = (a: Span, b: Span): boolean => a.start < b.start || (a.start === b.start && a.end < b.end)

const speaking = (match: Match<IndustryRow>): Name[] => (match.row.use === 'silent' ? [] : [match])

const isLatin = (code: number | undefined): boolean =>
  code !== undefined && ((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a))

/** 金融业|务: the 业 of the name belongs to the next word. */
const cutsWord = ({ end }: Span, { folded }: Source): boolean => folded.charAt(end - 1) === '业' && /[务态绩主户者]/.test(folded.charAt(end))

/** AI in AIGC, 5G in 15G. */
const cutsLatinWord = ({ start, end }: Span, codes: Uint16Array): boolean =>
  (isLatin(codes[start]) && isLatin(codes[start - 1])) || (isLatin(codes[end - 1]) && isLatin(codes[end]))

/** Word boundaries, asked for in order of the text. */
class WordBounds {
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  /** Whether a short name takes the tail of one word and the head of the next. */
  straddles({ start, end }: Span): boolean {
    if (end - start > CHANCE_LENGTH) return false
    const { tokens } = this
    while (this.at < tokens.length && tokens[this.at]!.end <= start) this.at++
    const first = tokens[this.at]
    if (first === undefined || first.start === start || first.end >= end) return false
    let last = this.at + 1
    while (last < tokens.length && tokens[last]!.end < end) last++
    const word = tokens[last]
    return word !== undefined && word.end !== end
  }
}
