import type { Source } from '../../types.js'
import { CLASS, isUnit, LETTER, measure, type Numeral, readNumeral, VAGUE_HEAD } from './numeral.js'

const ORDINAL = '第'.charCodeAt(0)

/** All numerals of a text by start, but for ordinals (第3). One pass. */
export function findNumerals(source: Source): Numeral[] {
  const { codes } = source
  const numerals: Numeral[] = []
  for (let i = 0; i < codes.length; ) {
    const kind = CLASS[codes[i]!]!
    const begins = kind > 0 && kind < LETTER && (kind !== VAGUE_HEAD || isUnit(CLASS[codes[i + 1] ?? 0]!))
    if (!begins) {
      i++
      continue
    }
    const extent = measure(codes, i)
    const numeral = codes[i - 1] === ORDINAL ? undefined : readNumeral(source, i, extent)
    if (numeral) numerals.push(numeral)
    i = Math.max(extent.end, i + 1)
  }
  return numerals
}

/** The number of a row or a heading: 18 年度营业额, 7.2 本预案 at the start of a line. */
export function isLabel({ folded }: Source, { start, end }: Numeral): boolean {
  const next = folded.charAt(end)
  return (next === ' ' || next === '\t') && (start === 0 || folded[start - 1] === '\n')
}
