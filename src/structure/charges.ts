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
  trimEnd,
} from './chars.js'

type Role = Charge['role']

/** A charge and where the text goes on behind it. */
export interface Found {
  charge: Charge
  next: number
}

/** 责任单位：, 牵头部门：, 配合单位： */
const LABEL = /(责任|牵头|配合)(?:单位|部门|主体|科室|处室)(?:及责任人)?\s?$/
const LABEL_LENGTH = 10
/** …负责）, …牵头，, …配合）; 负责组织实施. */
const ACT = /(负责|牵头|配合)(?:组织)?(?:实施|落实|办理)?/y
/** 按职责分工 before 负责 is none of the names. */
const DIVISION = /按照?(?:各自)?(?:职责|职能)?分工$/
const ROLES: Record<string, Role> = { 责任: 'responsible', 负责: 'responsible', 牵头: 'lead', 配合: 'support' }
/** How far back the names of those charged are looked for, and how long their list may be. */
const NAMES = 160
const CLOSERS = charSet('）)]】〕')
const OPENERS = charSet('（([【〔')
const [YOU, ZHUO, ZE, TOU] = [...'由着责头'].map(character => character.charCodeAt(0))
const COMMAS = charSet('，,；;')
const LABEL_ENDS = charSet('位门体室人 ')
const LIST_ENDS = STOP | SEMICOLON | BREAK | CLOSE | charClass(']】〕')

/** The charge whose sign (a colon, 牵, 负) stands at `at`, in a clause that begins at `from`. */
export function readCharge(source: Source, from: number, at: number, end: number): Found | undefined {
  const { codes, folded } = source
  if (isColon(codes[at])) {
    const label = LABEL_ENDS.has(codes[at - 1]) && LABEL.exec(folded.slice(Math.max(from, at - LABEL_LENGTH), at))
    return label ? labelled(source, ROLES[label[1]], at + 1, end) : undefined
  }
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
  return last > from ? { charge: { start: from, end: last, role, agencies: [] }, next: skipClosers(codes, stop, end) } : undefined
}

/** The names before a verb, behind the bracket that opens or 由. */
function named({ codes, folded }: Source, role: Role, limit: number, at: number, next: number, end: number): Found | undefined {
  const c = codes[next]
  const closes = CLOSERS.has(c) || (next < end && isBlank(c) && CLOSERS.has(codes[next + 1]))
  if (!closes && next < end && !COMMAS.has(c) && !isOf(c, STOP | BREAK)) return undefined
  let start = at
  let depth = 0
  while (start > limit) {
    const before = codes[start - 1]
    if (isCloseParen(before)) depth++
    else if (OPENERS.has(before)) {
      if (depth === 0) break
      depth--
    } else if (before === YOU || isOf(before, STOP) || isBreak(before) || isColon(before)) break
    else if (COMMAS.has(before) && !closes) break
    start--
  }
  const before = codes[start - 1]
  const known = before === YOU || OPENERS.has(before) || closes
  if (!known || start === at || codes[at + 2] === ZHUO) return undefined
  start = skipBlanks(codes, start, at)
  if (codes[start] === YOU) start++
  const last = trimEnd(codes, start, at - (DIVISION.exec(folded.slice(Math.max(start, at - LABEL_LENGTH), at))?.[0].length ?? 0))
  return last > start ? { charge: { start, end: last, role, agencies: [] }, next: skipClosers(codes, next, end) } : undefined
}

/** …，市财政局配合）: who helps one that was named before. */
const HELP = /([^，,；;。：:（）()〔〕\n]{2,120}?)(?:配合|参与|协助|协同)(?=[）)；;，,。〕\]】\s])/y

/** Those who help, where they are named at `at`, right behind a charge. */
export function readHelpers({ codes, folded }: Source, at: number, end: number): Found | undefined {
  HELP.lastIndex = at
  const match = HELP.exec(folded)
  const stop = at + (match?.[1].length ?? 0)
  if (!match || HELP.lastIndex > end) return undefined
  const charge: Charge = { start: at, end: trimEnd(codes, at, stop), role: 'support', agencies: [] }
  return { charge, next: skipClosers(codes, HELP.lastIndex, end) }
}

function skipClosers(codes: Uint16Array, at: number, end: number): number {
  while (at < end && (isBlank(codes[at]) || CLOSERS.has(codes[at]) || COMMAS.has(codes[at]))) at++
  return at
}
