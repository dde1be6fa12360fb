import type { Source } from '../types.js'
import { charSet, isBreak, isCloseParen, isOf, isOpenParen, STOP, trimEnd } from './chars.js'
import { verbEnd } from './words.js'

/** Last characters of the names of organs, and of those that do an organ's work: 局, 委, 部门, 中心, 公司. */
const ORGANS = charSet('局委部厅办署府门院会处位心司团队站室构')
/** Those of organs of government alone. */
const OFFICES = charSet('局委部厅办署府门')
/** What 各 stands before: 各区县, 各乡镇. */
const PLACES = charSet('省市区县旗镇乡州盟')
const EACH = '各'.charCodeAt(0)
/** What begins a sentence about those that it names: 对人民政府负责. */
const NO_NAMES = charSet('对将把向与和及以按为')
/** Words that only say how: 市商务局具体负责, 市住建局等部门共同牵头. */
const MANNER = /(?:等(?:有关|相关)?(?:部门|单位)?)?(?:具体|统一|共同|分别|按照?(?:各自)?(?:职责|职能)?分工)?$/
const MANNER_LENGTH = 16
/** What a sentence goes on with behind the last of its names, beside a verb. */
const BEHIND = charSet('于在按对将共另等负根')
const JOINS = charSet('、，,；;')
const HANG = '行'.charCodeAt(0)
const BANKS = charSet('银分支')
const JOINT = '、'.charCodeAt(0)
const SHORTEST = 3

/** Where the names end that stand from `start` up to a verb at `end`; 0 where they name no organ. */
export function organsBefore({ codes, folded }: Source, start: number, end: number): number {
  let stop = trimEnd(codes, start, end)
  if (!endsOrgan(codes, stop - 1)) stop -= MANNER.exec(folded.slice(Math.max(start, stop - MANNER_LENGTH), stop))![0].length
  return !NO_NAMES.has(codes[start]) && verbEnd(codes, start, stop) === 0 && isOrgan(codes, start, stop) ? stop : 0
}

/** Where the names end that begin at `start`; 0 where they name no organ. */
export function organsBehind({ codes }: Source, start: number, limit: number): number {
  let stop = 0
  for (let i = start; i < limit; i++) {
    const c = codes[i]
    if (isOf(c, STOP) || isBreak(c) || (JOINS.has(c) && c !== JOINT)) break
    if (!endsOrgan(codes, i) || i + 1 - start < SHORTEST) continue
    stop = isCloseParen(codes[i + 1]) ? i + 2 : i + 1
    if (BEHIND.has(codes[stop]) || verbEnd(codes, stop, limit) > 0) break
  }
  return stop
}

/** Whether nothing but names of organs stands between `start` and `end`: 市商务局、各区政府. */
export function listsOrgans({ codes }: Source, start: number, end: number): boolean {
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && !JOINS.has(codes[i])) continue
    if (!isOrgan(codes, from, i) || (from === start && !OFFICES.has(codes[i - 1]))) return false
    from = i + 1
  }
  return true
}

/** 行 ends 进行 as well, and the name of an organ only where it is a bank's. */
const endsOrgan = (codes: Uint16Array, at: number): boolean => ORGANS.has(codes[at]) || (codes[at] === HANG && BANKS.has(codes[at - 1]))

function isOrgan(codes: Uint16Array, start: number, end: number): boolean {
  let last = end
  // 市税务局（第二分局）
  if (isCloseParen(codes[last - 1])) {
    while (last > start && !isOpenParen(codes[last])) last--
  }
  if (last - start < SHORTEST) return false
  return endsOrgan(codes, last - 1) || (codes[start] === EACH && PLACES.has(codes[last - 1]))
}
