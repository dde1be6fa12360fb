import { ZhengceError } from '../errors.js'
import type { Engine } from './engine.js'

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
    cut({ folded }) {
      const ends: number[] = []
      for (const { index, segment } of segmenter.segment(folded)) ends.push(index + segment.length)
      return Uint32Array.from(ends)
    },
  }
}
