import { DIGIT, DOCUMENT, HAN, hasClass } from '../chars.js'
import type { Pass } from './pass.js'

/** As many characters as the letters of a document number have at most. */
const LONGEST = 8
/** Not among the letters of a number: what introduces one (根据, 按照, 关于, 原, 见). */
const OUTSIDE = new Set(Array.from('根据按照依关于印参考见原同以及和与的', character => character.charCodeAt(0)))

/** The letters before the year of a document number: 沪 府 发〔2024〕3号. */
export const documentNumbers: Pass = {
  name: 'document-numbers',
  needs: DOCUMENT,
  reach(codes, start, middle, end) {
    if (end - start > LONGEST || !isBeforeYear(codes, middle)) return middle
    for (let at = start; at < end; at++) if (!hasClass(codes, at, HAN) || OUTSIDE.has(codes[at]!)) return middle
    return end
  },
}

/** Whether nothing but Han characters stands between here and the bracket of a year. */
function isBeforeYear(codes: Uint16Array, from: number): boolean {
  for (let at = from; at < from + LONGEST; at++) {
    if (hasClass(codes, at, DOCUMENT)) return hasClass(codes, at + 1, DIGIT) && hasClass(codes, at + 4, DIGIT) && !hasClass(codes, at + 5, DIGIT)
    if (!hasClass(codes, at, HAN)) return false
  }
  return false
}
