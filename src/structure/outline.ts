import type { Source } from '../types.js'
import { charSet, isClosing, isColon, isStop } from './chars.js'
import { statesTerms } from './conditions.js'
import { enclosesDocument } from './header.js'
import { classifyHeading, type HeadingClass } from './headings.js'
import type { Line } from './lines.js'
import { type Family, type Ordinal, rankOf } from './ordinals.js'
import { isClosingParagraph } from './press.js'

/** A numbered item with what stands below it. */
export interface Item {
  line: Line
  ordinal: Ordinal
  parent?: Item
  children: Item[]
  /** What its heading says of it and of all below it. */
  class: HeadingClass
  /** Unnumbered lines of the item that follow its first one, before its first child. */
  paragraphs: Line[]
}

export interface Outline {
  roots: Item[]
  /** Running text outside of every item. */
  loose: Line[]
}

/** 附则 and the like stand above items without a number of their own, and so do labels: 申报条件： */
const UNNUMBERED = /^(?:附则|总则|罚则)$/
const LABEL =
  /^(?:申报|支持|资助|奖励|扶持|补助|补贴|办理|资金|申请|奖补|认定)\S{0,6}(?:标准|条件|对象|方向|材料|流程|来源|方式|程序|范围|内容|时间)[：:]$/
const LABEL_LIMIT = 28
/** A first line up to this long may be the heading of the paragraph below it. */
const HEADING_LIMIT = 20

const HEADING_READ = 80
const HEADING_ENDS = charSet('。：:；;！？?')
const ANSWER = '答'.charCodeAt(0)
const BLANKS = /\s+/g
const BRACKETED = /^[【〔（(]([^】〕）)]{1,24})[】〕）)]/

/** For each line the next one of the same family, so that a list that is carried on can be told from one that ends. */
function nextOfFamily(lines: readonly Line[]): (Line | undefined)[] {
  const next: (Line | undefined)[] = new Array(lines.length)
  const latest = new Map<Family, Line>()
  for (let i = lines.length - 1; i >= 0; i--) {
    const { ordinal } = lines[i]
    if (!ordinal) continue
    next[i] = latest.get(ordinal.family)
    latest.set(ordinal.family, lines[i])
  }
  return next
}

/**
 * Nests the items of one article. An item of a family that is open is a sibling there; one of a family that is not goes below the last item
 * where its family ranks further in, or where the list above it is carried on later. The frame of a document (signature, date, title) closes all.
 */
export function buildOutline(source: Source, lines: readonly Line[]): Outline {
  const roots: Item[] = []
  const loose: Line[] = []
  const open: Item[] = []
  const census = new Census()
  const following = nextOfFamily(lines)
  const successor = new Map<Item, Line | undefined>()
  let closed = true

  const add = (line: Line, ordinal: Ordinal, next: Line | undefined) => {
    settle(open, ordinal, line, successor)
    const parent = open.at(-1)
    const item: Item = { line, ordinal, children: [], class: classifyHeading(headingOf(source, line, ordinal)), paragraphs: [] }
    if (parent) item.parent = parent
    ;(parent?.children ?? roots).push(item)
    open.push(item)
    successor.set(item, next)
    census.add(ordinal.family)
    closed = false
  }
  const close = () => {
    if (!closed) dropClosing(source, open.at(-1)!, census)
    closed = true
  }
  const append = (line: Line) => {
    if (open.length > 1 && statesTerms(source.folded.slice(line.start, Math.min(line.end, line.start + 8)))) open.length = 1
    const item = open.at(-1)!
    if (item.paragraphs.push(line) === 1) census.grow(item.ordinal.family)
  }

  lines.forEach((line, index) => {
    const ordinal = line.ordinal ?? unnumbered(source, line)
    if (ordinal) add(line, ordinal, following[index])
    else if (closesItem(source, lines, index, open.at(-1))) close()
    else if (line.kind !== 'furniture' && !closed) append(line)
    else if (line.kind === 'text') loose.push(line)
  })
  close()
  return { roots, loose }
}

/** The frame of a document, the title of one that it encloses, and a subheading whose number was lost. */
function closesItem(source: Source, lines: readonly Line[], index: number, open: Item | undefined): boolean {
  const line = lines[index]
  if (line.kind !== 'bare') return line.kind !== 'text' && line.kind !== 'furniture'
  return enclosesDocument(source, line, lines[index + 1]) || (!(open && isUnnumbered(open)) && isSubheading(source, line, lines[index - 1]))
}

/** A short line below a sentence that has ended, with no colon or semicolon that would make it a note on it (责任单位：…). */
function isSubheading({ codes, folded }: Source, line: Line, above: Line | undefined): boolean {
  if (!above || above.kind === 'bare' || above.kind === 'furniture' || line.end - line.start > 30) return false
  return isStop(codes[above.end - 1]) && !/[：:；;，,]/.test(folded.slice(line.start, line.end))
}

function unnumbered({ folded }: Source, { kind, start, end }: Line): Ordinal | undefined {
  if ((kind !== 'bare' && kind !== 'text') || end - start > LABEL_LIMIT) return undefined
  const text = folded.slice(start, end).replace(/\s/g, '')
  if (kind === 'bare') return UNNUMBERED.test(text) ? { family: 'chapter', start, end: start } : undefined
  return LABEL.test(text) || (/[：:]$/.test(text) && isConditionLabel(text)) ? { family: 'label', start, end: start } : undefined
}

const isConditionLabel = (text: string): boolean => classifyHeading(text.slice(0, -1)) === 'condition'

/** Whether an item is a heading without a number, whose paragraphs stand for themselves. */
export const isUnnumbered = ({ ordinal }: Item): boolean => ordinal.value === undefined && ordinal.family !== 'bullet'

/** Closes the open items that the ordinal does not go below. */
function settle(open: Item[], { family, value }: Ordinal, line: Line, successor: ReadonlyMap<Item, Line | undefined>): void {
  const sibling = open.findIndex(item => item.ordinal.family === family)
  if (sibling >= 0) {
    open.length = sibling
    return
  }
  while (open.length > 0) {
    const last = open.at(-1)!
    if (rankOf(last.ordinal.family) < rankOf(family)) return
    const next = successor.get(last)
    const carriedOn = value === 1 && next !== undefined && next.start > line.start && next.ordinal!.value === (last.ordinal.value ?? 0) + 1
    if (carriedOn) return
    open.pop()
  }
}

/** How many items of a family there are, and how many of them have more than one paragraph. */
class Census {
  private readonly items = new Map<Family, number>()
  private readonly grown = new Map<Family, number>()

  add(family: Family): void {
    this.items.set(family, (this.items.get(family) ?? 0) + 1)
  }

  grow(family: Family): void {
    this.grown.set(family, (this.grown.get(family) ?? 0) + 1)
  }

  /** Whether an item of the family that has several paragraphs would be alone among at least two others. */
  isSingleLined(family: Family): boolean {
    return (this.items.get(family) ?? 0) > 2 && (this.grown.get(family) ?? 0) <= 1
  }
}

function hasInnerStop(codes: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isStop(codes[i])) return true
  return false
}

/** The text after the last item of a document is its close, where no other item has more than one paragraph or the words say so. */
function dropClosing({ codes, folded }: Source, last: Item, census: Census): void {
  if (last.paragraphs.length === 0 || isUnnumbered(last)) return
  const sentence = !isClosing(codes[last.line.end - 1]) || isStop(codes[last.line.end - 1])
  const complete =
    sentence && (last.line.end - last.ordinal.end > HEADING_LIMIT || hasInnerStop(codes, last.ordinal.end, last.line.end - 1))
  if (complete && last.ordinal.family !== 'clause' && census.isSingleLined(last.ordinal.family)) last.paragraphs = []
  const close = last.paragraphs.findIndex(({ start, end }) => isClosingParagraph(folded.slice(start, Math.min(end, start + 240))))
  if (close > 0 || (close === 0 && complete)) last.paragraphs.length = close
}

/** Heading of an item without blanks: as far as its first stop, colon or the end of its line; what its brackets hold where it has any. */
function headingOf(source: Source, line: Line, ordinal: Ordinal): string {
  const { codes, folded } = source
  const limit = Math.min(line.end, ordinal.end + HEADING_READ)
  let end = ordinal.end
  while (end < limit && HEADING_ENDS[codes[end]] === 0) end++
  if (codes[ordinal.end] === ANSWER && isColon(codes[end])) return headingOf(source, line, { ...ordinal, end: end + 1 })
  const head = folded.slice(ordinal.end, end).replace(BLANKS, '')
  return BRACKETED.exec(head)?.[1] ?? head
}
