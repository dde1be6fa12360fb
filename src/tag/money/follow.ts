import { charTable } from '../../text/char-table.js'
import type { Source } from '../../types.js'
import { CLASS, passBlanks, VAGUE_HEAD } from '../figure/numeral.js'
import { MARKS_BY_LAST, UNITS_BY_FIRST } from './currency.js'
import { namedAt } from './unit.js'

/** What a character right behind digits says: most numerals are years, ordinals and counts, and are left here. */
const MONEY = 1
/** The first character of the name of a currency. */
const NAME = 2
/** A separator or a dash, which counts where the numeral goes on behind it. */
const LINK = 3
const NOTE = 4
const CENT = 5
const OVER = 6
const GAP = 7

const FOLLOW = charTable(
  [String.fromCharCode(...UNITS_BY_FIRST.keys()), NAME],
  ['元圆块角毛多余来几数tmbTMBOoIl', MONEY],
  ['.,，点、和或至到-—–~―−〜－～', LINK],
  ['（(', NOTE],
  ['分', CENT],
  ['以', OVER],
  [' \t\n\r', GAP],
)

const MARK_ENDS = charTable([String.fromCharCode(...MARKS_BY_LAST.keys()), 1])

const BLANK = 32
const [QIAN, SHANG, HAN, BU, BAO] = [...'钱上含不包'].map(character => character.charCodeAt(0))

const isNumeral = (code: number | undefined): boolean => {
  const kind = CLASS[code as number] as number
  return kind > 0 && kind <= VAGUE_HEAD
}

/** Behind a separator: a numeral, or a second dash or blank and then one. */
const linksOn = (codes: Uint16Array, at: number): boolean =>
  isNumeral(codes[at]) || ((FOLLOW[codes[at] as number] === LINK || FOLLOW[codes[at] as number] === GAP) && isNumeral(codes[at + 1]))

/** Whether what stands at `at`, right behind a run of digits, can make an amount of money of it. */
export function leadsOn(source: Source, at: number): boolean {
  const { codes } = source
  let next = at
  let kind = at < codes.length ? (FOLLOW[codes[at] as number] as number) : 0
  if (kind === 0) return false
  if (kind === GAP) {
    next = passBlanks(codes, at)
    kind = FOLLOW[codes[next] ?? 0] as number
  }
  if (kind === MONEY) return true
  if (kind === NAME) return namedAt(source, next) !== undefined
  if (kind === LINK) return linksOn(codes, next + 1)
  if (kind === NOTE) return codes[next + 1] === HAN || codes[next + 1] === BU || codes[next + 1] === BAO
  if (kind === CENT) return codes[next + 1] === QIAN
  if (kind === OVER) return codes[next + 1] === SHANG
  return next > at && isNumeral(codes[next])
}

/** Whether the sign or the name of a currency may end right before `at`, or before the blanks there. */
export function mayBeMarked(codes: Uint16Array, at: number): boolean {
  if (at === 0) return false
  const last = codes[at - 1] as number
  if (last !== BLANK) return MARK_ENDS[last] === 1
  return MARK_ENDS[codes[at - 2] ?? 0] === 1 || (codes[at - 2] === BLANK && MARK_ENDS[codes[at - 3] ?? 0] === 1)
}
