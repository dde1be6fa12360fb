import type { Source } from '../types.js'
import { isCloseParen, isClosing, isColon, isIdeograph, isOpenParen, isStop, isStopOrColon, skipBlanks, trimEnd } from './chars.js'
import { listsConditions } from './conditions.js'
import { describe, isSalutation, type Line, lineOf } from './lines.js'
import { Family, type Ordinal } from './ordinals.js'
import { Rows } from './rows.js'
import { Before, type InlineOrdinal, type Page, type Run, runsIn } from './runs.js'

/** A line this long that holds an outline is a notice whose line breaks were lost. */
const FLATTENED = 600
/** Most of the members stand after a full stop, as items of an outline do; those of a list inside a sentence stand after semicolons. */
function makesOutline({ family, members }: Run, own: Ordinal | undefined): boolean {
  if (family > Family.arabic) return false
  if (family === own?.family && members[0].value === (own.value ?? 0) + 1 && family <= Family.parenCjk) return true
  const followers = members.slice(1)
  const firm = followers.filter(member => member.before >= Before.Bracket).length
  if (members.length === 1) return family <= Family.section || (family === Family.cjk && members[0].before >= Before.Colon)
  return family === Family.clause || family === Family.cjk || firm * 2 >= followers.length
}

const NONE: readonly InlineOrdinal[] = []

/** Where a line that runs an outline together is to be cut. */
function outlineCuts(runs: readonly Run[], line: Line): readonly InlineOrdinal[] {
  if (runs.length === 0) return NONE
  const outline = runs.filter(run => makesOutline(run, line.ordinal))
  const own = line.ordinal?.family
  const lost = line.end - line.start >= FLATTENED
  // a list that begins with 5. has lost what stood before, and was no list inside a sentence
  const opens = ({ family, members }: Run) => members.length > 1 && (family <= Family.parenCjk || members[0].value! > 1)
  const flattened =
    outline.some(run => opens(run) && (own === undefined || lost || run.family < own)) ||
    outline.some(run => run.family === own && run.members[0].value === (line.ordinal!.value ?? 0) + 1)
  return flattened ? outline.flatMap(run => run.members) : NONE
}

/** The list that stands whole in one paragraph with nothing numbered above it; `next` is the line after. */
function listCuts({ folded }: Source, runs: readonly Run[], line: Line, next: Line | undefined): readonly InlineOrdinal[] {
  if (runs.length === 0) return NONE
  const first = runs.find(run => run.members.length > 1)
  if (first) {
    const stem = folded.slice(Math.max(line.start, first.members[0].start - 60), first.members[0].start)
    return listsConditions(stem) ? NONE : first.members
  }
  const carriedOn = runs.find(({ family, members }) => next?.ordinal?.family === family && next.ordinal.value === members[0].value! + 1)
  return carriedOn?.members ?? NONE
}

/** What closes the frame that a lost line break leaves at the end of a text: 国务院办公厅2020年5月31日（此件公开发布）. */
const FRAME = /年.{1,6}月.{1,5}日\s*$|年.{1,6}月\s*$|[（(](?:此件|本文)[^）)]*[）)]$/
const FRAME_LIMIT = 90
const DAY = '日'.charCodeAt(0)
const MONTH = '月'.charCodeAt(0)

/** 专栏9　山水林田湖工程 glued to the end of the text above it. */
const PANEL = /^专栏\s?\d/
const PANEL_LIMIT = 40

/** Where such a title begins; `end` where there is none. */
function panelStart({ codes, folded }: Source, start: number, end: number): number {
  if (!isIdeograph(codes[end - 1])) return end
  const limit = Math.max(start, end - PANEL_LIMIT)
  let at = end - 1
  while (at > limit && !isStop(codes[at])) at--
  return isStop(codes[at]) && PANEL.test(folded.slice(at + 1, end)) ? at + 1 : end
}

function frameStart(source: Source, line: Line): number {
  const { codes, folded } = source
  const last = codes[line.end - 1]
  const panel = panelStart(source, line.start, line.end)
  if (panel < line.end) return panel
  if (!isCloseParen(last) && last !== DAY && last !== MONTH) return line.end
  const limit = Math.max(line.start, line.end - FRAME_LIMIT)
  let at = line.end - 1
  if (isCloseParen(codes[at])) while (at > limit && !isOpenParen(codes[at])) at--
  while (at > limit && !isClosing(codes[at])) at--
  if (at <= limit || !isStop(codes[at])) return line.end
  return FRAME.test(folded.slice(at + 1, line.end)) ? at + 1 : line.end
}

/** Lines among which addressees are looked for. */
const HEAD = 12

/** The line without the addressees that a lost line break glued to its head. */
function withoutSalutation({ codes, folded }: Source, line: Line): Line {
  let at = line.start
  const limit = Math.min(line.end, at + 140)
  while (at < limit && !isStopOrColon(codes[at])) at++
  if (at >= limit || !isColon(codes[at]) || !isSalutation(folded.slice(line.start, at + 1))) return line
  const start = skipBlanks(codes, at + 1, line.end)
  return start < line.end ? { ...line, start } : line
}

/** Sentences that take up the report again after a list that stands inside it. */
const RESUMPTION =
  /[。；](?=(?:专家|业内人士|记者|据悉|据了解|据介绍|有关负责人|.{2,12}负责人)[^。；]{0,30}(?:表示|认为|指出|介绍|了解|获悉|说))/g

function resumption({ folded }: Source, from: number, to: number): number {
  RESUMPTION.lastIndex = 0
  const match = RESUMPTION.exec(folded.slice(from, to))
  return match ? from + match.index + 1 : to
}

/**
 * Cuts lines that run several items together: a notice whose line breaks were lost, and the list of a news item that stands in one paragraph.
 * Lists inside an item stay whole. Takes the lines of one article.
 */
export function breakLines(page: Page, lines: readonly Line[]): Line[] {
  const broken: Line[] = []
  let outermost = Number.POSITIVE_INFINITY
  for (const { ordinal } of lines) if (ordinal) outermost = Math.min(outermost, ordinal.family)
  let numberedAbove = false
  const rows = new Rows(page)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (rows.takes(line)) {
      const row = rows.alone(line, lines[i + 1])
      if (row) i++
      broken.push(...(row ? [row] : rows.split(line)))
      continue
    }
    if (line.kind !== 'item' && line.kind !== 'text') {
      broken.push(line)
      if (line.kind === 'note') numberedAbove = false
      continue
    }
    line.runs = runsIn(page, line.ordinal?.end ?? line.start, line.end, line.ordinal)
    let cuts = outlineCuts(line.runs, line)
    let whole = false
    let end = frameStart(page, line)
    if (cuts.length === 0 && !line.ordinal && !numberedAbove) {
      cuts = listCuts(page, line.runs, line, lines[i + 1]).filter(cut => cut.family <= outermost)
      whole = cuts.length > 1 && lines[i + 1]?.kind === 'text' && !lines[i + 1].ordinal
      if (cuts.length > 0 && end === line.end) end = resumption(page, cuts[cuts.length - 1].end, line.end)
    }
    const body = cuts.length > 0 || line.ordinal || numberedAbove || i >= HEAD ? line : withoutSalutation(page, line)
    if (cuts.length === 0 && end === line.end) broken.push(body)
    else addPieces(page, body, cuts, end, broken)
    // what follows a list that stands whole in one paragraph is no part of its last item
    if (whole) broken.push(lineOf(line.end, line.end, 'note'))
    numberedAbove ||= line.ordinal !== undefined || cuts.length > 0
  }
  return broken
}

function addPieces(source: Source, line: Line, cuts: readonly InlineOrdinal[], end: number, broken: Line[]): void {
  const { codes } = source
  const inOrder = cuts.filter(cut => cut.start > line.start && cut.start < end).sort((a, b) => a.start - b.start)
  const add = (from: number, to: number, ordinal?: Ordinal) => {
    const start = skipBlanks(codes, from, to)
    const stop = trimEnd(codes, start, to)
    const panel = panelStart(source, start, stop)
    if (panel > start) broken.push(ordinal ? lineOf(start, panel, 'item', ordinal) : describe(source, start, panel))
    if (panel < stop) broken.push(lineOf(panel, stop, 'bare'))
  }
  let from = line.start
  let ordinal = line.ordinal
  for (const cut of inOrder) {
    add(from, cut.start, ordinal)
    from = cut.start
    ordinal = cut
  }
  add(from, end, ordinal)
  const rest = skipBlanks(codes, end, line.end)
  if (rest < line.end) broken.push(lineOf(rest, line.end, PANEL.test(source.folded.slice(rest, line.end)) ? 'bare' : 'note'))
}
