import { charTable } from '../../text/char-table.js'
import type { Source, Span } from '../../types.js'
import type { Amount } from './amount.js'

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
  /** The sentence to the left of the first amount as it stands in the text, for offsets, and where it ends. */
  rawLeft: string
  leftEnd: number
  /** The same without readings, and the sentence to the right of the last amount. */
  left: string
  right: string
  /** The part of `left` behind its last comma; the part of `right` up to the next one. */
  clauseLeft: string
  clauseRight: string
  /** Stands in brackets that open in this sentence. */
  inBrackets: boolean
  /** The amount before this one stands near, in the same line and with no full stop between. */
  follows: boolean
  /** Where the amount before this group ends, 0 where there is none. */
  previous: number
}

const NOTE = '(?:[（(][^（）()]{0,50}[）)])?'
const JOINT = new RegExp(
  `^${NOTE}(?:及?以[上下]|不等)?${NOTE}(?:[、/]|和|或者?|以及|及|与|不满|不足|)(?:最高|不超过|不高于|不到|低于|小于)?$`,
)
const LONGEST_JOINT = 60

const COMMA = 1
const STOP = 2
const LINE = 3
const OPEN = 4
const CLOSE = 5
const ENDS = charTable(['，,：:', COMMA], ['。；;！？', STOP], ['\n', LINE], ['（(', OPEN], ['）)', CLOSE])
/** Of Han characters none ends anything, which spares the table. */
const endAt = (code: number): number => (code > 0x3002 && code < 0xff00 ? 0 : (ENDS[code] as number))
const ITEM_START = /[\d（(第一二三四五六七八九十①-⑳●★■\s对支鼓按每]/

/** A line break ends a sentence, unless a long line was broken in the middle of one: inside words, and no item begins behind it. */
function endsLine(folded: string, at: number): boolean {
  if (at + 1 >= folded.length || folded.slice(Math.max(0, at - SHORTEST_WRAPPED), at).includes('\n')) return true
  return ITEM_START.test(folded[at + 1] as string) || at === 0 || /[^\u4e00-\u9fff、，,]/.test(folded[at - 1] as string)
}

/** Some pages print a reading behind rare words, 補(bǔ)貼; words are looked for without it. */
const READING = /[(（][a-zà-üāēīōūǎěǐǒǔǚǜ]{1,6}[)）]/g
const withoutReadings = (text: string): string => text.replace(READING, '')

const STATEMENT_END = /[。\n]/
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

/** Commas inside 1,000 end no clause. */
const endsClause = (codes: Uint16Array, at: number): boolean => !(isDigit(codes[at - 1]) && isDigit(codes[at + 1]))

const endsSentence = ({ folded }: Source, kind: number, at: number): boolean => kind === STOP || (kind === LINE && endsLine(folded, at))

/** What lies on one side of an amount: where its sentence and its clause end there, and what brackets there are. */
interface Side {
  sentence: number
  clause: number
  hasBrackets: boolean
  /** A bracket that opens in the sentence is open still. */
  isOpen: boolean
}

function lookLeft(source: Source, start: number): Side {
  const { codes } = source
  const least = Math.max(0, start - REACH_LEFT)
  let clause = -1
  let depth = 0
  let hasBrackets = false
  let at = start
  for (; at > least; at--) {
    const kind = endAt(codes[at - 1] as number)
    if (kind === 0) continue
    if (endsSentence(source, kind, at - 1)) break
    if (kind === OPEN) {
      depth++
      hasBrackets = true
    } else if (kind === CLOSE && depth <= 0) depth--
    else if (kind === COMMA && clause < 0 && endsClause(codes, at - 1)) clause = at
  }
  return { sentence: at, clause: clause < 0 ? at : clause, hasBrackets, isOpen: depth > 0 }
}

function lookRight(source: Source, end: number): Side {
  const { codes } = source
  const most = Math.min(codes.length, end + REACH_RIGHT)
  let clause = -1
  let hasBrackets = false
  let at = end
  for (; at < most; at++) {
    const kind = endAt(codes[at] as number)
    if (kind === 0) continue
    if (endsSentence(source, kind, at)) break
    if (kind === OPEN) hasBrackets = true
    else if (kind === COMMA && clause < 0 && endsClause(codes, at)) clause = at
  }
  return { sentence: at, clause: clause < 0 ? at : clause, hasBrackets, isOpen: false }
}

const joins = (folded: string, a: Amount, b: Amount): boolean =>
  b.start - a.end <= LONGEST_JOINT && a.currency === b.currency && JOINT.test(folded.slice(a.end, b.start))

/** The head of a column is all that is said of a number in a table. */
function contextOfCell({ folded }: Source, amount: Amount, head: Span): Group {
  const left = withoutReadings(folded.slice(head.start, head.end))
  return {
    start: amount.start,
    end: amount.end,
    amounts: [amount],
    rawLeft: folded.slice(head.start, head.end),
    leftEnd: head.end,
    left,
    right: '',
    clauseLeft: left,
    clauseRight: '',
    inBrackets: false,
    follows: false,
    previous: 0,
  }
}

function contextOf(source: Source, amounts: Amount[], previous: number): Group {
  const { folded } = source
  const start = (amounts[0] as Amount).start
  const end = (amounts.at(-1) as Amount).end
  const before = lookLeft(source, start)
  const behind = lookRight(source, end)
  const rawLeft = folded.slice(before.sentence, start)
  const right = folded.slice(end, behind.sentence)
  const clauseLeft = folded.slice(before.clause, start)
  const clauseRight = folded.slice(end, behind.clause)
  return {
    start,
    end,
    amounts,
    rawLeft,
    leftEnd: start,
    left: before.hasBrackets ? withoutReadings(rawLeft) : rawLeft,
    right: behind.hasBrackets ? withoutReadings(right) : right,
    clauseLeft: before.hasBrackets ? withoutReadings(clauseLeft) : clauseLeft,
    clauseRight: behind.hasBrackets ? withoutReadings(clauseRight) : clauseRight,
    inBrackets: before.isOpen,
    follows: previous > 0 && start - previous <= REACH_LEFT && !STATEMENT_END.test(folded.slice(previous, start)),
    previous,
  }
}

/** The text before an amount beyond its sentence, for what a list of figures is about. */
export const widerLeft = ({ folded }: Source, { leftEnd }: Group): string =>
  withoutReadings(folded.slice(Math.max(0, leftEnd - REACH_WIDE), leftEnd))

/** The part of the sentence behind the amount before: what stands further left belongs to that amount. */
export const ownLeft = ({ folded }: Source, { previous, start, rawLeft, left }: Group): string =>
  previous > start - rawLeft.length ? withoutReadings(folded.slice(previous, start)) : left

/** Amounts by the lists that they stand in, each with the text around it. */
export function groupAmounts(source: Source, amounts: readonly Amount[]): Group[] {
  const groups: Group[] = []
  let run: Amount[] = []
  let previous = 0
  const close = (): void => {
    if (run.length === 0) return
    const { head } = run[0] as Amount
    groups.push(head ? contextOfCell(source, run[0] as Amount, head) : contextOf(source, run, previous))
    previous = (run.at(-1) as Amount).end
    run = []
  }
  for (const amount of amounts) {
    const last = run.at(-1)
    if (last && (amount.head || last.head || !joins(source.folded, last, amount))) close()
    run.push(amount)
  }
  close()
  return groups
}
