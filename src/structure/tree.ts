import { compareSpans } from '../span.js'
import type { NoMeasure, Numbering, OutlineItem, Span } from '../types.js'
import { trimEnd } from './chars.js'
import { headingEnd } from './describe.js'
import { endOf, type Found, ownText } from './measures.js'
import { Family } from './ordinals.js'
import { type Item, isUnnumbered, type Outline } from './outline.js'
import type { Page } from './runs.js'
import { reasonAgainst } from './sentences.js'

/** What users call a family of ordinals: parenCjk → paren-cjk. */
const NUMBERINGS = Object.keys(Family).map(name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)) as Numbering[]

/** What stands above an item, as far as it decides what the item is. */
interface Above {
  level: number
  /** Inside a measure. */
  inMeasure: boolean
  none: NoMeasure | undefined
}

const TOP: Above = { level: 0, inMeasure: false, none: undefined }

/** The outline of one article as users see it; `first` is the index of its first measure in the document. */
export function outlineOf(page: Page, { roots, loose }: Outline, found: readonly Found[], first: number): OutlineItem[] {
  const numbered = new Map<Item, number>()
  const unnumbered = new Map<number, number>()
  found.forEach(({ start, item }, index) => {
    if (item) numbered.set(item, first + index)
    else unnumbered.set(start, first + index)
  })
  const writer = new Writer(page, numbered, unnumbered)
  const items = roots.map(item => writer.write(item, TOP))
  return unnumbered.size === 0 ? items : inOrder(items, writer.paragraphs(loose, 1))
}

const inOrder = (items: OutlineItem[], paragraphs: OutlineItem[]): OutlineItem[] =>
  paragraphs.length === 0 ? items : [...paragraphs, ...items].sort(compareSpans)

class Writer {
  constructor(
    private readonly page: Page,
    /** Indexes of the measures: of items, and of paragraphs by where they start. */
    private readonly numbered: ReadonlyMap<Item, number>,
    private readonly unnumbered: ReadonlyMap<number, number>,
  ) {}

  write(item: Item, above: Above): OutlineItem {
    const { page } = this
    const { ordinal, children } = item
    const end = endOf(item)
    const cut = isUnnumbered(item) ? item.line.end : headingEnd(page, item, end)
    const written: OutlineItem = {
      start: ordinal.start,
      end: trimEnd(page.codes, ordinal.start, end),
      numbering: NUMBERINGS[ordinal.family],
      level: above.level + 1,
      heading: page.text.slice(ordinal.end, trimEnd(page.codes, ordinal.end, cut)),
      items: [],
    }
    if (ordinal.value !== undefined) written.ordinal = ordinal.value
    const measure = this.numbered.get(item)
    if (measure !== undefined) written.measure = measure
    const inside = above.inMeasure || measure !== undefined
    const none = item.class ?? above.none
    const below = children.map(child => this.write(child, { level: written.level, inMeasure: inside, none }))
    written.items = inOrder(below, this.paragraphs(item.paragraphs, written.level + 1))
    if (above.inMeasure) written.none = 'part'
    else if (!inside && !written.items.some(leads)) written.none = none ?? reasonAgainst(page, ownText(page, item))
    return written
  }

  /** Those of the lines that are measures of their own. */
  paragraphs(lines: readonly Span[], level: number): OutlineItem[] {
    const { unnumbered } = this
    if (unnumbered.size === 0) return []
    return lines
      .filter(({ start }) => unnumbered.has(start))
      .map(({ start, end }) => ({ start, end, numbering: 'paragraph', level, heading: '', measure: unnumbered.get(start)!, items: [] }))
  }
}

/** Whether an item is a measure or stands above one. */
const leads = ({ none }: OutlineItem): boolean => none === undefined
