import { matchesOf } from '../text/match.js'
import type { Source, Span } from '../types.js'
import { membersOf } from './clauses.js'
import { ACQUIRED, ACTION, ACTS, COMPOUNDS, isPayer, NO_RECEIVER, VERB } from './patterns.js'
import { endsInActor, endsInHead, readPhrase, type Terms } from './phrases.js'
import { deedAt, masked } from './verbs.js'

/** 承担的, 组织开展的: a deed and 的. */
const LONGEST_DEED = 5
/** 合作社, 种植大户: how far the noun reaches from the verb in it. */
const LONGEST_COMPOUND = 6
/** 企业设备更新投入超过…: what a subject has, before the verb. */
const LONGEST_ATTRIBUTE = 6
const LONGEST_CLAUSE = 80
/** A verb of two characters and what it acquires. */
const SHORTEST_ACQUIRED = 4
const BRACKETS = /[（(][^（）()]{0,40}[）)]/g
const BRACKETED = '□'

/** 走廊内企业放映本地电影: who, and what it does. */
export function actor({ folded }: Source, phrase: Span, isSubject = false): Span | undefined {
  const text = folded.slice(phrase.start, phrase.end)
  const de = text.indexOf('的')
  if (de >= 0 && !isSubject) return undefined
  const at = deedAt(text, 2)
  // 企业引进的人才: the deed only tells which
  if (at < 0 || at >= text.length - 2 || (de >= 0 && de < at + LONGEST_DEED)) return undefined
  return { start: phrase.start, end: phrase.start + at }
}

/** 购买新能源汽车每辆补3000元: what is done, up to the payment. */
export function acquired({ folded }: Source, { start, end }: Span): Span | undefined {
  const text = folded.slice(start, end)
  if (!ACQUIRED.test(text) || text.includes('的')) return undefined
  const to = matchesOf(VERB, masked(text)).find(({ index }) => index > 1)?.index ?? text.length
  return to < SHORTEST_ACQUIRED || endsInActor(text, to) || isPayer(text.slice(0, to)) ? undefined : { start, end: start + to }
}

/** Whether the verb at `at` is a part of a noun: 合作 in 合作社. */
function isInCompound(text: string, at: number): boolean {
  if (!COMPOUNDS.test(text.slice(at, at + 2))) return false
  for (let end = at + 3; end <= Math.min(text.length, at + LONGEST_COMPOUND); end++) {
    // 服务企业100家: a verb and what it counts
    if (endsInActor(text, end)) return !/\d/.test(text[end] ?? '')
  }
  return false
}

/** The last end of an actor in `from`–`to`, 0 where there is none; brackets behind it are its own: 村（社区）. */
function lastActor(text: string, from: number, to: number): number {
  for (let end = to; end >= from; end--) {
    let noun = end
    while (text[noun - 1] === BRACKETED) noun--
    if (endsInActor(text, noun)) return end
    end = noun
  }
  return 0
}

/** Where the subject of a clause ends, 0 where it has none: 农户|交售秸秆, 水稻种植大户|面积50亩至100亩. */
export function subjectEnd(clause: string): number {
  const text = clause.slice(0, LONGEST_CLAUSE).replace(BRACKETS, ({ length }) => BRACKETED.repeat(length))
  const from = Math.max(2, text.lastIndexOf('的') + 1)
  const acts = matchesOf(ACTS, text).filter(({ index }) => !isInCompound(text, index))
  if (from === 2 && acts[0]?.index === 0) return 0
  for (const { index } of acts) {
    const end = index < from ? 0 : lastActor(text, Math.max(from, index - LONGEST_ATTRIBUTE), index)
    if (end > 0) return end
  }
  if (acts.length > 0) return 0
  const last = lastActor(text, from, text.length - 2)
  return lastActor(text, from, last - 1) === 0 ? last : 0
}

/** A phrase, or a clause that ends in 的: 农户交售秸秆的 names who, and on what condition. */
export function readClause(source: Source, phrase: Span, count: number): Terms {
  const { folded } = source
  if (folded[phrase.end - 1] !== '的') return readPhrase(source, phrase, count)
  const clause = folded.slice(phrase.start, phrase.end - 1)
  const at = subjectEnd(clause)
  const subject = clause.slice(0, at)
  if (at === 0 || isPayer(subject) || ACTION.test(subject) || NO_RECEIVER.test(subject) || !endsInHead(subject))
    return readPhrase(source, phrase, count)
  const who = readPhrase(source, { start: phrase.start, end: phrase.start + at }, 1)
  const joint = folded[phrase.start + at] === '且' ? 1 : 0
  const condition = { start: phrase.start + at + joint, end: phrase.end - 1 }
  return { recipients: who.recipients, conditions: (count > 1 && membersOf(source, condition, count)) || [condition] }
}
