import type { Source, Span } from '../types.js'
import { endsInConditions, isCondition, opensConditions, qualifies, statesTerms } from './conditions.js'
import type { Line } from './lines.js'
import { rankOf } from './ordinals.js'
import { type Item, isUnnumbered, type Outline } from './outline.js'
import { isCommentary, isLeadParagraph, isNarration, isPlan } from './press.js'
import { isFraming, isGrant, opensScope, startsActing, statesAction, statesAnything, statesGrant } from './sentences.js'

/** A measure before it is described: where it lies and by what item it is numbered. */
export interface Found extends Span {
  item?: Item
}

/** How much of an item is read to judge it; what follows in so long an item does not change the verdict. */
const JUDGED = 600
/** (rén), put in by pages that guard themselves against copying. */
const PRONUNCIATION = /[（(][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,7}[)）]/g
const HAS_PRONUNCIATION = /[（(][a-zü-ǜ]/
const OUTLINE = rankOf('paren-cjk')

/** The measures of one article, in order. */
export function findMeasures(source: Source, { roots, loose }: Outline): Found[] {
  const found = pickAll(source, roots)
  if (roots.length === 0) return paragraphs(source, loose)
  if (found.length === 0) return grants(source, roots, loose)
  return [...unnumberedBefore(source, roots[0], loose), ...found]
}

/** End of an item, everything below it included. */
function endOf(item: Item): number {
  let last = item
  while (last.children.length > 0) last = last.children.at(-1)!
  return Math.max((last.paragraphs.at(-1) ?? last.line).end, item.paragraphs.at(-1)?.end ?? 0)
}

const spanOf = (item: Item): Found => ({ start: item.ordinal.start, end: endOf(item), item })

function slice({ folded }: Source, start: number, end: number): string {
  const text = folded.slice(start, Math.min(end, start + JUDGED))
  return HAS_PRONUNCIATION.test(text) ? text.replace(PRONUNCIATION, '') : text
}

const textOf = (source: Source, { start, end }: Span): string => slice(source, start, end)

/** The text of an item itself, its ordinal and what is numbered below it left out. */
function ownText(source: Source, { line, ordinal, paragraphs }: Item): string {
  let text = slice(source, ordinal.end, line.end)
  for (const paragraph of paragraphs) {
    if (text.length > JUDGED) break
    text += `\n${textOf(source, paragraph)}`
  }
  return text.trim()
}

/** The end of what an item says before its children begin. */
function stemTail({ folded }: Source, { line, ordinal, paragraphs }: Item): string {
  const { start, end } = paragraphs.at(-1) ?? { start: ordinal.end, end: line.end }
  return folded.slice(Math.max(start, end - JUDGED), end)
}

const wholeText = (source: Source, item: Item): string => slice(source, item.ordinal.end, endOf(item))

/** The measures below siblings. Where most of them act, one that states its deed in words of its own is a measure with them. */
function pickAll(source: Source, items: readonly Item[]): Found[] {
  const picked = items.map(item => pick(source, item))
  const acting = picked.filter(found => found.length > 0).length
  const company = acting * 2 > items.length && acting >= 2
  return items.flatMap((item, index) => {
    if (picked[index].length > 0 || !company || item.children.length > 0 || item.class) return picked[index]
    return rankOf(item.ordinal.family) <= OUTLINE || item.ordinal.family === 'is' ? likeSiblings(source, item) : []
  })
}

function likeSiblings(source: Source, item: Item): Found[] {
  const text = ownText(source, item)
  return statesAnything(text) && item.ordinal.family !== 'clause' && /[。；]/.test(text) && !opensScope(text) ? [spanOf(item)] : []
}

/** The lowest items below `item` that state an action; the item itself where they are conditions, cases or papers of its own. */
function pick(source: Source, item: Item): Found[] {
  if (item.class) return []
  if (isUnnumbered(item))
    return [...item.paragraphs.filter(line => isGrantLine(source, line)).map(toSpan), ...pickAll(source, item.children)]
  const stem = ownText(source, item)
  if (item.children.length === 0) return itemActs(item, stem) ? [spanOf(item)] : []
  const below = pickAll(source, item.children)
  const terms = item.paragraphs.some(line => statesTerms(textOf(source, line)))
  if (!terms && !isList(source, item, below)) return below
  const granted = item.children.every(child => !child.class) && statesGrant(wholeText(source, item))
  const acts = statesAction(stem) && !opensScope(stem) && !endsInConditions(stem)
  return acts || granted ? [spanOf(item)] : []
}

/** Whether what stands below an item only spells out its own sentence. */
function isList(source: Source, item: Item, below: readonly Found[]): boolean {
  const { children, ordinal } = item
  if (rankOf(ordinal.family) <= rankOf('section') || children.some(child => child.ordinal.family === 'clause')) return false
  const texts = children.map(child => wholeText(source, child))
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 2 > texts.length
  if (opensConditions(stemTail(source, item))) return !(texts.filter(isGrant).length * 2 >= texts.length)
  if (below.length === 0) return true
  const few = below.length * 4 <= children.length && !children.some(child => child.class === 'condition')
  return few || most(isCondition) || (most(isFragment) && below.length * 2 < children.length)
}

/** A line that no full stop closes. */
const isFragment = (text: string): boolean => text.length < 80 && !/[。！？]/.test(text)

/** A numbered item: one that opens with its own scope is none, and one that no full stop closes must not be a mere qualification. */
function itemActs({ ordinal }: Item, text: string): boolean {
  if (opensScope(text)) return false
  const inner = rankOf(ordinal.family) >= rankOf('arabic') && ordinal.family !== 'is' && ordinal.family !== 'word'
  if (inner && isFragment(text))
    return statesGrant(text) || (!qualifies(text) && text.length > 8 && /[；;。]$|.{20}/.test(text) && statesAction(text))
  return statesAction(text)
}

const toSpan = ({ start, end }: Span): Found => ({ start, end })
const isGrantLine = (source: Source, line: Line): boolean => line.kind === 'text' && statesGrant(textOf(source, line))

/** Where no item of an article is a measure: the unnumbered paragraphs that grant something. */
function grants(source: Source, roots: readonly Item[], loose: readonly Line[]): Found[] {
  const below = (item: Item): Line[] => (item.class ? [] : [...item.paragraphs, ...item.children.flatMap(below)])
  return [...loose, ...roots.flatMap(below)]
    .filter(line => isGrantLine(source, line) && !isLeadParagraph(textOf(source, line)))
    .sort((a, b) => a.start - b.start)
    .map(toSpan)
}

/** Paragraphs above a first item with a number beyond 1 have lost their own numbers; one alone may be the rest of an item that was cut off. */
function unnumberedBefore(source: Source, { ordinal }: Item, loose: readonly Line[]): Found[] {
  if ((ordinal.value ?? 1) <= 2 || rankOf(ordinal.family) > rankOf('arabic')) return []
  const lost = loose.filter(line => line.end <= ordinal.start && statesAction(textOf(source, line)) && !isFramed(textOf(source, line)))
  return lost.length > 1 ? lost.map(toSpan) : []
}

/** A lead of a notice: purpose, or words that announce what follows. */
const isFramed = (text: string): boolean => /[：:]$/.test(text) || isFraming(text)

/** An article without ordinals: each paragraph that states actions. */
function paragraphs(source: Source, lines: readonly Line[]): Found[] {
  const texts = lines.map(line => textOf(source, line))
  const told = texts.filter(isNarration).length
  const feature = told >= 3 && told * 4 >= lines.length
  return lines
    .filter(
      ({ start, end }, index) =>
        !isCommentary(source.folded.slice(Math.max(start, end - 60), end)) && statesPlan(texts[index], index, feature, lines.length === 1),
    )
    .map(toSpan)
}

function statesPlan(text: string, index: number, feature: boolean, alone: boolean): boolean {
  if (text.length < 12 || /[：:]$/.test(text)) return false
  if (index === 0 && !alone && (isLeadParagraph(text) || /记者/.test(text)) && !isGrant(text)) return false
  if (feature) return !isNarration(text) && statesGrant(text)
  return statesAction(text) && (isPlan(text) || startsActing(text))
}
