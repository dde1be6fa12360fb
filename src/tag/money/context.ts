import type { Source, Span } from '../../types.js'
import type { Amount } from './scan.js'

/** How far a sentence is looked at on either side of an amount, in code units. */
const REACH_LEFT = 72
const REACH_RIGHT = 40
const REACH_WIDE = 100
/** A line shorter than this was ended, not wrapped. */
const SHORTEST_WRAPPED = 24

/**
 * Amounts that stand side by side in one list (200万元、300万元和500万元; 3万元以上10万元以下): what is said before the first
 * and behind the last holds for each.
 */
export interface Group extends Span {
  amounts: Amount[]
  /** The sentence to the left of the first amount as it stands in the text, for offsets. */
  rawLeft: string
  /** The same without readings, and the sentence to the right of the last amount. */
  left: string
  right: string
  /** The part of `left` behind its last comma; the part of `right` up to the next one. */
  clauseLeft: string
  clauseRight: string
  /** The text before the amount beyond its sentence, for what a list of figures is about. */
  wide: string
  /** Stands in brackets that open in this sentence. */
  inBrackets: boolean
  /** The amount before this one stands near, in the same line and with no full stop between. */
  follows: boolean
  /** The part of `left` behind the amount before this group: what stands further left belongs to that amount. */
  own: string
}

const NOTE = '(?:[（(][^（）()]{0,50}[）)])?'
const JOINT = new RegExp(`^${NOTE}(?:及?以[上下]|不等)?${NOTE}(?:[、/]|和|或者?|以及|及|与|不满|不足|)(?:最高|不超过)?$`)
const LONGEST_JOINT = 60

const isComma = (c: string): boolean => c === '，' || c === ',' || c === '；' || c === ';' || c === '：' || c === ':'
const isStop = (c: string): boolean => c === '。' || c === '；' || c === ';' || c === '！' || c === '？'
const ITEM_START = /[\d（(第一二三四五六七八九十①-⑳●★■\s对支鼓按每]/

/** A line break ends a sentence, unless a long line was broken in the middle of one: inside words, and no item begins behind it. */
function endsLine(folded: string, at: number): boolean {
  if (at + 1 >= folded.length || folded.slice(Math.max(0, at - SHORTEST_WRAPPED), at).includes('\n')) return true
  return ITEM_START.test(folded[at + 1] as string) || at === 0 || /[^\u4e00-\u9fff、，,]/.test(folded[at - 1] as string)
}

const isBreak = (folded: string, at: number): boolean => {
  const c = folded[at] as string
  return isStop(c) || (c === '\n' && endsLine(folded, at))
}

function sentenceStart(folded: string, from: number): number {
  const least = Math.max(0, from - REACH_LEFT)
  let at = from
  while (at > least && !isBreak(folded, at - 1)) at--
  return at
}

function sentenceEnd(folded: string, from: number): number {
  const most = Math.min(folded.length, from + REACH_RIGHT)
  let at = from
  while (at < most && !isBreak(folded, at)) at++
  return at
}

/** Some pages print a reading behind rare words, 補(bǔ)貼; words are looked for without it. */
const READING = /[(（][a-zà-üāēīōūǎěǐǒǔǚǜ]{1,6}[)）]/g
const withoutReadings = (text: string): string => (text.includes('(') || text.includes('（') ? text.replace(READING, '') : text)

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** Commas inside 1,000 end no clause; one that opens a bracket is a clause of its own. */
function clauseStart(left: string): number {
  for (let at = left.length - 1; at >= 0; at--) {
    if (isComma(left[at] as string) && !(isDigit(left[at - 1]) && isDigit(left[at + 1]))) return at + 1
  }
  return 0
}

function clauseEnd(right: string): number {
  for (let at = 0; at < right.length; at++) {
    if (isComma(right[at] as string) && !(isDigit(right[at - 1]) && isDigit(right[at + 1]))) return at
  }
  return right.length
}

const joins = (folded: string, a: Amount, b: Amount): boolean =>
  b.start - a.end <= LONGEST_JOINT && a.currency === b.currency && JOINT.test(folded.slice(a.end, b.start))

function contextOf({ folded }: Source, amounts: Amount[], previous: number): Group {
  const start = (amounts[0] as Amount).start
  const end = (amounts.at(-1) as Amount).end
  const leftStart = sentenceStart(folded, start)
  const rawLeft = folded.slice(leftStart, start)
  const left = withoutReadings(rawLeft)
  const right = withoutReadings(folded.slice(end, sentenceEnd(folded, end)))
  return {
    start,
    end,
    amounts,
    rawLeft,
    left,
    right,
    clauseLeft: left.slice(clauseStart(left)),
    clauseRight: right.slice(0, clauseEnd(right)),
    wide: withoutReadings(folded.slice(Math.max(0, start - REACH_WIDE), start)),
    inBrackets: Math.max(left.lastIndexOf('（'), left.lastIndexOf('(')) > Math.max(left.lastIndexOf('）'), left.lastIndexOf(')')),
    follows: previous > 0 && start - previous <= REACH_LEFT && !/[。\n]/.test(folded.slice(previous, start)),
    own: previous > leftStart ? withoutReadings(folded.slice(previous, start)) : left,
  }
}

/** Amounts by the lists that they stand in, each with the text around it. */
export function groupAmounts(source: Source, amounts: readonly Amount[]): Group[] {
  const groups: Group[] = []
  let run: Amount[] = []
  let previous = 0
  const close = (): void => {
    if (run.length === 0) return
    groups.push(contextOf(source, run, previous))
    previous = (run.at(-1) as Amount).end
    run = []
  }
  for (const amount of amounts) {
    const last = run.at(-1)
    if (last && !joins(source.folded, last, amount)) close()
    run.push(amount)
  }
  close()
  return groups
}
