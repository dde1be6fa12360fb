import type { Words } from '../lexicon/words.js'
import type { Source, Token } from '../types.js'
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
    if (end - start > SHORTEST) addInside(text, codes, start, end, words, tokens)
  }
  return tokens
}

function addInside(text: string, codes: Uint16Array, start: number, end: number, { trie }: Words, tokens: Token[]): void {
  for (let from = start; from + SHORTEST <= end; from++) {
    const most = Math.min(LONGEST, end - from, end - start - 1)
    const found: number[] = []
    for (let slot = 0, at = from; at < from + most; ) {
      slot = trie.step(slot, codes[at++]!)
      if (slot < 0) break
      if (at - from >= SHORTEST && trie.valueAt(slot) >= 0) found.unshift(at)
    }
    for (const [i, to] of found.entries())
      tokens.push({ text: text.slice(from, to), start: from, end: to, increment: i > 0 || from === start ? 0 : 1 })
  }
}
