import type { MeasureSpan, Source } from '../types.js'
import { skipBlanks, trimEnd } from './chars.js'
import { describeMeasure } from './describe.js'
import { readLines } from './lines.js'
import { buildOutline } from './outline.js'

/** Takes one measure, given as a text of its own, apart. */
export function readMeasure(source: Source): MeasureSpan {
  const { page, lines } = readLines(source)
  const { codes } = page
  const start = skipBlanks(codes, 0, codes.length)
  const end = trimEnd(codes, start, codes.length)
  const [item] = buildOutline(page, lines).roots
  return describeMeasure(page, { start, end, item: item?.ordinal.start === start ? item : undefined }, 0)
}
