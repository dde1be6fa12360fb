import type { Source } from '../types.js'
import { isColon, isStop, skipBlanks, trimEnd } from './chars.js'
import { listsConditions } from './conditions.js'
import { describe, isSalutation, type Line } from './lines.js'
import { type Ordinal, rankOf } from './ordinals.js'
import { Before, type InlineOrdinal, type Run, runsIn } from './runs.js'

/** A line this long that holds an outline is a notice whose line breaks were lost. */
const FLATTENED = 600
/** Most of the members stand after a full stop, as items of an outline do; those of a list inside a sentence stand after semicolons. */
function makesOutline({ family, members }: Run, own: Ordinal | undefined): boolean {
  if (rankOf(family) > rankOf('arabic')) return false
  if (family === own?.family && members[0].value === own.value! + 1 && rankOf(family) <= rankOf('paren-cjk')) return true
  const followers = members.slice(1)
  const firm = followers.filter(member => member.before >= Before.Bracket).length
  if (members.length === 1) return rankOf(family) <= rankOf('section') || (family === 'cjk' && members[0].before >= Before.Colon)
  return family === 'clause' || family === 'cjk' || firm * 2 >= followers.length
}

/** Where a line that runs an outline together is to be cut. */
function outlineCuts(runs: readonly Run[], line: Line): InlineOrdinal[] {
  const outline = runs.filter(run => makesOutline(run, line.ordinal))
  const own = line.ordinal?.family
  const lost = line.end - line.start >= FLATTENED
  const opens = (run: Run) => rankOf(run.family) <= rankOf('paren-cjk') && run.members.length > 1
  const flattened =
    outline.some(run => opens(run) && (own === undefined || lost)) ||
    outline.some(run => run.family === own && run.members[0].value === line.ordinal!.value! + 1)
  return flattened ? outline.flatMap(run => run.members) : []
}

/** The list that stands whole in one paragraph with nothing numbered above it; `next` is the line after. */
function listCuts({ folded }: Source, runs: readonly Run[], line: Line, next: Line | undefined): InlineOrdinal[] {
  const first = runs.find(run => run.members.length > 1)
  if (first) {
    const stem = folded.slice(Math.max(line.start, first.members[0].start - 60), first.members[0].start)
    return listsConditions(stem) ? [] : first.members
  }
  const carriedOn = runs.find(({ family, members }) => next?.ordinal?.family === family && next.ordinal.value === members[0].value! + 1)
  return carriedOn?.members ?? []
}

/** The frame that a lost line break leaves at the end of a text: 国务院办公厅2020年5月31日（此件公开发布）. */
const FRAME =
  /^(?:[^。，；：]{2,40}?)?\s*(?:(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[一二〇○零ΟOО三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)?\s*(?:[（(](?:此件|本文)[^）)]*[）)])?\s*$/

function frameStart({ codes, folded }: Source, line: Line): number {
  const limit = Math.max(line.start, line.end - 90)
  let at = line.end - 1
  while (at > limit && !isStop(codes[at])) at--
  if (at <= limit || at === line.end - 1) return line.end
  const tail = folded.slice(at + 1, line.end)
  return /年.{1,6}月|此件|本文/.test(tail) && FRAME.test(tail) ? at + 1 : line.end
}

/** The line without the addressees that a lost line break glued to its head. */
function withoutSalutation({ codes, folded }: Source, line: Line): Line {
  let at = line.start
  const limit = Math.min(line.end, at + 140)
  while (at < limit && !isColon(codes[at]) && !isStop(codes[at])) at++
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
export function breakLines(source: Source, lines: readonly Line[]): Line[] {
  const broken: Line[] = []
  const outermost = lines.reduce((rank, { ordinal }) => Math.min(rank, ordinal ? rankOf(ordinal.family) : rank), Number.POSITIVE_INFINITY)
  let numberedAbove = false
  lines.forEach((line, index) => {
    if (line.kind !== 'item' && line.kind !== 'text') {
      broken.push(line)
      if (line.kind === 'note') numberedAbove = false
      return
    }
    const runs = runsIn(source, line.ordinal?.end ?? line.start, line.end)
    line.runs = runs
    let cuts = outlineCuts(runs, line)
    let end = frameStart(source, line)
    if (cuts.length === 0 && !line.ordinal && !numberedAbove) {
      cuts = listCuts(source, runs, line, lines[index + 1]).filter(cut => rankOf(cut.family) <= outermost)
      if (cuts.length > 0 && end === line.end) end = resumption(source, cuts.at(-1)!.end, line.end)
    }
    const body = cuts.length > 0 || line.ordinal ? line : withoutSalutation(source, line)
    for (const piece of pieces(source, body, cuts, end)) broken.push(piece)
    numberedAbove ||= line.ordinal !== undefined || cuts.length > 0
  })
  return broken
}

function pieces(source: Source, line: Line, cuts: readonly InlineOrdinal[], end: number): Line[] {
  if (cuts.length === 0 && end === line.end) return [line]
  const { codes } = source
  const inOrder = cuts.filter(cut => cut.start > line.start && cut.start < end).sort((a, b) => a.start - b.start)
  const parts: Line[] = []
  const add = (from: number, to: number, ordinal?: Ordinal) => {
    const start = skipBlanks(codes, from, to)
    const stop = trimEnd(codes, start, to)
    if (stop > start) parts.push(ordinal ? { start, end: stop, kind: 'item', ordinal } : describe(source, start, stop))
  }
  let from = line.start
  let ordinal = line.ordinal
  for (const cut of inOrder) {
    add(from, cut.start, ordinal)
    from = cut.start
    ordinal = cut
  }
  add(from, end, ordinal)
  if (end < line.end) parts.push({ start: skipBlanks(codes, end, line.end), end: line.end, kind: 'note' })
  return parts
}
