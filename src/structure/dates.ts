import { DOCUMENT_NUMBER_TAIL } from '../text/document.js'
import { parseInteger } from '../text/numerals.js'
import type { Article, Source, Span } from '../types.js'
import { foldedSurface } from './header.js'
import type { Line } from './lines.js'
import { firstAtOrAfter, type Page } from './runs.js'

const DATE =
  /(?:((?:19|20)\d\d)\s?[年.\-/]\s?(\d{1,2})\s?[月.\-/]\s?(?:(\d{1,2})(?:\s?日|(?!\d)))?)|(?:([一二〇○零ΟOО三四五六七八九]{4})年\s?([一二三四五六七八九十]{1,3})月(?:\s?([一二三四五六七八九十]{1,3})日)?)/
const PUBLISHED = /(?:发布|成文|印发|签发)?(?:日期|时间)】?[：:\s]|【发布日期】/

export type Dates = Pick<Article, 'date' | 'signed' | 'published' | 'inForce' | 'expires'>

/** The dates of a document: under the signature, as the page gives it, and of its term. */
export function findDates(source: Page, lines: readonly Line[], span: Span): Dates {
  const signed = findSigned(source, lines)
  const published = findPublished(source, lines)
  const dated = signed ?? firstDate(source, lines) ?? published
  return {
    ...(dated && { date: dated }),
    ...(signed && { signed }),
    ...(published && { published }),
    ...findTerm(source, span, signed ?? dated),
  }
}

/** The date below an organ that signs, or in the frame that a lost line break left at the end. */
function findSigned(source: Source, lines: readonly Line[]): string | undefined {
  let framed: string | undefined
  for (let i = 1; i < lines.length; i++) {
    const { kind } = lines[i]
    if (kind === 'date' && signs(lines[i - 1])) return readDate(foldedSurface(source, lines[i]))
    if (kind === 'note') framed = readDate(foldedSurface(source, lines[i])) ?? framed
  }
  return framed
}

const signs = (line: Line | undefined): boolean => line?.kind === 'signature' || line?.kind === 'text' || line?.kind === 'item'

const firstDate = (source: Source, lines: readonly Line[]): string | undefined => {
  const line = lines.find(({ kind }) => kind === 'date')
  return line && readDate(foldedSurface(source, line))
}

function findPublished(source: Source, lines: readonly Line[]): string | undefined {
  for (const line of lines) {
    if (line.kind === 'furniture' && PUBLISHED.test(foldedSurface(source, line, 20))) {
      const date = readDate(foldedSurface(source, line, 60))
      if (date) return date
    }
    if (line.kind === 'number') {
      const date = readDate(foldedSurface(source, line).replace(DOCUMENT_NUMBER_TAIL, ''))
      if (date) return date
    }
  }
  return undefined
}

/** 2024年3月29日, 2024-03-29, 二〇〇五年三月三日 → 2024-03-29; undefined where there is no date. */
function readDate(text: string): string | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const year = match[1] ?? [...match[4]].map(digit => parseInteger(digit) ?? 0).join('')
  const [month, day] = match[1] ? [match[2], match[3]] : [match[5], match[6]]
  const parts = (day === undefined ? [month] : [month, day]).map(part => (match[1] ? Number(part) : (parseInteger(part) ?? 0)))
  if (parts[0] < 1 || parts[0] > 12 || (parts[1] !== undefined && (parts[1] < 1 || parts[1] > 31))) return year
  return [year, ...parts.map(part => String(part).padStart(2, '0'))].join('-')
}

const DAY = '日'.charCodeAt(0)
const FULL_DATE = '(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日'
/** 本办法自2024年1月1日起施行, 自印发之日起30日后实施, 自…日起至…日止执行; what is said of a part of the text does not begin so. */
const IN_FORCE = new RegExp(
  '(?:(?:^|[。；\\n])[^。；\\n]{0,2}|(?:本|该|此|以上|上述|现予|》)[^。；\\n]{0,24})(?:自|从)(?:([^。；，\\n]{6,16}?)日|(?:印发|发布|公布|下发|签发)之日)' +
    `起(?:(\\d{1,3}[日天]后|[一二三四五六七八九十]{1,3}[日天]后)?(?:正式)?(?:施行|实施|执行|生效|试行)|[至到](${FULL_DATE})止?(?:施行|实施|执行|有效))`,
)
/** 有效期5年, 试行期两年, 执行期限自…至…: a number of years or the last day. */
const TERM = new RegExp(
  '(?:效|(?:^|[，,。；\\n]|政策)(?:[试执施]?行|实?施))期(?:限)?(?:暂?定?为|至|到|截至|截止到?)?[：:\\s]?[自从]?' +
    `(?:([一二两三四五六七八九十\\d]{1,2})年(?!\\d|[一二三四五六七八九十]{1,2}月)|(?:${FULL_DATE}起?[至到—–-]{1,2})?(${FULL_DATE}))`,
)
/** …起施行，至2026年12月31日止; …，2027年4月30日失效. */
const UNTIL = new RegExp(`^[^。；\\n]{0,24}[，,](?:截?[至到](${FULL_DATE})[止。；，,]|并?于?(${FULL_DATE})(?:自动|自行)?(?:失效|止))`)
/** Whose term it is: 本通知有效期1年, 本政策执行期限为…. */
const OWN = /(?:本[^。；，]{1,12}|政策)[有试执施实]$/
/** What is read before and behind the words. */
const BEFORE = 44
const BEHIND = 90
/** What is read behind 日 to know what begins on it. */
const BEGUN = 24

/** From when a text holds, and its last day: 有效期5年 ends on the day before its fifth return. */
function findTerm({ codes, folded, terms }: Page, { start, end }: Span, signed: string | undefined): Pick<Article, 'inForce' | 'expires'> {
  for (let i = firstAtOrAfter(terms, start); i < terms.length && terms[i] < end; i++) {
    const at = terms[i]
    const behind = folded.slice(at, Math.min(end, at + BEHIND))
    if (codes[at] !== DAY) {
      const expires = OWN.test(folded.slice(Math.max(start, at - BEFORE), at)) && expiry(TERM.exec(behind), signed)
      if (expires) return { expires }
      continue
    }
    const match = IN_FORCE.exec(folded.slice(Math.max(start, at - BEFORE), Math.min(end, at + BEGUN)))
    if (!match) continue
    // some days after its issue a text holds from a day that depends on how they are counted
    const inForce = match[2] ? undefined : match[1] ? readDate(`${match[1]}日`) : signed
    const expires = lastDay(match[3], behind) ?? expiry(TERM.exec(behind), inForce)
    return { ...(inForce && { inForce }), ...(expires && { expires }) }
  }
  return {}
}

function lastDay(own: string | undefined, behind: string): string | undefined {
  const until = own ?? UNTIL.exec(behind)?.slice(1).find(Boolean)
  return until === undefined ? undefined : readDate(until)
}

function expiry(term: RegExpExecArray | null, from: string | undefined): string | undefined {
  if (term?.[2]) return readDate(term[2])
  const years = term?.[1] && parseInteger(term[1])
  if (!years || from?.length !== 10) return undefined
  const day = new Date(`${from}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + years)
  day.setUTCDate(day.getUTCDate() - 1)
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10)
}
