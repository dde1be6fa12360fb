import { CLASSES, DIGIT, DOCUMENT, HAN, LATIN, NUMERAL, SUFFIX } from './chars.js'
import type { Ends } from './engine.js'

/** A rule over the words of a unit: joins neighbours. Whatever was joined is the left neighbour of what follows. */
export interface Pass {
  name: string
  /** Classes of characters, one of which a unit must have for the pass to matter. */
  needs: number
  /** Whether the token `[start, middle)` takes the token `[middle, end)`. */
  joins(codes: Uint16Array, start: number, middle: number, end: number): boolean
}

const code = (character: string): number => character.charCodeAt(0)
const codeSet = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, code))
const is = (codes: Uint16Array, at: number, classes: number): boolean => at >= 0 && at < codes.length && (CLASSES[codes[at]!]! & classes) > 0

const PERCENT = codeSet('%‰')
const DOT = code('.')
const COMMA = code(',')
const LINKS = codeSet('-.&_@')
const ABOUT = codeSet('余多几')
const UNITS_OF_TIME = { year: code('年'), month: code('月'), day: code('日'), hour: code('时') }

const isDigits = (codes: Uint16Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (!is(codes, at, DIGIT)) return false
  return end > start
}
