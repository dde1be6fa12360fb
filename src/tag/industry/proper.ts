import type { Match } from '../../lexicon/gazetteer.js'
import { lastAtOrBefore } from '../../span.js'
import type { Source, Span, Token } from '../../types.js'
import { charSet } from '../chars.js'
import { mayBeSector, placeBefore } from './open.js'
import { FIRM_ENDINGS, NOT_PARK_ENDINGS, PARK_ENDINGS, PARK_TRADES } from './words.js'

/** Characters of a coined name: 天|欣|纸业. */
const COINED = 2
const FEI = 0x5e9f
const JIU = 0x65e7
/** What people do to a trade, which is no name: 做|强|酒业. */
const isVerb = charSet('做强优精活特抓促兴扶保稳抢办')
/** What a place between two known ones is told apart by: 河东|工业园区. */
const isSide = charSet('东西南北')

const CHENG = 0x79f0
const isQuote = charSet('“「')
/** Ends of what is done with waste, which is a sector: 废|塑料加工. */
const isActivity = charSet('业造工用收理')

/** Whether the words around a sector's name make it part of a firm's or a park's, or tell what is thrown away: 天欣|纸业, 河东|工业|园区, 下称“|轻工|园”, 废|锂电池. */
export function isPartOfName({ start, end }: Span, source: Source, tokens: readonly Token[], regions: readonly Match<unknown>[]): boolean {
  const { codes, folded } = source
  const before = codes[start - 1]
  if (before === FEI || (before === JIU && codes[start - 2] === FEI)) return !isActivity(codes[end - 1]!)
  if (FIRM_ENDINGS.at(folded, start)?.length === end - start) return isCoined(start, source, tokens)
  if (isQuote(before ?? 0) && codes[start - 2] === CHENG) return isPark(folded, end)
  if (PARK_TRADES.at(folded, start)?.length !== end - start || !isPark(folded, end)) return false
  return placeBefore(start, regions) !== undefined || (isSide(before ?? 0) && lengthBefore(start, tokens) === COINED)
}

const isPark = (folded: string, end: number): boolean =>
  PARK_ENDINGS.at(folded, end) !== undefined && NOT_PARK_ENDINGS.at(folded, end) === undefined

/** Whether two characters stand before the offset that no dictionary takes for a word, and neither is a word of grammar. */
function isCoined(offset: number, source: Source, tokens: readonly Token[]): boolean {
  const start = offset - COINED
  if (lengthBefore(offset, tokens) !== 1 || lengthBefore(offset - 1, tokens) !== 1 || !mayBeSector({ start, end: offset }, source))
    return false
  return !isVerb(source.codes[start]!) && !isVerb(source.codes[offset - 1]!)
}

/** Length of the word that ends at the offset; 0 where none does. */
function lengthBefore(offset: number, tokens: readonly Token[]): number {
  const token = tokens[lastAtOrBefore(tokens, offset - 1)]
  return token?.end === offset ? token.end - token.start : 0
}
