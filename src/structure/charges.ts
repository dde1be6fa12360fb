import type { Charge } from '../types/structure.js'
import type { Source } from '../types.js'
import {
  BREAK,
  CLOSE,
  charClass,
  charSet,
  isBlank,
  isBreak,
  isCloseParen,
  isColon,
  isOf,
  SEMICOLON,
  STOP,
  skipBlanks,
  TAB,
  trimEnd,
} from './chars.js'
import { listsOrgans, organsBefore, organsBehind } from './organs.js'

type Role = Charge['role']

/** Charges and where the text goes on behind them. */
export interface Found {
  charges: Charge[]
  next: number
}

/** 责任单位：, 牵头部门：, 配合单位： */
const LABEL = /(责任|牵头|配合)(?:单位|部门|主体|科室|处室)(?:及责任人)?\s?$/
const LABEL_LENGTH = 10
/** …负责）, …牵头，, …配合）; 负责组织实施. */
const ACT = /(负责|牵头|配合)(?:负责)?(?:组织)?(?:实施|落实|办理)?/y
/** 按职责分工 before 负责 is none of the names. */
const DIVISION = /按照?(?:各自)?(?:职责|职能)?分工$/
const ROLES: Record<string, Role> = { 责任: 'responsible', 负责: 'responsible', 牵头: 'lead', 配合: 'support' }
/** How far back the names of those charged are looked for, and how long their list may be. */
const NAMES = 160
export const CLOSERS = charSet('）)]】〕')
const OPENERS = charSet('（([【〔')
const [YOU, ZHUO, ZE, TOU, HUI] = [...'由着责头会'].map(character => character.charCodeAt(0))
const COMMAS = charSet('，,；;')
const LABEL_ENDS = charSet('位门体室人 ')
const LIST_ENDS = STOP | SEMICOLON | BREAK | CLOSE | charClass(']】〕')

/** Behind 负责 and 牵头 where they are part of a word: 负责人, 负责制, 牵头单位. */
const IN_WORDS = charSet('人同制的之部单、')

/** The charge whose sign (a colon, 牵, 负, 会同, a bracket that closes the line, a tab) stands at `at`, in a clause that begins at `from`. */
export function readCharge(source: Source, from: number, at: number, end: number): Found | undefined {
  const { codes, folded } = source
  if (isColon(codes[at])) {
    const label = LABEL_ENDS.has(codes[at - 1]) && LABEL.exec(folded.slice(Math.max(from, at - LABEL_LENGTH), at))
    return label ? labelled(source, ROLES[label[1]], at + 1, end) : undefined
  }
  if (codes[at] === TAB) return cell(source, at + 1, end)
  if (CLOSERS.has(codes[at])) return bracketed(source, from, at)
  if (codes[at] === HUI) return joint(source, from, at, end)
  if (codes[at + 1] !== ZE && codes[at + 1] !== TOU) return undefined
  ACT.lastIndex = at
  const act = ACT.exec(folded)
  return act ? named(source, ROLES[act[1]], Math.max(from, at - NAMES), at, at + act[0].length, end) : undefined
}

/** The names behind a label, as far as the list goes. */
function labelled({ codes }: Source, role: Role, at: number, end: number): Found | undefined {
  const from = skipBlanks(codes, at, end)
  const limit = Math.min(end, from + NAMES)
  let stop = from
  let depth = 0
  for (; stop < limit; stop++) {
    if (OPENERS.has(codes[stop])) depth++
    else if (CLOSERS.has(codes[stop]) && depth > 0) depth--
    else if (isOf(codes[stop], LIST_ENDS) && depth === 0) break
  }
  const last = trimEnd(codes, from, stop)
  return last > from ? foundAt(role, from, last, skipClosers(codes, stop, end)) : undefined
}

const charge = (role: Role, start: number, end: number): Charge => ({ start, end, role, agencies: [] })
const foundAt = (role: Role, start: number, end: number, next: number): Found => ({ charges: [charge(role, start, end)], next })

/** The names before a verb: behind the bracket that opens or 由, else those of organs that begin their clause. */
function named(source: Source, role: Role, limit: number, at: number, next: number, end: number): Found | undefined {
  const { codes, folded } = source
  const c = codes[next]
  const closes = CLOSERS.has(c) || (next < end && isBlank(c) && CLOSERS.has(codes[next + 1]))
  const ends = closes || next >= end || COMMAS.has(c) || isOf(c, STOP | BREAK)
  if (!ends && IN_WORDS.has(c)) return undefined
  let start = namesStart(codes, limit, at, closes)
  const before = codes[start - 1]
  if (start === at || codes[at + 2] === ZHUO) return undefined
  start = skipBlanks(codes, start, at)
  if (codes[start] === YOU) start++
  const known = ends && (before === YOU || OPENERS.has(before) || closes)
  const last = known
    ? trimEnd(codes, start, at - (DIVISION.exec(folded.slice(Math.max(start, at - LABEL_LENGTH), at))?.[0].length ?? 0))
    : organsBefore(source, start, at)
  return last > start ? foundAt(role, start, last, skipClosers(codes, next, end)) : undefined
}

/** Where the names begin that end at `at`: behind a stop, 由 or a bracket, behind a comma unless they stand in a bracket that closes. */
function namesStart(codes: Uint16Array, limit: number, at: number, closes: boolean): number {
  let start = at
  let depth = 0
  for (; start > limit; start--) {
    const before = codes[start - 1]
    if (isCloseParen(before)) depth++
    else if (OPENERS.has(before)) {
      if (depth === 0) break
      depth--
    } else if (before === YOU || isOf(before, STOP) || isBreak(before) || isColon(before)) break
    else if (COMMAS.has(before) && !closes) break
  }
  return start
}

/** 由市商务局会同市财政局制定: the first leads, the others help. */
function joint(source: Source, from: number, at: number, end: number): Found | undefined {
  const { codes } = source
  const start = skipBlanks(codes, namesStart(codes, Math.max(from, at - NAMES), at, false), at)
  const first = start < at ? organsBefore(source, start, at) : 0
  const last = first && organsBehind(source, at + 2, Math.min(end, at + NAMES))
  return last ? { charges: [charge('lead', start, first), charge('support', at + 2, last)], next: last } : undefined
}

/** Names in brackets that close a line and stand as a sentence of their own: 。【市商务局、市财政局】 */
function bracketed(source: Source, from: number, at: number): Found | undefined {
  const { codes } = source
  let open = from
  while (open < at && (isBlank(codes[open]) || isBreak(codes[open]))) open++
  if (!OPENERS.has(codes[open]) || at - open > NAMES || !listsOrgans(source, open + 1, at)) return undefined
  return foundAt('responsible', open + 1, at, at + 1)
}

/** A cell of a table that only names organs. */
function cell(source: Source, start: number, end: number): Found | undefined {
  const { codes } = source
  const limit = Math.min(end, start + NAMES)
  let stop = start
  while (stop < limit && codes[stop] !== TAB && !isBreak(codes[stop])) stop++
  return stop > start && listsOrgans(source, start, stop) ? foundAt('responsible', start, stop, stop) : undefined
}

/** …，市财政局配合）: who helps one that was named before. */
const HELP = /([^，,；;。：:（）()〔〕\n]{2,120}?)(?:配合|参与|协助|协同)(?=[）)；;，,。〕\]】\s])/y

/** Those who help, where they are named at `at`, right behind a charge. */
export function readHelpers({ codes, folded }: Source, at: number, end: number): Found | undefined {
  HELP.lastIndex = at
  const match = HELP.exec(folded)
  const stop = at + (match?.[1].length ?? 0)
  if (!match || HELP.lastIndex > end) return undefined
  return foundAt('support', at, trimEnd(codes, at, stop), skipClosers(codes, HELP.lastIndex, end))
}

function skipClosers(codes: Uint16Array, at: number, end: number): number {
  while (at < end && (isBlank(codes[at]) || CLOSERS.has(codes[at]) || COMMAS.has(codes[at]))) at++
  return at
}
