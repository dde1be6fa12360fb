import { matchesOf } from '../text/match.js'
import type { Source, Span } from '../types.js'
import { membersOf, trim } from './clauses.js'
import { HEAD_WORDS, TIER } from './words.js'

/** Who gets something and what must hold; lists where several amounts take one member each. */
export interface Terms {
  recipients: readonly Span[]
  conditions: readonly Span[]
}

export const NO_TERMS: Terms = { recipients: [], conditions: [] }

/** A figure that has to be reached. */
const THRESHOLD =
  /(?:达到?|超过?|突破|不[低少高]于|不超过|满|至少|实现|[≥≤＞＜><])[^，,、的]{0,6}[\d一二三四五六七八九十百千万亿]|[\d十百千万亿%％][^，,、的]{0,8}(?:及?以[上下内])|\d[万亿千]?元?[-—–~～至到]{1,2}\d+(?:\.\d+)?(?:[万亿元人户家个亩项吨%％]|平方米)/
export const isThreshold = (text: string): boolean => THRESHOLD.test(text)
const THRESHOLD_END = /及?以[上下内](?:[（(][^（）()]{0,12}[）)])?/g
const DE = '的'
/** 超过500万元的部分 gets nothing itself. */
const PORTION = /^(?:部分|增量|增量部分|差额|金额)$/
const LONGEST_TAIL = 48
const LONGEST_TIER = 24
const LONGEST_ENDING = 8

const CLOSERS = /[”"』」）)]+$/
/** What may stand behind the noun: 等, a note in brackets. */
const BEHIND_HEAD = /(?:等|法人|[（(][^（）()]{0,30}[）)])$/
const ENDS_OTHERWISE = '等人”"』」）)'

function isHead(text: string): boolean {
  const sense = HEAD_WORDS.endingAt(text, text.length)?.sense
  return sense !== undefined && sense !== 'none'
}

/** Whether somebody who can act stands right before `end`: 企业, 农户, but not 设备, nor the 人 of 10人. */
export const endsInActor = (text: string, end: number): boolean =>
  HEAD_WORDS.endingAt(text, end)?.sense === 'actor' && !/[\d每]/.test(text[end - 2] ?? '')

/** Whether a noun phrase is complete at the end of `text`: with a noun that can receive. */
export function endsInHead(text: string): boolean {
  if (/[\d每][一-鿿]$/.test(text.slice(-2))) return false
  if (isHead(text)) return true
  if (!ENDS_OTHERWISE.includes(text.at(-1) ?? ' ')) return false
  const tail = text.slice(-LONGEST_TAIL)
  return isHead(tail.replace(BEHIND_HEAD, '')) || isHead(tail.replace(CLOSERS, ''))
}

/** Whether `text` ends like the name of a tier: 国家级, 一等奖. */
export const endsInTier = (text: string): boolean =>
  text.length <= LONGEST_TIER && TIER.test(text.slice(-LONGEST_ENDING).replace(CLOSERS, ''))

/** The last 的 outside of brackets and quotation marks that something follows. */
function lastDe({ folded }: Source, { start, end }: Span): number {
  let depth = 0
  for (let at = end - 1; at > start; at--) {
    const character = folded[at] as string
    if ('）)”》」』'.includes(character)) depth++
    else if ('（(“《「『'.includes(character)) depth--
    else if (character === DE && depth === 0 && !'目地士确'.includes(folded[at + 1] ?? ' ')) return at
  }
  return -1
}

/** 种粮大户（50亩以上）: a condition in brackets behind the receiver. */
const NOTED = /[（(]([^（）()]{2,40})[）)]$/
/** Behind a cut inside of brackets. */
const CLOSES = /^[^（()）]*[）)]/

const bare = (source: Source, span: Span): Span => trim(source, span, '，,、：:')
const shared = (span: Span): Span[] => (span.end > span.start ? [span] : [])

/** Where the modifier that sets a threshold ends, in a phrase without 的: 年产值1亿元以上企业. */
function thresholdEnd({ folded }: Source, { start, end }: Span): number {
  let last = -1
  for (const found of matchesOf(THRESHOLD_END, folded.slice(start, end))) last = start + found.index + found[0].length
  return last
}

/** 示范项目和具有引领作用的标杆项目: each member is a receiver of its own, of the same noun. */
function areOfOneKind({ folded }: Source, members: readonly Span[]): boolean {
  const nouns = members.map(({ start, end }) => folded.slice(Math.max(start, end - 2), end))
  return nouns.every(noun => noun === nouns[0]) && isHead(nouns[0] as string)
}

/** 年产值首次达到1亿元的工业企业 has a condition and a receiver, 新认定的研发平台 a receiver with its modifier, 首次通过认定的 only a condition. */
export function readPhrase(source: Source, phrase: Span, count: number): Terms {
  const { folded } = source
  const whole = bare(source, phrase)
  if (whole.end - whole.start < 2) return NO_TERMS
  if (folded[whole.end - 1] === DE) {
    const condition = { start: whole.start, end: whole.end - 1 }
    return { recipients: [], conditions: (count > 1 && membersOf(source, condition, count)) || [condition] }
  }
  const note = count === 1 ? NOTED.exec(folded.slice(Math.max(whole.start, whole.end - LONGEST_TAIL), whole.end)) : null
  if (note && THRESHOLD.test(note[1] as string)) {
    const { recipients, conditions } = readPhrase(source, { start: whole.start, end: whole.end - note[0].length }, 1)
    const noted = { start: whole.end - note[0].length + 1, end: whole.end - 1 }
    return { recipients, conditions: conditions.length > 0 ? conditions : [noted] }
  }
  const de = lastDe(source, whole)
  const modifier = { start: whole.start, end: Math.max(whole.start, de) }
  const head = { start: de < 0 ? whole.start : de + 1, end: whole.end }
  if (de >= 0 && PORTION.test(folded.slice(head.start, head.end))) return { recipients: [], conditions: [modifier] }
  if (count > 1) {
    const receivers = membersOf(source, whole, count)
    if (receivers && areOfOneKind(source, receivers)) return { recipients: receivers, conditions: [] }
    const modifiers = de < 0 ? undefined : membersOf(source, modifier, count)
    if (modifiers) return { recipients: shared(head), conditions: modifiers }
    const heads = membersOf(source, head, count)
    const [first, ...others] = heads ?? []
    if (first) return { recipients: [{ start: whole.start, end: first.end }, ...others], conditions: [] }
  }
  if (de >= 0 && /^(?:单[个家项户]|每)/.test(folded.slice(head.start, head.end))) return { recipients: [], conditions: [modifier] }
  if (de >= 0 && THRESHOLD.test(folded.slice(modifier.start, modifier.end))) return { recipients: shared(head), conditions: [modifier] }
  const cut = THRESHOLD.test(folded.slice(head.start, head.end)) ? thresholdEnd(source, head) : -1
  if (cut > head.start && cut < head.end && !CLOSES.test(folded.slice(cut, head.end)))
    return { recipients: [{ start: cut, end: head.end }], conditions: [{ start: whole.start, end: cut }] }
  return { recipients: [whole], conditions: [] }
}
