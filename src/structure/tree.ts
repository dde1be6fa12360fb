import { compareSpans } from '../span.js'
import type { NoMeasure, Numbering, OutlineItem } from '../types/structure.js'
import type { Span } from '../types.js'
import { trimEnd } from './chars.js'
import { headingEnd } from './describe.js'
import { endOf, type Found, ownText } from './measures.js'
import { Family } from './ordinals.js'
import { type Item, isUnnumbered, type Outline } from './outline.js'
import type { Page } from './runs.js'
import { reasonAgainst } from './sentences.js'

/** What users call a family of ordinals: parenCjk → paren-cjk. */
const NUMBERINGS = Object.keys(Family).map(name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)) as Numbering[]

/** Longest first line that is its own heading. */
const HEADING = 40

/** The outline of one article as users see it; `first` is the index of its first measure in the document. */
export function outlineOf(page: Page, { roots, loose }: Outline, found: readonly Found[], first: number): OutlineItem[] {
  const unnumbered = new Map<number, number>()
  found.forEach(({ start, item }, index) => {
    if (item) item.measure = first + index
    else unnumbered.set(start, first + index)
  })
  const writer = new Writer(page, unnumbered)
  const items = roots.map(item => writer.write(item, 1, false, undefined))
  if (unnumbered.size > 0) writer.addParagraphs(loose, 1, items)
  return items
}

class Writer {
  constructor(
    private readonly page: Page,
    /** Indexes of the measures that are paragraphs, by where they start. */
    private readonly unnumbered: ReadonlyMap<number, number>,
  ) {}

  write(item: Item, level: number, inMeasure: boolean, above: NoMeasure | undefined): OutlineItem {
    const { page } = this
    const { ordinal, children, measure } = item
    const start = ordinal.start
    const end = trimEnd(page.codes, start, endOf(item))
    const none = item.class ?? above
    const items: OutlineItem[] = []
    for (const child of children) items.push(this.write(child, level + 1, inMeasure || measure !== undefined, none))
    if (this.unnumbered.size > 0 && item.paragraphs.length > 0) this.addParagraphs(item.paragraphs, level + 1, items)
    const written: OutlineItem = { start, end, numbering: NUMBERINGS[ordinal.family], level, heading: this.headingOf(item, end), items }
    if (ordinal.value !== undefined) written.ordinal = ordinal.value
    if (measure !== undefined) written.measure = measure
    else if (inMeasure) written.none = 'part'
    else if (!items.some(leads)) written.none = none ?? this.reason(item, items)
    return written
  }

  private headingOf(item: Item, end: number): string {
    const { text, codes } = this.page
    const from = item.ordinal.end
    const cut = isUnnumbered(item) ? item.line.end : headingEnd(this.page, item, end)
    if (cut > from) return text.slice(from, trimEnd(codes, from, cut))
    return item.line.end - from <= HEADING ? text.slice(from, item.line.end) : ''
  }

  /** A heading above items that are none for one reason is none for that reason. */
  private reason(item: Item, items: readonly OutlineItem[]): NoMeasure {
    const own = reasonAgainst(this.page, ownText(this.page, item))
    return own === 'statement' && items.length > 0 ? items[0].none! : own
  }

  /** Adds those of the lines that are measures of their own. */
  addParagraphs(lines: readonly Span[], level: number, items: OutlineItem[]): void {
    const before = items.length
    for (const { start, end } of lines) {
      const measure = this.unnumbered.get(start)
      if (measure !== undefined) items.push({ start, end, numbering: 'paragraph', level, heading: '', items: [], measure })
    }
    if (before > 0 && items.length > before) items.sort(compareSpans)
  }
}

/** Whether an item is a measure or stands above one. */
const leads = ({ none }: OutlineItem): boolean => none === undefined
