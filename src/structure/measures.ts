import { compareSpans } from '../span.js'
import type { Source, Span } from '../types.js'
import { isColon, isSemicolon, skipBlanks, trimEnd } from './chars.js'
import { isCondition, isFragment, listsNames, opensConditions, qualifies, statesTerms, withoutScopeHeading } from './conditions.js'
import { classifyHeading } from './headings.js'
import type { Line } from './lines.js'
import { Family } from './ordinals.js'
import { type Item, isUnnumbered, type Outline } from './outline.js'
import { isAnnounced, isAnswer, isCommentary, isLeadParagraph, isNarration, isPlan, isPraise } from './press.js'
import {
  actsItself,
  isFraming,
  isGrant,
  opensDefinition,
  opensScope,
  startsActing,
  statesAction,
  statesAnything,
  statesGrant,
  statesTarget,
} from './sentences.js'

/** A measure before it is described: where it lies and by what item it is numbered. */
export interface Found extends Span {
  item: Item | undefined
}

/** How much of an item is read to judge it; what follows in so long an item does not change the verdict. */
const JUDGED = 600

/** The measures of one article, in order. */
export function findMeasures(source: Source, { roots, loose }: Outline): Found[] {
  if (roots.length === 0) return paragraphs(source, loose)
  const found: Found[] = []
  pickAll(source, roots, found, true)
  if (found.length === 0) return grants(source, roots, loose)
  addUnnumberedBefore(source, roots[0], loose, found)
  return found.sort(compareSpans)
}

/** End of an item, everything below it included. */
export function endOf(item: Item): number {
  let last = item
  while (last.children.length > 0) last = last.children[last.children.length - 1]
  const end = (last.paragraphs[last.paragraphs.length - 1] ?? last.line).end
  return item.paragraphs.length > 0 ? Math.max(end, item.paragraphs[item.paragraphs.length - 1].end) : end
}

const spanOf = (item: Item): Found => ({ start: item.ordinal.start, end: endOf(item), item })

/** As much of the text between `start` and `end` as is read to judge it. */
function judged({ codes }: Source, start: number, end: number): Span {
  const from = skipBlanks(codes, start, end)
  return { start: from, end: trimEnd(codes, from, Math.min(end, from + JUDGED)) }
}

const judgedLine = (source: Source, { start, end }: Span): Span => judged(source, start, end)

/** The text of an item itself, its ordinal and what is numbered below it left out. */
export function ownText(source: Source, { line, ordinal, paragraphs, children }: Item): Span {
  const last = paragraphs.length > 0 ? paragraphs[paragraphs.length - 1].end : line.end
  return judged(source, ordinal.end, children.length > 0 && children[0].line.start < last ? line.end : last)
}

/** The last line of what an item says before its children begin. */
function stemLine({ codes }: Source, { line, ordinal, paragraphs }: Item): Span {
  const { start, end } = paragraphs[paragraphs.length - 1] ?? { start: ordinal.end, end: line.end }
  return { start, end: trimEnd(codes, start, end) }
}

const wholeText = (source: Source, item: Item): Span => judged(source, item.ordinal.end, endOf(item))

/** Adds the measures below siblings. Where most of them act, one that states its deed in words of its own is a measure with them. */
function pickAll(source: Source, items: readonly Item[], found: Found[], outermost = false): void {
  const catalogue = listsQualifications(source, items)
  const silent: Item[] = []
  for (const item of items) {
    if (catalogue && !statesGrant(source, wholeText(source, item))) continue
    const before = found.length
    pick(source, item, found)
    if (found.length === before) silent.push(item)
  }
  const acting = items.length - silent.length
  if (catalogue || acting < 2 || acting <= silent.length) return
  for (const item of silent) if ((outermost || isPlain(item)) && likeSiblings(source, item)) found.push(spanOf(item))
}

/** Most of the items only say what one has to be: a catalogue of conditions, whatever verbs its other items hold. */
function listsQualifications(source: Source, items: readonly Item[]): boolean {
  if (items.length < 3 || items[0].ordinal.family < Family.arabic) return false
  let conditions = 0
  for (const item of items) {
    if (item.ordinal.family < Family.arabic || item.children.length > 0) continue
    const text = ownText(source, item)
    if (isFragment(source, text) && qualifies(source, text) && !statesGrant(source, text)) conditions++
  }
  return conditions * 2 > items.length
}

/** Numbered as the items of a plan are. */
const isPlain = ({ ordinal: { family } }: Item): boolean => family <= Family.parenCjk || family === Family.is

function likeSiblings(source: Source, item: Item): boolean {
  if (item.children.length > 0 || item.class || item.ordinal.family === Family.clause) return false
  const text = ownText(source, item)
  return (
    (item.ordinal.family === Family.is || /[。；]/.test(source.folded.slice(text.start, text.end))) &&
    statesAnything(source, text) &&
    !opensScope(source, text)
  )
}

/** Adds the lowest items below `item` that state an action; the item itself where they are conditions, cases or papers of its own. */
function pick(source: Source, item: Item, found: Found[]): void {
  const { children, paragraphs } = item
  if (item.class) {
    const others = anew(children)
    pickTargets(source, item, children.length - others.length, found)
    pickAll(source, others, found)
    return
  }
  if (isUnnumbered(item)) {
    for (const line of paragraphs) if (isGrantLine(source, line)) found.push(toSpan(line))
    pickAll(source, children, found)
    return
  }
  const stem = ownText(source, item)
  if (children.length === 0) {
    if (itemActs(source, item, stem)) found.push(spanOf(item))
    return
  }
  if (listsBullets(item)) {
    if (actsItself(source, wholeText(source, item))) found.push(spanOf(item))
    return
  }
  const before = found.length
  pickAll(source, children, found)
  const below = found.length - before
  if (below === 0 && isFragment(source, stem) && children.every(child => child.class || listsNames(source, ownText(source, child)))) return
  if (!isList(source, item, below) && !paragraphs.some(line => statesTerms(source, line))) return
  found.length = before
  const acts = actsItself(source, stem)
  if (acts || (children.every(child => !child.class) && statesGrant(source, wholeText(source, item)))) found.push(spanOf(item))
}

/** Bullets are no ordinals: below a numbered item they are its parts. */
const listsBullets = ({ ordinal, children }: Item): boolean =>
  ordinal.value !== undefined && ordinal.family > Family.section && children.every(child => child.ordinal.family === Family.bullet)

/** Targets that are numbered one by one below their heading and give figures (1.产值达到500亿元), among the first children. */
function pickTargets(source: Source, item: Item, count: number, found: Found[]): void {
  for (const child of item.children.slice(0, count)) {
    if (child.class) pickTargets(source, child, child.children.length, found)
    else if (item.class === 'targets' && child.ordinal.value !== undefined && statesTarget(source, wholeText(source, child)))
      found.push(spanOf(child))
  }
}

/** The items from where their numbers start again, which stand under a heading that was lost and not under this one. */
function anew(items: readonly Item[]): readonly Item[] {
  const start = items.findIndex(
    ({ ordinal }, index) => index > 0 && ordinal.value === 1 && ordinal.family === items[index - 1].ordinal.family,
  )
  return start < 0 ? [] : items.slice(start)
}

/** Whether what stands below an item only spells out its own sentence. */
function isList(source: Source, item: Item, below: number): boolean {
  const { children, ordinal } = item
  if (ordinal.family <= Family.section || children.some(child => child.ordinal.family === Family.clause)) return false
  const texts = children.map(child => wholeText(source, child))
  const count = (test: (source: Source, text: Span) => boolean) => texts.reduce((sum, text) => sum + (test(source, text) ? 1 : 0), 0)
  if (opensConditions(source, stemLine(source, item))) return count(isGrant) * 2 < texts.length
  if (below === 0) return true
  const few = below * 4 <= children.length && !children.some(child => child.class === 'conditions')
  if (few || count(isCondition) * 2 > texts.length) return true
  return below * 2 < children.length && (count(isFragment) * 2 > texts.length || count(opensDefinition) * 2 > texts.length)
}

const WANT = '要'.charCodeAt(0)

/** A numbered item: one that opens with its own scope is none, and one that no full stop closes must not be a mere qualification. */
function itemActs(source: Source, { ordinal: { family, end } }: Item, own: Span): boolean {
  if (listsNames(source, own)) return false
  if (family === Family.is && source.codes[end - 1] === WANT) return true
  const text = withoutScopeHeading(source, own)
  const inner = family >= Family.arabic && family !== Family.is && family !== Family.word
  if (!inner || !isFragment(source, text)) return actsItself(source, text)
  if (opensScope(source, text)) return false
  if (statesGrant(source, text)) return true
  const length = text.end - text.start
  return length > 8 && (length >= 20 || isSemicolon(source.codes[text.end - 1])) && !qualifies(source, text) && statesAction(source, text)
}

const toSpan = ({ start, end }: Span): Found => ({ start, end, item: undefined })
const isGrantLine = (source: Source, line: Line): boolean => line.kind === 'text' && statesGrant(source, judgedLine(source, line))

/** Where no item of an article is a measure: the unnumbered paragraphs that grant something. */
function grants(source: Source, roots: readonly Item[], loose: readonly Line[]): Found[] {
  const below = (item: Item): Line[] => (item.class ? [] : [...item.paragraphs, ...item.children.flatMap(below)])
  return [...loose, ...roots.flatMap(below)]
    .filter(line => isGrantLine(source, line) && !isLeadParagraph(textOf(source, line)))
    .sort(compareSpans)
    .map(toSpan)
}

/** Paragraphs above a first item with a number beyond 1 have lost their own numbers; one alone may be the rest of an item that was cut off. */
function addUnnumberedBefore(source: Source, { ordinal }: Item, loose: readonly Line[], found: Found[]): void {
  if ((ordinal.value ?? 1) <= 2 || ordinal.family > Family.arabic) return
  const lost = loose.filter(line => {
    const text = judgedLine(source, line)
    return line.end <= ordinal.start && statesAction(source, text) && !isColon(source.codes[text.end - 1]) && !isFraming(source, text)
  })
  if (lost.length > 1) found.push(...lost.map(toSpan))
}

const textOf = ({ folded }: Source, { start, end }: Span): string => folded.slice(start, Math.min(end, start + JUDGED))

/** An article without ordinals: each paragraph that states actions. */
function paragraphs(source: Source, lines: readonly Line[]): Found[] {
  const texts = lines.map(line => textOf(source, line))
  const told = texts.filter(isNarration).length
  const feature = told >= 3 && told * 4 >= lines.length
  return lines
    .filter(
      ({ start, end }, index) =>
        !isCommentary(source.folded.slice(Math.max(start, end - 60), end)) &&
        statesPlan(source, lines[index], texts[index], index === 0 && lines.length > 1, feature),
    )
    .map(toSpan)
}

const LABEL = /^(\S{2,12})[：:]/

/** 截至去年底，…: counts what was reached. */
const REPORTS = /^(?:截至|截止)/

/** 补贴对象：… says who qualifies. */
function opensConditionLabel(text: string): boolean {
  const label = LABEL.exec(text)?.[1]
  return label !== undefined && classifyHeading(label) !== undefined
}

function statesPlan(source: Source, line: Line, text: string, first: boolean, feature: boolean): boolean {
  const span = judgedLine(source, line)
  if (text.length < 12 || REPORTS.test(text) || isPraise(text) || isColon(source.codes[span.end - 1]) || opensConditionLabel(text))
    return false
  if (first && (isLeadParagraph(text) || /记者/.test(text)) && !isGrant(source, span)) return false
  if (text.startsWith('记者') && !isGrant(source, span)) return false
  if (feature) return !isNarration(text) && (statesGrant(source, span) || (isAnnounced(text) && statesAction(source, span)))
  return statesAction(source, span) && (isPlan(text) || isAnswer(text) || startsActing(source, span))
}
