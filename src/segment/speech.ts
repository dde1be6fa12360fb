import type { Words } from '../lexicon/words.js'
import type { Token } from '../types.js'
import { ABOUT, CLASSES, DIGIT, FRACTION, HAN, LATIN, LINK, NUMERAL, ORDINAL, PERCENT, TIME } from './chars.js'

/** Tags of jieba: numeral, time, Latin, noun, verbal noun, and what is no word. */
const [NUMBER, DATE, LATIN_RUN, NOUN, VERBAL_NOUN, OTHER] = ['m', 't', 'eng', 'n', 'vn', 'x']
const OF_NUMBERS = DIGIT | NUMERAL | ORDINAL | LINK | PERCENT | ABOUT | FRACTION

/** Sets the part of speech of every token, in the tags of jieba. `codes` are those of the text that the tokens lie in. */
export function tagTokens(tokens: readonly Token[], codes: Uint16Array, words: Words): void {
  for (const token of tokens) token.tag = tagOf(codes, token.start, token.end, words)
}

/** The dictionary's tag; of what it lacks, that of its kind: numbers, dates, Latin runs, signs; else that of its last part, which is its head. */
function tagOf(codes: Uint16Array, start: number, end: number, words: Words): string {
  const known = words.tagAt(codes, start, end)
  if (known !== '') return known
  let all = OF_NUMBERS
  let any = 0
  for (let at = start; at < end; at++) {
    const classes = CLASSES[codes[at]!]!
    if (!(classes & OF_NUMBERS)) all = 0
    any |= classes
  }
  if (any & LATIN && !(any & HAN)) return LATIN_RUN
  if (any & (DIGIT | NUMERAL) && all) return NUMBER
  if (CLASSES[codes[start]!]! & (DIGIT | NUMERAL) && CLASSES[codes[end - 1]!]! & TIME) return DATE
  return any & HAN ? headTag(codes, start, end, words) : OTHER
}

function headTag(codes: Uint16Array, start: number, end: number, words: Words): string {
  for (let from = start + 1; from < end; from++) {
    const tag = words.tagAt(codes, from, end)
    if (tag === '') continue
    if (tag.startsWith('v')) return VERBAL_NOUN
    return end - from === 1 ? NOUN : tag
  }
  return OTHER
}
