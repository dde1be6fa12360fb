import simplifications from 'opencc-js/dict/TSCharacters'
import { type FoldTable, foldWidths } from '../../text/normalize.js'

/**
 * Widths, and traditional characters onto simplified ones by OpenCC's table (its first choice where it has several).
 * A character that is itself the simplified form of another, or of itself, stays: 着, 后, 里 occur in simplified text.
 */
export function buildFold(): FoldTable {
  const fold = foldWidths()
  const pairs = simplifications.split('|').map(line => line.split(' '))
  const kept = new Set(pairs.flatMap(([, ...targets]) => targets))
  for (const [from, to] of pairs) {
    if (from?.length === 1 && to?.length === 1 && !kept.has(from)) fold[from.charCodeAt(0)] = to.charCodeAt(0)
  }
  return fold
}
