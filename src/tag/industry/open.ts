import { lastAtOrBefore } from '../../span.js'
import type { Source, Span, Token } from '../../types.js'
import { isHan } from '../chars.js'
import { isSeparator } from './list-kind.js'
import { NOT_SECTORS, VERBS_OF_GROWTH } from './words.js'

/** Length of a sector's name that no table has, in characters. */
const SHORTEST = 2
const LONGEST = 6
const CHAN = 0x4ea7
const YE = 0x4e1a

/** Whether the span may be a sector's name: a few characters, none of which is a word of grammar, of place or of praise. */
export function mayBeSector({ start, end }: Span, { folded, codes }: Source): boolean {
  if (end - start < SHORTEST || end - start > LONGEST) return false
  for (let i = start; i < end; i++) if (!isHan(codes[i]!) || NOT_SECTORS.at(folded, i) !== undefined) return false
  return true
}

/** Names before 产业 that no table has: 发展|沉香产业. They stand behind a verb that takes a sector as its object. `taken` is sorted by start. */
export function findOpenNames(source: Source, tokens: readonly Token[], taken: readonly Span[]): Span[] {
  const { codes, folded } = source
  const found: Span[] = []
  let held = 0
  for (let at = codes.indexOf(CHAN, 1); at >= 0; at = codes.indexOf(CHAN, at + 1)) {
    if (codes[at + 1] !== YE) continue
    while (held < taken.length && taken[held]!.end < at) held++
    if (taken[held] !== undefined && taken[held]!.start < at + 2) continue
    const last = lastAtOrBefore(tokens, at - 1)
    if (tokens[last]?.end !== at) continue
    const first = firstPart(tokens, last)
    const verb = tokens[first - 1]
    if (verb === undefined || !VERBS_OF_GROWTH.has(folded.slice(verb.start, verb.end))) continue
    const name = { start: tokens[first]!.start, end: at }
    if (mayBeSector(name, source)) found.push({ start: name.start, end: at + 2 })
  }
  return found
}

/** Index of the token that a name begins with whose last token is `last`: a name that no dictionary has is cut into characters (辣|木). */
function firstPart(tokens: readonly Token[], last: number): number {
  let first = last
  const isCharacter = (i: number): boolean => tokens[i] !== undefined && tokens[i]!.end - tokens[i]!.start === 1
  while (last - first < LONGEST && isCharacter(first) && isCharacter(first - 1)) first--
  return first
}

/** Members behind the last known one of a list, up to where it is summed up: 茶叶、|刺梨、沙棘|等产业. */
export function membersBehind(source: Source, end: number, close: number): Span[] {
  const members: Span[] = []
  let start = end + 1
  for (let i = start; i <= close; i++) {
    if (i < close && !isSeparator(source.codes[i]!)) continue
    if (mayBeSector({ start, end: i }, source)) members.push({ start, end: i })
    start = i + 1
  }
  return members
}
