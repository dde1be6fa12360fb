import { DIGIT, hasClass, LATIN, LINK } from '../chars.js'
import type { Rule } from './rule.js'

const DOT = 0x2e
const COMMA = 0x2c
const HYPHEN = 0x2d
const YEAR = '年'.charCodeAt(0)

/** Runs of letters and digits across a sign inside them: 1.5, 1,000, 5G-A, PM2.5, R&D, www.example.com. */
export const links: Rule = {
  name: 'links',
  after: DIGIT | LATIN | LINK,
  before: DIGIT | LATIN | LINK,
  reach(codes, start, middle, end) {
    const isLink = end - middle === 1 && linksAt(codes, start, middle)
    const isBehindLink = middle - start > 1 && hasClass(codes, middle, DIGIT | LATIN) && linksAt(codes, start, middle - 1)
    return isLink || isBehindLink ? end : middle
  },
}

function linksAt(codes: Uint16Array, start: number, at: number): boolean {
  const sign = codes[at]!
  if (at === start || !hasClass(codes, at, LINK) || !hasClass(codes, at - 1, DIGIT | LATIN) || !hasClass(codes, at + 1, DIGIT | LATIN))
    return false
  if (sign === COMMA) return isThousands(codes, start, at)
  const letters = Number(hasClass(codes, at - 1, LATIN)) + Number(hasClass(codes, at + 1, LATIN))
  if (sign === DOT) return letters === 2 || (letters === 0 && !isNumberedYear(codes, start, at))
  return sign !== HYPHEN || letters > 0
}

/** 1.2026年: the number of a paragraph, then a year. */
const isNumberedYear = (codes: Uint16Array, start: number, at: number): boolean =>
  at - start <= 2 && codes[at + 5] === YEAR && hasClass(codes, at + 4, DIGIT)

function isThousands(codes: Uint16Array, start: number, at: number): boolean {
  const leading = at - start
  for (let ahead = 1; ahead <= 3; ahead++) if (!hasClass(codes, at + ahead, DIGIT)) return false
  const isGroup = leading <= 3 || (codes[at - 4] === COMMA && leading > 4)
  return isGroup && hasClass(codes, start, DIGIT) && !hasClass(codes, at + 4, DIGIT | LATIN)
}
