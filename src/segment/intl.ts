import { ZhengceError } from '../errors.js'
import { isInsideAtom, isSeparator } from './chars.js'
import type { Engine } from './engine.js'

/** V8 takes a time that grows with the square of the text, so that it gets it piece by piece. */
const LONGEST_PIECE = 500

/**
 * `Intl.Segmenter`, the word breaker that comes with the JavaScript engine. Words, rules and user dictionaries of this library do not reach it,
 * and its words change with the version of ICU.
 * @throws ENGINE_UNAVAILABLE where there is none
 */
export function openIntl(): Engine {
  if (typeof Intl === 'undefined' || Intl.Segmenter === undefined) {
    throw new ZhengceError('ENGINE_UNAVAILABLE', 'This JavaScript engine has no Intl.Segmenter.')
  }
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return {
    name: 'intl',
    cut({ folded, codes }) {
      const ends: number[] = []
      for (let from = 0; from < codes.length; ) {
        const to = pieceEnd(codes, from)
        for (const { index, segment } of segmenter.segment(folded.slice(from, to))) ends.push(from + index + segment.length)
        from = to
      }
      return Uint32Array.from(ends)
    },
  }
}

/** Behind the last separator in reach; where there is none, as far as it goes without splitting a run or a surrogate pair. */
function pieceEnd(codes: Uint16Array, from: number): number {
  const most = from + LONGEST_PIECE
  if (most >= codes.length) return codes.length
  for (let to = most; to > from; to--) if (isSeparator(codes[to - 1]!)) return to
  for (let to = most; to > from; to--) if (!isInsideAtom(codes, to)) return to
  return most
}
