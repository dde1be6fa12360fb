import type { Source } from '../types.js'
import { BRACKET, charSet, isClosing, isColon, isOf, isStop } from './chars.js'
import { statesTerms } from './conditions.js'
import { classifyHeading, type HeadingClass, readHeading } from './headings.js'
import type { Line } from './lines.js'
import { Family, type Ordinal } from './ordinals.js'
import { isClosingParagraph, isFarewell } from './press.js'

/** A numbered item with what stands below it. */
export interface Item {
  line: Line
  ordinal: Ordinal
  children: Item[]
  /** What its heading says of it and of all below it. */
  class: HeadingClass
  /** Unnumbered lines of the item that follow its first one, before its first child. */
  paragraphs: Line[]
  /** Where its title phrase ends, once it was asked for. */
  headingEnd: number | undefined
  /** Index of the measure that it is. */
  measure: number | undefined
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
/** 专栏3 现代种业工程: a list beside the text, of the level of （一）. */
const PANELS = /^专栏\s?[\d一二三四五六七八九十]/
const LABEL_LIMIT = 28
/** Longest line that says 附件 and a number. */
const ENCLOSURE = 5
/** A first line up to this long may be the heading of the paragraph below it. */
const HEADING_LIMIT = 20
/** Shortest one that is a sentence where no other item has a paragraph below it. */
const SHORT_SENTENCE = 14

/** What the headings begin with that may be glued to their text: 总体要求以…为指导. */
const GLUED = charSet('总指基工发主适成【〔（(')
const FAMILIES = Object.keys(Family).length
/** A longer head is a sentence; what is read of it still tells a heading that was glued to its text. */
const HEADING_READ = 50
const ANSWER = '答'.charCodeAt(0)
const PANEL = '专'.charCodeAt(0)
const RULE = '则'.charCodeAt(0)
const SERIAL = '序'.charCodeAt(0)
const BRACKETED = /^[【〔（(]([^】〕）)]{1,24})[】〕）)]/

/**
 * Nests the items of one article. An item of a family that is open is a sibling there; one of a family that is not goes below the last item
 * where its family ranks further in, or where the list above it is carried on later. The frame of a document (signature, date, title) closes all.
 */
export function buildOutline(source: Source, lines: readonly Line[]): Outline {
  const builder = new Builder(source, lines)
  for (let i = 0; i < lines.length; i++) builder.take(lines[i], i)
  builder.close()
  return builder
}

class Builder implements Outline {
  readonly roots: Item[] = []
  readonly loose: Line[] = []
  private readonly open: Item[] = []
  private closed = true
  /** By family: how many items there are, and how many of them have more than one paragraph. */
  private readonly items: number[] = new Array(FAMILIES).fill(0)
  private readonly grown: number[] = new Array(FAMILIES).fill(0)
  private readonly following: readonly (Line | undefined)[]
  /** For each open item the next line of its family, so that a list that is carried on can be told from one that ends. */
  private readonly successors: (Line | undefined)[] = []

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {
    this.following = nextOfFamily(lines)
  }

  take(line: Line, index: number): void {
    const ordinal = line.ordinal ?? unnumbered(this.source, line)
    if (opensEnclosure(this.source, line)) {
      this.close()
      this.open.length = 0
    } else if (ordinal) this.add(line, ordinal, this.following[index])
    else if (closesItem(this.source, this.lines, index, this.open[this.open.length - 1])) this.close()
    else if (line.kind !== 'furniture' && !this.closed) this.append(line)
    else if (line.kind === 'text') this.loose.push(line)
  }

  close(): void {
    if (!this.closed) this.dropClosing(this.open[this.open.length - 1]!)
    this.closed = true
  }

  private add(line: Line, ordinal: Ordinal, next: Line | undefined): void {
    this.settle(ordinal, line)
    const item: Item = {
      line,
      ordinal,
      children: [],
      class: classOf(this.source, line, ordinal.end),
      paragraphs: [],
      headingEnd: undefined,
      measure: undefined,
    }
    ;(this.open[this.open.length - 1]?.children ?? this.roots).push(item)
    this.successors[this.open.length] = next
    this.open.push(item)
    this.items[ordinal.family]++
    this.closed = false
  }

  private append(line: Line): void {
    if (this.open.length > 1 && statesTerms(this.source, line)) this.open.length = 1
    const item = this.open[this.open.length - 1]!
    if (item.paragraphs.push(line) === 1) this.grown[item.ordinal.family]++
  }

  /** Closes the open items that the ordinal does not go below. */
  private settle({ family, value }: Ordinal, line: Line): void {
    const { open } = this
    if (family === Family.cjk && value === 1 && this.followsArticles()) open.length = 0
    for (let i = 0; i < open.length; i++) {
      if (open[i].ordinal.family === family) {
        open.length = i
        return
      }
    }
    while (open.length > 0) {
      const last = open[open.length - 1].ordinal
      if (last.family < family) return
      const next = this.successors[open.length - 1]
      if (value === 1 && next && next.start > line.start && next.ordinal!.value === (last.value ?? 0) + 1) return
      open.pop()
    }
  }

  /** Whether the last item is an article of a law, which a list of 一、 does not go below unless a colon calls for it. */
  private followsArticles(): boolean {
    const last = this.open[this.open.length - 1]
    if (!last || !this.open.some(({ ordinal }) => ordinal.family === Family.clause)) return false
    const { end } = last.paragraphs[last.paragraphs.length - 1] ?? last.line
    return !isColon(this.source.codes[end - 1])
  }

  /** The text after the last item of a document is its close, where no other item has more than one paragraph or the words say so. */
  private dropClosing(last: Item): void {
    if (last.paragraphs.length === 0 || isUnnumbered(last)) return
    const { codes } = this.source
    const { family, end } = last.ordinal
    const sentence = !isClosing(codes[last.line.end - 1]) || isStop(codes[last.line.end - 1])
    const length = last.line.end - end
    const stops = hasInnerStop(codes, end, last.line.end - 1)
    const complete = sentence && (length > HEADING_LIMIT || stops)
    const singleLined = this.items[family] > 1 && this.grown[family] <= 1
    if (sentence && (length > SHORT_SENTENCE || stops) && singleLined && family !== Family.clause) last.paragraphs = []
    const close = last.paragraphs.findIndex(line => isClosingParagraph(this.source, line))
    if (close > 0 || (close === 0 && (complete || isFarewell(this.source, last.paragraphs[0])))) last.paragraphs.length = close
  }
}

/** 附件1 alone on its line, or the head of a table that is enclosed: what follows is a document of its own. */
const opensEnclosure = ({ codes }: Source, { kind, start, end }: Line): boolean =>
  kind === 'attachment' && (end - start <= ENCLOSURE || codes[start] === SERIAL)

/** For each line the next one of the same family. */
function nextOfFamily(lines: readonly Line[]): (Line | undefined)[] {
  const next: (Line | undefined)[] = new Array(lines.length)
  const latest: (Line | undefined)[] = new Array(FAMILIES)
  for (let i = lines.length - 1; i >= 0; i--) {
    const { ordinal } = lines[i]
    if (!ordinal) continue
    next[i] = latest[ordinal.family]
    latest[ordinal.family] = lines[i]
  }
  return next
}

/** The frame of a document, and a subheading whose number was lost. */
function closesItem(source: Source, lines: readonly Line[], index: number, open: Item | undefined): boolean {
  const line = lines[index]
  if (line.kind !== 'bare') return line.kind !== 'text' && line.kind !== 'furniture'
  if (open && beginsAnew(lines[index + 1], open)) return true
  return !(open && isUnnumbered(open)) && isSubheading(source, line, lines[index - 1])
}

/** Whether the numbers of a list start again behind a line, which then stands above the list. */
const beginsAnew = (next: Line | undefined, { ordinal }: Item): boolean =>
  next?.ordinal?.value === 1 && next.ordinal.family === ordinal.family && ordinal.value !== 1

/** A short line below a sentence that has ended, with no colon or semicolon that would make it a note on it (责任单位：…). */
function isSubheading({ codes, folded }: Source, line: Line, above: Line | undefined): boolean {
  if (!above || above.kind === 'bare' || above.kind === 'furniture' || line.end - line.start > 30) return false
  return isStop(codes[above.end - 1]) && !/[：:；;，,]/.test(folded.slice(line.start, line.end))
}

function unnumbered({ codes, folded }: Source, { kind, start, end }: Line): Ordinal | undefined {
  if ((kind !== 'bare' && kind !== 'text') || end - start > LABEL_LIMIT) return undefined
  const last = codes[end - 1]
  if (codes[start] === PANEL && PANELS.test(folded.slice(start, end)))
    return { family: Family.parenCjk, value: undefined, start, end: start }
  if (last !== RULE && !isColon(last)) return undefined
  const text = folded.slice(start, end).replace(/\s/g, '')
  if (UNNUMBERED.test(text)) return { family: Family.chapter, value: undefined, start, end: start }
  const labels = isColon(last) && (LABEL.test(text) || classifyHeading(text.slice(0, -1)) === 'conditions')
  return labels ? { family: Family.label, value: undefined, start, end: start } : undefined
}

/** Whether an item is a heading without a number, whose paragraphs stand for themselves. */
export const isUnnumbered = ({ ordinal }: Item): boolean => ordinal.value === undefined && ordinal.family !== Family.bullet

function hasInnerStop(codes: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isStop(codes[i])) return true
  return false
}

/**
 * Class of the heading that begins at `start`: as far as its first stop, colon or the end of its line, without blanks;
 * what its brackets hold where it has any.
 */
function classOf(source: Source, line: Line, start: number): HeadingClass {
  const { codes, folded } = source
  const { end, named } = readHeading(codes, start, Math.min(line.end, start + HEADING_READ))
  if (codes[start] === ANSWER && isColon(codes[end])) return classOf(source, line, end + 1)
  if (named === 0 || (end - start === HEADING_READ && !GLUED.has(codes[start]))) return undefined
  const heading = folded.slice(start, end).replace(/\s+/g, '')
  return classifyHeading((isOf(codes[start], BRACKET) && BRACKETED.exec(heading)?.[1]) || heading, named)
}
