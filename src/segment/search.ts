import type { Words } from '../lexicon/words.js'
import type { Source, Token } from '../types.js'
import { isInsideAtom } from './chars.js'
import type { Ends } from './engine.js'

/** Sub-words are as long as jieba's search mode has them. */
const SHORTEST = 2
const LONGEST = 3

/**
 * Tokens with the words inside long ones, as a search index wants them: sorted by start, at one start the longer first.
 * A sub-word stands at the position of the token it lies in, or at one of its own if it starts later.
 */
export function addSubwords({ text, codes }: Source, ends: Ends, words: Words): Token[] {
  const tokens: Token[] = []
  for (let i = 0, start = 0; i < ends.length; start = ends[i++]!) {
    const end = ends[i]!
    tokens.push({ text: text.slice(start, end), start, end, increment: 1 })
    for (let from = start; from + SHORTEST <= end; from++) {
      const most = Math.min(from + LONGEST, end)
      for (const to of wordsAt(codes, from, most, words)) {
        if (to - from === end - start) continue
        tokens.push({ text: text.slice(from, to), start: from, end: to, increment: startsAnew(tokens, from) })
      }
    }
  }
  return tokens
}

/** Every token, and every word of the dictionary of two characters or more wherever it stands: sorted by start, at one start the longer first. */
export function addAllWords({ text, codes }: Source, ends: Ends, words: Words): Token[] {
  const tokens: Token[] = []
  for (let from = 0, i = 0, start = 0; from < codes.length; from++) {
    const found = wordsAt(codes, from, codes.length, words)
    if (from === start) {
      start = ends[i++]!
      if (!found.includes(start)) found.push(start)
      found.sort((a, b) => b - a)
    }
    for (const to of found) tokens.push({ text: text.slice(from, to), start: from, end: to, increment: startsAnew(tokens, from) })
  }
  return tokens
}

const startsAnew = (tokens: readonly Token[], start: number): number => (tokens[tokens.length - 1]?.start === start ? 0 : 1)

/** Ends of the words of two characters or more that begin at `from` and end by `to`, the longest first; none that cuts a run of letters and digits. */
function wordsAt(codes: Uint16Array, from: number, to: number, words: Words): number[] {
  const found: number[] = []
  if (isInsideAtom(codes, from)) return found
  words.eachFrom(codes, from, to, end => {
    if (end - from >= SHORTEST && !isInsideAtom(codes, end) && !found.includes(end)) found.push(end)
  })
  return found.sort((a, b) => b - a)
}
