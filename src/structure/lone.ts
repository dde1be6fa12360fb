import type { MeasureSpan, Source } from '../types.js'
import { skipBlanks, trimEnd } from './chars.js'
import { describeMeasure } from './describe.js'
import { readLines } from './lines.js'
import { buildOutline } from './outline.js'

/** Takes one measure, given as a text of its own, apart. */
export function readMeasure(source: Source): MeasureSpan {
  const { codes } = source
  const start = skipBlanks(codes, 0, codes.length)
  const [item] = buildOutline(source, readLines(source)).roots
  const end = trimEnd(codes, start, codes.length)
  return describeMeasure(source, item?.ordinal.start === start ? { start, end, item } : { start, end }, 0)
}
