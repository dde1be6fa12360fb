import { DIGIT, HAN, hasClass, NUMERAL, SUFFIX } from '../chars.js'
import type { Pass } from './pass.js'

/** No words that a suffix could attach to end in these. */
const PARTICLES = new Set(Array.from('的了着和与及等为是在或对将其', character => character.charCodeAt(0)))

/** A suffix that the route left single, with the word before it: 数字 化, 投资 额, 改革 委. */
export const suffixes: Pass = {
  name: 'suffixes',
  needs: SUFFIX,
  reach(codes, start, middle, end) {
    if (end - middle !== 1 || middle - start < 2 || !hasClass(codes, middle, SUFFIX)) return middle
    const last = middle - 1
    const isWord = hasClass(codes, last, HAN) && !hasClass(codes, last, NUMERAL) && !hasClass(codes, start, DIGIT) && !PARTICLES.has(codes[last]!)
    return isWord ? end : middle
  },
}
