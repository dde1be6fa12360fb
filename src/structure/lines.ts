import type { Source, Span } from '../types.js'
import {
  BREAK,
  charClass,
  charSet,
  isBlank,
  isCloseParen,
  isClosing,
  isColon,
  isDigit,
  isOf,
  isOpenParen,
  isStop,
  tableOf,
  trimEnd,
} from './chars.js'
import { DASHES, Family, NUMBER_STARTS, type Ordinal, readLineOrdinal } from './ordinals.js'
import { mayNumberInside, type Page, type Run } from './runs.js'

/**
 * What a line without an ordinal is:
 * `text` running text; `bare` a short line that no punctuation closes (title, subheading, table cell);
 * `number` 文号; `date`, `signature`, `note`, `attachment`, `salutation` the frame of a notice; `furniture` of the page or the site.
 */
export type LineKind = 'item' | 'text' | 'bare' | 'number' | 'date' | 'signature' | 'note' | 'attachment' | 'salutation' | 'furniture'

/** A line, blanks and mark-up at its ends left out. A physical line that runs several items together is several of these. */
export interface Line extends Span {
  kind: LineKind
  ordinal: Ordinal | undefined
  /** Lists inside the line, where they were looked for. */
  runs: readonly Run[] | undefined
}

export const lineOf = (start: number, end: number, kind: LineKind, ordinal?: Ordinal): Line => ({
  start,
  end,
  kind,
  ordinal,
  runs: undefined,
})

/** Longest line that can be a title or another bare line. */
const BARE_LIMIT = 60
/** Lines at the head of a text among which its title stands. */
const HEAD = 12
const LESS_THAN = 0x3c
const AMPERSAND = 0x26
const BLOCK_TAG = /<\/?(?:p|br|div|li|ul|ol|td|tr|th|table|tbody|h[1-6]|section|article)(?:\s[^<>]{0,300})?\/?>/iy
const INLINE_LEFTOVER = /(?:<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,300})?\/?>|&[a-z]{2,6};|&#\d{1,5};)/iy

const NUMBER_LINE =
  /^(?:.{0,40}?[〔[（(【［﹝]\s?(?:19|20)\d\d\s?[〕\])）】］﹞]\s?第?\s?\d{1,4}\s?号|第\d{1,4}号|.{2,40}公告\s?(?:19|20)\d\d年第?\d{1,4}号)(?:\s?[\d二一].{0,20}日)?$/
const DATE_LINE =
  /^[（(]?(?:\d{4}|[一二〇○零ΟOО三四五六七八九十]{4})\s?[年.\-/]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月.\-/](?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?)?[）)]?$/
const NOTE_LINE = /^[（(](?:此件|本文|此页|联系人|略|转载|来源|记者|作者|编辑)[^）)]*[）)]$/
const ATTACHMENT_LINE =
  /^附(?:件|表|录|图)\s?(?:[\d一二三四五六七八九十]{1,2}\s?)?(?:[:：.、\s]|$)|^附[:：]|\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|jpg|png)$/i
const CONTACT_LINE = /^(?:联系|咨询|监督|投诉|举报)?(?:电话|地址|邮箱|传真)[:：]|(?:联系|咨询)(?:电话|方式|地址|人)[:：]/
const ADDRESSEE =
  /^各.{1,190}[：:]$|(?:政府|机构|单位|部门|委员会|公司|企业|代表|委员|主席|同志|先生|女士|[局厅部院委办村校处会])[）)]?[：:]$/
/** 责任单位： and the like open a note on an item and address nobody. */
const CHARGED = /(?:责任|牵头|配合|主管|承办|申报|实施|参加|协办|主办|监管|支持|建设|工作|领导)(?:单位|部门|机构|企业|委员会|办)[：:]$/
const SIGNATURE = /(?:政府|委员会|办公厅|办公室|国务院|管委会|[厅局部院委会社]|中心|公司|银行|法院|总队|总理.{2,6})$/
const NO_SIGNATURE = /[，。；：、“《]|通知|意见|办法|方案|关于|推进|加强|支持|建设/
const PAGE_NUMBER = /^(?:第\s?\d{1,4}\s?页.{0,12}|[-—–－·\s]{0,4}\d{0,4}[-—–－·\s]{0,4}(?:\/\s?\d{1,4})?|-[\s-]{1,40}-)$/
const FURNITURE =
  /^(?:当前位置|您(?:当前)?(?:所在)?的?位置|【?字体|字号|(?:首页|打印|关闭|分享|来源|信息来源|文章来源)(?:[：:\s>|【]|$)|发布时间|发布日期|发布机构|发布单位|成文日期|索引号|主题词?分类|(?:浏览|点击|阅读)(?:次数|量)|主办单位|承办单位|网站标识|版权所有|扫一扫|上一篇|下一篇|责任编辑|相关(?:链接|阅读|文件|解读)|关注 ?·|公开方式|人工智能朗读|【(?:发布|生效|效 ?力|备 ?注|音频|文字|图文|视频|一图|政策)|附件下载|快转发|抄送|https?:|网址|ICP|[粤京沪浙苏]ICP)/i

const FURNITURE_STARTS = charClass('当您【字首打关分来信文发成索主浏点阅承网版扫上责相公人附快抄人hHiI粤京沪浙苏')
const SITE_MENU = /^(?:区域频道|网站导航|频道导航|网站地图)/
const DAY = '日'.charCodeAt(0)
const NUMBER_SIGN = '号'.charCodeAt(0)
const SERIAL = '序'.charCodeAt(0)
const ATTACHED = '附'.charCodeAt(0)

const LEADERS = charSet('.…·')
const [ANSWERS, FROM, TERM] = [...'答起期'].map(character => character.charCodeAt(0))
/** 有效期, 试行期, 实施期. */
const TERMED = charSet('效行施')
/** What the scan stops at beside breaks and numbers. */
const SIGNS = charClass('<答起期')
const TABLE = tableOf(NUMBER_STARTS, BREAK, SIGNS)
const [NUMBERS, BREAKS] = [1, 2]

/**
 * The one pass over a text: cuts it at line breaks and at tags that break lines, and notes where ordinals inside a line may begin.
 * Lines come without blanks and left-over mark-up at their ends; empty ones are dropped.
 */
export function readLines(source: Source): { page: Page; lines: Line[] } {
  const { codes, folded } = source
  const lines: Line[] = []
  const marks: number[] = []
  const terms: number[] = []
  let replies = false
  // in variables of its own, a loop over millions of characters need not look whether they have changed
  const table = TABLE
  let from = 0
  for (let i = 0; i < codes.length; i++) {
    const classes = table[codes[i]]
    if (classes === 0) continue
    if (classes === NUMBERS) {
      if (mayNumberInside(codes, i)) marks.push(i)
    } else if (codes[i] === ANSWERS) replies = true
    else if (codes[i] === FROM) {
      if (codes[i - 1] === DAY) terms.push(i - 1)
    } else if (codes[i] === TERM) {
      if (TERMED.has(codes[i - 1])) terms.push(i - 1)
    } else {
      const next = classes === BREAKS ? i + 1 : tagEnd(folded, i)
      if (next === 0) continue
      addLine(source, from, i, lines)
      from = next
      i = next - 1
    }
  }
  addLine(source, from, codes.length, lines)
  markRunningHeads(source, lines)
  return { page: { text: source.text, folded, codes, marks, terms, replies }, lines }
}

/** Behind the tag at `at` where it is one that breaks lines, else 0. */
function tagEnd(folded: string, at: number): number {
  BLOCK_TAG.lastIndex = at
  return BLOCK_TAG.test(folded) ? BLOCK_TAG.lastIndex : 0
}

function addLine(source: Source, from: number, to: number, lines: Line[]): void {
  if (from === to) return
  const { start, end } = trim(source, from, to)
  if (end > start) lines.push(describe(source, start, end))
}

function trim(source: Source, from: number, to: number): Span {
  const { codes, folded } = source
  let start = from
  while (start < to) {
    if (isBlank(codes[start])) start++
    else if (codes[start] === LESS_THAN || codes[start] === AMPERSAND) {
      INLINE_LEFTOVER.lastIndex = start
      if (!INLINE_LEFTOVER.test(folded) || INLINE_LEFTOVER.lastIndex > to) break
      start = INLINE_LEFTOVER.lastIndex
    } else break
  }
  let end = trimEnd(codes, start, to)
  for (let cut = leftoverBefore(source, start, end); cut >= 0; cut = leftoverBefore(source, start, end)) end = trimEnd(codes, start, cut)
  return { start, end }
}

/** Where a tag or a character entity that ends at `end` begins; -1 where there is none. */
function leftoverBefore({ codes, folded }: Source, start: number, end: number): number {
  const open = codes[end - 1] === 0x3e ? LESS_THAN : codes[end - 1] === 0x3b ? AMPERSAND : 0
  if (open === 0) return -1
  const limit = Math.max(start, end - (open === LESS_THAN ? 310 : 8))
  let at = end - 2
  while (at >= limit && codes[at] !== open) at--
  if (at < limit) return -1
  INLINE_LEFTOVER.lastIndex = at
  return INLINE_LEFTOVER.test(folded) && INLINE_LEFTOVER.lastIndex === end ? at : -1
}

/** The line from `start` to `end` with its ordinal or its kind. */
export function describe(source: Source, start: number, end: number): Line {
  if (isDigit(source.codes[end - 1]) && isContentsLine(source.codes, start, end)) return lineOf(start, end, 'furniture')
  const ordinal = readLineOrdinal(source, start, end)
  const empty = ordinal && (ordinal.end === end ? ordinal.family > Family.parenCjk : isClosing(source.codes[ordinal.end]))
  if (!ordinal || empty) return lineOf(start, end, kindOf(source, start, end))
  if (isLatin(source.codes[end - 1]) && end - start < 120 && ATTACHMENT_LINE.test(source.folded.slice(start, end)))
    return lineOf(start, end, 'attachment')
  return SITE_MENU.test(source.folded.slice(ordinal.end, ordinal.end + 8))
    ? lineOf(start, end, 'furniture')
    : lineOf(start, end, 'item', ordinal)
}

/** 三、重点任务……12: a line of a table of contents. */
function isContentsLine(codes: Uint16Array, start: number, end: number): boolean {
  let at = end - 1
  while (at > start && (isDigit(codes[at]) || isBlank(codes[at]))) at--
  return LEADERS.has(codes[at]) && codes[at - 1] === codes[at] && at - start > 3
}

const isLatin = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a

/** The first code units and the last one rule most kinds out before a pattern is tried. */
function kindOf({ codes, folded }: Source, start: number, end: number): LineKind {
  const first = codes[start]
  const last = codes[end - 1]
  const length = end - start
  if (isOf(first, FURNITURE_STARTS) && FURNITURE.test(folded.slice(start, Math.min(end, start + 20)))) return 'furniture'
  if (first === SERIAL && codes[start + 1] === NUMBER_SIGN && folded.slice(start, Math.min(end, start + BARE_LIMIT)).includes('\t'))
    return 'furniture'
  if (length > 220 || (length > BARE_LIMIT && isStop(last))) return 'text'
  const line = folded.slice(start, end)
  if (isOf(first, NUMBER_STARTS | DASHES) && PAGE_NUMBER.test(line)) return 'furniture'
  if (isOpenParen(first) && isCloseParen(last) && NOTE_LINE.test(line)) return 'note'
  if ((first === ATTACHED || isLatin(last)) && ATTACHMENT_LINE.test(line)) return 'attachment'
  if (length <= 80 && hasColon(codes, start, end) && CONTACT_LINE.test(line)) return 'note'
  if (isOf(first, NUMBER_STARTS) && DATE_LINE.test(line)) return 'date'
  if (isColon(last) && isSalutation(line)) return 'salutation'
  if (length > BARE_LIMIT) return 'text'
  if ((last === DAY || last === NUMBER_SIGN) && NUMBER_LINE.test(line)) return 'number'
  if (isClosing(last) || hasStop(codes, start, end)) return 'text'
  const compact = line.replace(/\s/g, '')
  return compact.length <= 40 && SIGNATURE.test(compact) && !NO_SIGNATURE.test(compact) ? 'signature' : 'bare'
}

function hasColon(codes: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isColon(codes[i])) return true
  return false
}

/** 各区人民政府，市政府各部门： */
export const isSalutation = (line: string): boolean =>
  isColon(line.charCodeAt(line.length - 1)) &&
  line.length <= 200 &&
  ADDRESSEE.test(line) &&
  !CHARGED.test(line) &&
  !/[。；《]|如下|以下|下列|包括/.test(line)

function hasStop(codes: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isStop(codes[i]) && codes[i] !== 0x21 && codes[i] !== 0x3f) return true
  return false
}

/** A bare line that comes back three times is a running head, its first stand at the head of the text perhaps the title; in a text that is wrapped hard, a full line is running text. */
function markRunningHeads(source: Source, lines: Line[]): void {
  const seen = new Map<string, Line[]>()
  const wrapped = wrapWidth(lines)
  for (const line of lines) {
    if (line.kind !== 'bare' && line.kind !== 'signature') continue
    const length = line.end - line.start
    if (length >= wrapped) line.kind = 'text'
    else if (length >= 6) {
      const key = source.folded.slice(line.start, line.end)
      const same = seen.get(key)
      if (same) same.push(line)
      else seen.set(key, [line])
    }
  }
  const head = lines[Math.min(lines.length, HEAD) - 1]
  for (const same of seen.values()) {
    if (same.length < 3) continue
    for (const line of same) if (line !== same[0] || line.start > head.start) line.kind = 'furniture'
  }
}

/** The length from which a line is full, where a text is wrapped hard; Infinity where it is not. */
function wrapWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  let longest = 0
  for (const { start, end } of lines) {
    const length = end - start
    if (length > 80) return Number.POSITIVE_INFINITY
    counts.set(length, (counts.get(length) ?? 0) + 1)
    longest = Math.max(longest, length)
  }
  let full = 0
  for (let length = longest - 4; length <= longest; length++) full += counts.get(length) ?? 0
  return longest >= 18 && full >= 8 && full * 3 >= lines.length ? longest - 6 : Number.POSITIVE_INFINITY
}
