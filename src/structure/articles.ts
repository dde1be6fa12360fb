import type { Article } from '../types.js'
import { isStop } from './chars.js'
import { findDates } from './dates.js'
import { findAddressees, findSignature } from './frame.js'
import { compact, findDocumentNumber, findTitle, gluedTitle, namesDocument, surface, type Title } from './header.js'
import { isHeadline, kindsOf } from './kinds.js'
import type { Line } from './lines.js'
import { Family } from './ordinals.js'
import type { Page } from './runs.js'

/** An article with the lines that belong to it. */
export interface ArticleLines {
  article: Article
  lines: Line[]
}

interface Start {
  line: number
  section?: string
  title?: Title
}

const SHORTEST_TITLE = 6
const SECTION_LIMIT = 8
/** Shortest paragraph that a title stands above where a digest has section headings. */
const BODY = 40
/** Words by which the first sentence of a news item reports that something was issued. */
const LEAD = /日前|近日|近期|最近|获悉|今(?:日|天)|\d{1,2}月\d{1,2}日|(?:印发|发布|出台|公布|召开|举行)[^，。]{0,12}《/
const LEAD_LIMIT = 90
/** Verbs of a headline: 江苏出台行动方案 reports of a plan and is not its title. */
const REPORTS = /出台|印发|发布|启动|推出|公布|明确|部署/
/** How an agency reports: 新华社北京1月4日电（记者…）. */
const DATELINE = /^[^，。]{0,24}(?:讯|电)\s?[（(]|^[^，。]{0,30}(?:记者|本报讯)|(?:日前|近日|昨日|获悉)[，,]/
const DATELINE_LIMIT = 40

const isTitleLine = (line: Line | undefined): line is Line =>
  line !== undefined && line.kind === 'bare' && line.end - line.start >= SHORTEST_TITLE

/** Splits the lines of a file into articles: news items of a digest, or notices that follow each other. */
export function splitArticles(source: Page, lines: readonly Line[]): ArticleLines[] {
  if (lines.length === 0) return []
  const digest = digestStarts(source, lines)
  const starts = digest.length > 1 || digest[0]?.section ? digest : noticeStarts(source, lines)
  const bounds = starts[0]?.line === 0 || starts[0]?.section ? starts : [{ line: 0 }, ...starts]
  return bounds.map((start, index) => {
    const next = bounds[index + 1]
    const end = next ? next.line - (next.section !== undefined && next.section !== start.section ? 1 : 0) : lines.length
    return describeArticle(source, lines, start, end)
  })
}

function describeArticle(source: Page, lines: readonly Line[], start: Start, end: number): ArticleLines {
  const own = lines.slice(start.line, end)
  const title = start.title ?? findTitle(source, lines, start.line, end)
  const body = own.findIndex(line => line.kind === 'item' || (line.kind === 'text' && line.end - line.start > SHORTEST_TITLE))
  const titleInHead = title && (body < 0 || title.first <= start.line + body)
  const first = titleInHead ? lines[title.first] : (own.find(line => line.kind !== 'furniture') ?? own[0])
  const article: Article = { start: first.start, end: own.at(-1)!.end, outline: [] }
  if (title) article.title = title.text
  if (start.section !== undefined) article.section = start.section
  const documentNumber = findDocumentNumber(source, own)
  if (documentNumber) article.documentNumber = documentNumber
  Object.assign(article, findDates(source, own, article), kindOf(source, title && foldedTitle(source, lines, title), start.section, own))
  const addressees = findAddressees(source, own)
  if (addressees.length > 0) article.addressees = addressees
  const signature = findSignature(own)
  if (signature) article.signature = signature
  return {
    article,
    lines: title
      ? own.filter((_, i) => start.line + i > title.last || start.line + i < title.first || lines[start.line + i].kind === 'text')
      : own,
  }
}

/** What the title says; a text whose title names no document and that opens as reports do is news. */
function kindOf(
  source: Page,
  title: string | undefined,
  section: string | undefined,
  lines: readonly Line[],
): Pick<Article, 'kind' | 'encloses'> {
  const named = title && !isHeadline(title) ? kindsOf(title) : {}
  if (named.kind) return named
  if (section !== undefined) return { kind: 'news' }
  const first = lines.find(({ kind }) => kind === 'text')
  return first && DATELINE.test(source.folded.slice(first.start, first.start + DATELINE_LIMIT)) ? { kind: 'news' } : {}
}

const foldedTitle = ({ folded }: Page, lines: readonly Line[], { text, first, last }: Title): string =>
  compact(folded.slice(lines[first].start, lines[last].end)).slice(0, text.length)

/** News items: a title above a lead, under section headings or not. */
function digestStarts(source: Page, lines: readonly Line[]): Start[] {
  const starts: Start[] = []
  let section: string | undefined
  for (let i = 0; i < lines.length; i++) {
    if (isSection(source, lines, i)) section = surface(source, lines[i]).trim()
    else if (isNewsTitle(source, lines, i, section !== undefined && isSection(source, lines, i - 1), section !== undefined)) {
      const title = { text: surface(source, lines[i]), first: i, last: i }
      starts.push(section === undefined ? { line: i, title } : { line: i, section, title })
    }
  }
  return starts
}

/** A short line above a title that stands above running text. */
function isSection(source: Page, lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (line?.kind !== 'bare' || line.end - line.start > SECTION_LIMIT || line.end - line.start < 2) return false
  return (
    isTitleLine(lines[at + 1]) && (isLead(source, lines, at + 2) || (lines[at + 2]?.kind === 'text' && beginsList(lines, at + 3, true)))
  )
}

const isLead = (source: Page, lines: readonly Line[], at: number): boolean =>
  lines[at]?.kind === 'text' &&
  (LEAD.test(source.folded.slice(lines[at].start, Math.min(lines[at].end, lines[at].start + LEAD_LIMIT))) || beginsList(lines, at + 1))

/** 一是, or a first item of any kind, begins a line within the next three. */
function beginsList(lines: readonly Line[], from: number, any = false): boolean {
  for (let i = from; i < Math.min(lines.length, from + 3); i++) {
    if (lines[i].kind === 'bare') return false
    const { ordinal } = lines[i]
    if (ordinal) return ordinal.value === 1 && (any || ordinal.family === Family.is)
  }
  return false
}

function isNewsTitle(source: Page, lines: readonly Line[], at: number, underSection: boolean, sectioned: boolean): boolean {
  if (!isTitleLine(lines[at]) || lines[at + 1]?.kind !== 'text') return false
  if (underSection || (sectioned && endsParagraph(source, lines[at - 1]) && lines[at + 1].end - lines[at + 1].start >= BODY)) return true
  const title = surface(source, lines[at])
  return isLead(source, lines, at + 1) && (REPORTS.test(title) || !namesDocument(title))
}

const endsParagraph = ({ codes }: Page, line: Line | undefined): boolean => line !== undefined && isStop(codes[line.end - 1])

/** Notices that follow each other: a title with its 文号 or addressee after a text that had a body of its own. */
function noticeStarts(source: Page, lines: readonly Line[]): Start[] {
  const starts: Start[] = []
  let bodyLines = 0
  for (let i = 0; i < lines.length; i++) {
    const { kind, start, end } = lines[i]
    const title = bodyLines > 0 ? noticeTitle(source, lines, i) : undefined
    if (title) {
      starts.push({ line: i, title })
      i = title.last
      bodyLines = lines[i].kind === 'text' ? 1 : 0
    } else if (kind === 'item' || (kind === 'text' && end - start > SHORTEST_TITLE)) bodyLines++
  }
  return starts
}

/** Most lines of a title. */
const TITLE_LINES = 5
const isAddress = ({ kind }: Line): boolean => kind === 'number' || kind === 'salutation'

function noticeTitle(source: Page, lines: readonly Line[], at: number): Title | undefined {
  const line = lines[at]
  if (line.kind !== 'bare' && line.kind !== 'text' && line.kind !== 'number') return undefined
  const glued = gluedTitle(source, line)
  if (glued && glued.length < line.end - line.start)
    return { text: compact(source.text.slice(line.start, line.start + glued.length)), first: at, last: at }
  if (line.kind !== 'bare' || !lines.slice(at + 1, at + 1 + TITLE_LINES).some(isAddress)) return undefined
  const title = findTitle(source, lines, at, Math.min(lines.length, at + 4))
  if (!title || title.first !== at || !namesDocument(title.text)) return undefined
  const after = lines[title.last + 1]
  return after?.kind === 'number' || (after?.kind === 'salutation' && /^各|[省市区县局]/.test(surface(source, after))) ? title : undefined
}
