import { formatNumber } from './number-formats.js'

/** A level of a list of Word (ECMA-376, 17.9.6). */
interface ListLevel {
  start: number
  format: string
  /** %1、 or 第%1条: what is written, with the numbers of the levels in it. */
  text: string
  suffix: string
  /** It begins anew after a level above this one, counted from 1; 0: never. */
  restart: number
  /** Style whose paragraphs stand on this level. */
  style: string | undefined
}

interface List {
  /** Lists of one abstract numbering go on counting where another one stopped. */
  abstract: string
  levels: (ListLevel | undefined)[]
  /** Numbers that the list sets when it first uses a level. */
  overrides: Map<number, number>
}

interface Place {
  list: string
  level: number | undefined
  /** Style that put the paragraph into the list. */
  style?: string
}

const childOf = (element: Element | null | undefined, name: string): Element | undefined =>
  element ? [...element.children].find(child => child.tagName === name) : undefined
const childrenOf = (element: Element, name: string): Element[] => [...element.children].filter(child => child.tagName === name)
const valOf = (element: Element | undefined, name: string): string | undefined => childOf(element, name)?.getAttribute('w:val') ?? undefined

/** The numbers that Word counts and does not write into the text, given in the order of the paragraphs. */
export class Numbering {
  readonly #lists = new Map<string, List>()
  readonly #styles = new Map<string, Element>()
  readonly #counters = new Map<string, (number | undefined)[]>()

  /** The parts `numbering.xml` and `styles.xml` of a document. */
  constructor(numbering: Document, styles: Document | undefined) {
    for (const style of styles?.getElementsByTagName('w:style') ?? []) this.#styles.set(style.getAttribute('w:styleId') ?? '', style)
    const abstracts = new Map<string, Element>()
    for (const abstract of numbering.getElementsByTagName('w:abstractNum'))
      abstracts.set(abstract.getAttribute('w:abstractNumId') ?? '', abstract)
    for (const num of numbering.getElementsByTagName('w:num')) {
      const abstract = valOf(num, 'w:abstractNumId') ?? ''
      this.#lists.set(num.getAttribute('w:numId') ?? '', readList(num, abstract, abstracts.get(abstract)))
    }
  }

  /** What Word shows before the paragraph; empty where it is in no list. */
  labelOf(paragraph: Element): string {
    const place = this.#placeOf(paragraph)
    const list = place && this.#lists.get(place.list)
    if (!list) return ''
    const byStyle = list.levels.findIndex(level => level?.style !== undefined && level.style === place.style)
    const level = place.level ?? Math.max(0, byStyle)
    const { text, suffix } = list.levels[level] ?? { text: '', suffix: '' }
    this.#count(list, level)
    const counters = this.#counters.get(list.abstract)!
    const label = text.replace(/%([1-9])/g, (_, digit) =>
      formatNumber(counters[digit - 1] ?? 1, list.levels[digit - 1]?.format ?? 'decimal'),
    )
    return suffix !== 'nothing' && /[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label
  }

  #count({ abstract, levels, overrides }: List, level: number): void {
    const counters = this.#counters.get(abstract) ?? []
    this.#counters.set(abstract, counters)
    for (let upper = 0; upper < level; upper++) counters[upper] ??= levels[upper]?.start ?? 1
    const override = overrides.get(level)
    overrides.delete(level)
    const last = counters[level]
    counters[level] = override ?? (last === undefined ? (levels[level]?.start ?? 1) : last + 1)
    for (let lower = level + 1; lower < levels.length; lower++) if (level < (levels[lower]?.restart ?? lower)) counters[lower] = undefined
  }

  /** By the paragraph itself, else by its style or one that it is based on. */
  #placeOf(paragraph: Element): Place | undefined {
    const properties = childOf(paragraph, 'w:pPr')
    const own = placeIn(properties)
    let name = valOf(properties, 'w:pStyle')
    if (own?.list) return own
    for (let depth = 0; name !== undefined && depth < 20; depth++) {
      const style = this.#styles.get(name)
      const place = placeIn(childOf(style, 'w:pPr'))
      if (place?.list) return { ...place, level: own?.level ?? place.level, style: name }
      name = valOf(style, 'w:basedOn')
    }
    return undefined
  }
}

function placeIn(properties: Element | undefined): Place | undefined {
  const numbered = childOf(properties, 'w:numPr')
  if (!numbered) return undefined
  const level = valOf(numbered, 'w:ilvl')
  return { list: valOf(numbered, 'w:numId') ?? '', level: level === undefined ? undefined : Number(level) }
}

function readList(num: Element, abstract: string, definition: Element | undefined): List {
  const list: List = { abstract, levels: [], overrides: new Map() }
  const add = (level: Element) => {
    const read = readLevel(level)
    list.levels[read.index] = read
  }
  if (definition) childrenOf(definition, 'w:lvl').forEach(add)
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = childOf(override, 'w:lvl')
    const start = valOf(override, 'w:startOverride')
    if (level) add(level)
    if (start !== undefined) list.overrides.set(Number(override.getAttribute('w:ilvl') ?? 0), Number(start))
  }
  return list
}

function readLevel(level: Element): ListLevel & { index: number } {
  const index = Number(level.getAttribute('w:ilvl') ?? 0)
  return {
    index,
    start: Number(valOf(level, 'w:start') ?? 1),
    format: valOf(level, 'w:numFmt') ?? 'decimal',
    text: valOf(level, 'w:numFmt') === 'bullet' ? '•' : (valOf(level, 'w:lvlText') ?? ''),
    suffix: valOf(level, 'w:suff') ?? 'tab',
    restart: Number(valOf(level, 'w:lvlRestart') ?? index),
    style: valOf(level, 'w:pStyle'),
  }
}
