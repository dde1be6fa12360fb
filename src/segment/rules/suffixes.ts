import { DIGIT, HAN, hasClass, NUMERAL, SUFFIX } from '../chars.js'
import type { Rule } from './rule.js'

/** No words that a suffix could attach to end in these. */
const PARTICLES = new Set(Array.from('的了着和与及等为是在或对将其', character => character.charCodeAt(0)))

/** A suffix that the route left single, with the word before it: 数字 化, 投资 额, 改革 委. For right tokens of one character. */
export const suffixes: Rule = {
  name: 'suffixes',
  after: HAN,
  before: SUFFIX,
  reach(codes, start, middle, end) {
    if (middle - start < 2) return middle
    const last = middle - 1
    const isWord = hasClass(codes, last, HAN) && !hasClass(codes, last, NUMERAL) && !hasClass(codes, start, DIGIT)
    return isWord && !PARTICLES.has(codes[last]!) ? end : middle
  },
}
