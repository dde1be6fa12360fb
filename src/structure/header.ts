import { DOCUMENT_KINDS, DOCUMENT_NUMBER_TAIL } from '../text/document.js'
import type { Source } from '../types.js'
import { charSet, isClosing } from './chars.js'
import type { Line } from './lines.js'
import { Family } from './ordinals.js'

const TITLE_END = new RegExp(`(?:${DOCUMENT_KINDS})(?:[（(〔【][^（()）]{1,24}[）)〕】]){0,2}$`)
const ABOUT = /^(?:.{2,40})?关于.{2,}的?/
const NO_TITLE = /^(?:[（(]转载|附件|第?\d+号|原文|主办|政策依据|[A-Z\d]+$|《[^》]*$)|门户网站|令(?:第\d+号)?$|[＞>]|：$/
/** A title glued to the text after it, as far as its 文号 or its addressee. */
const GLUED_TITLE = new RegExp(
  `^[^，。；：]{0,40}?关于[^。；：]{2,90}(?:${DOCUMENT_KINDS})(?=\\s*(?:[\\u4e00-\\u9fff]{1,8}\\s?[〔[（(]\\s?(?:19|20)\\d\\d|\\n|$|各[^。；]{1,60}[：:]))`,
)

/** What may stand before a 文号 on its line. */
const NUMBER_LABEL = /^\s*(?:【[^】]{1,8}】\s*|(?:发文字号|发布文号|文\s?号)[：:\s]*)?$/
const ORGAN_CODE = /[\u4e00-\u9fff]{1,14}$/

/** Lines that the head of a document can take up. */
const HEAD_LINES = 30

export interface Title {
  text: string
  /** Indexes of its first and last line. */
  first: number
  last: number
}

const LATIN = /[!-~]/
const LETTER = /[A-Za-z]/
/** Without its blanks, but those between Latin words. */
export const compact = (text: string): string =>
  text.replace(/\s+/g, (blank, at: number) => {
    const [before, behind] = [text[at - 1] ?? '', text[at + blank.length] ?? '']
    return LATIN.test(before) && LATIN.test(behind) && LETTER.test(before + behind) ? ' ' : ''
  })

export const surface = ({ text }: Source, { start, end }: { start: number; end: number }): string => text.slice(start, end)
export const foldedSurface = ({ folded }: Source, { start, end }: { start: number; end: number }, limit = 300): string =>
  folded.slice(start, Math.min(end, start + limit))

/** Last characters of such words, and of what stands in brackets behind them. */
const TITLE_ENDS = charSet(`${DOCUMENT_KINDS.replace(/[^|]*([^|])(?:\||$)/g, '$1')}）)〕】`)

/** Whether a string reads as the title of an official document. */
export const namesDocument = (title: string): boolean =>
  TITLE_ENDS.has(title.charCodeAt(title.length - 1)) && TITLE_END.test(title) && !/[。；]/.test(title)

/** The title at the head of a line that goes on with its 文号 and its text. */
export function gluedTitle(source: Source, line: Line): string | undefined {
  if (line.kind === 'item' || line.kind === 'furniture' || !isAboutSomething(source.codes, line)) return undefined
  return GLUED_TITLE.exec(foldedSurface(source, line, 200))?.[0]
}

const GUAN = '关'.charCodeAt(0)
const YU = '于'.charCodeAt(0)

/** Whether 关于 stands in the first words of a line. */
function isAboutSomething(codes: Uint16Array, { start, end }: Line): boolean {
  const limit = Math.min(end - 1, start + 42)
  for (let i = start; i < limit; i++) {
    if (codes[i] === GUAN && codes[i + 1] === YU) return true
    if (isClosing(codes[i])) return false
  }
  return false
}

/** The title among the lines from `from` up to `to`: an official one where there is one, else the bare line above the text. */
export function findTitle(source: Source, lines: readonly Line[], from: number, to: number): Title | undefined {
  let fallback: Title | undefined
  let bodySeen = false
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (line.kind === 'item') break
    const glued = gluedTitle(source, line)
    if (glued && glued.length < line.end - line.start)
      return { text: compact(source.text.slice(line.start, line.start + glued.length)), first: i, last: i }
    if (line.kind === 'text' || line.kind === 'salutation') bodySeen = true
    if (line.kind !== 'bare' && line.kind !== 'signature') continue
    const group = titleGroup(source, lines, i, to)
    if (group.official && (!bodySeen || followsFrame(lines[i - 1]) || opensList(lines[group.last + 1]))) return group
    if (!bodySeen && line.kind === 'bare' && !NO_TITLE.test(group.text) && group.text.length >= 6) fallback ??= group
    i = Math.max(i, group.official ? group.last : i)
  }
  return fallback
}

/** After text a title is believed below a signature, a date or a note: the title of what a notice encloses. */
const followsFrame = ({ kind }: Line): boolean => kind === 'signature' || kind === 'date' || kind === 'note' || kind === 'attachment'

const opensList = (line: Line | undefined): boolean =>
  line?.ordinal?.value === 1 && line.ordinal.family <= Family.clause && line.ordinal.family !== Family.section

/** Bare lines from `first` on, joined as far as they make an official title. */
function titleGroup(source: Source, lines: readonly Line[], first: number, to: number): Title & { official: boolean } {
  const own = compact(surface(source, lines[first]))
  if (first + 1 < to && own.length < 20 && compact(surface(source, lines[first + 1])).startsWith(own))
    return { text: own, first, last: first, official: false }
  let text = ''
  let best: (Title & { official: boolean }) | undefined
  for (let i = first; i < Math.min(to, first + 5); i++) {
    if (lines[i].kind !== 'bare' && lines[i].kind !== 'signature' && !(best === undefined && i > first && isContinued(source, lines[i])))
      break
    text = compact(`${text}\n${surface(source, lines[i])}`)
    const folded = compact(source.folded.slice(lines[first].start, lines[i].end))
    if (text.length >= 6 && namesDocument(folded) && !NO_TITLE.test(text)) {
      if (best && !/^[（(]/.test(compact(surface(source, lines[i])))) break
      best = { text, first, last: i, official: true }
    } else if (best) break
  }
  if (best && (lines[first].kind === 'bare' || ABOUT.test(best.text))) return best
  return { text: own, first, last: first, official: false }
}

/** A middle line of a long title that begins like an item, as (2014—2016年) does. */
const isContinued = ({ folded }: Source, { start, end }: Line): boolean =>
  end - start <= 24 && (folded[start] === '(' || folded[start] === '（')

/** 文号 of the lines given, as written. */
export function findDocumentNumber(source: Source, lines: readonly Line[]): string | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.kind === 'item') return undefined
    const text = foldedSurface(source, line, 160)
    if (!text.includes('号')) continue
    const head = gluedTitle(source, line)?.length ?? 0
    const number = numberIn(text.slice(head))
    if (number && (line.kind === 'number' || NUMBER_LABEL.test(number.before))) {
      const start = line.start + head + number.before.length
      return compact(source.text.slice(start, start + number.length))
    }
    const order =
      line.end - line.start <= 40 && /(?:令|公告(?:\s?(?:19|20)\d\d年)?)第?\s?\d+号$|^第\s?\d{1,4}号$/.exec(foldedSurface(source, line))
    if (order) return compact(surface(source, line)).replace(/^.*?[^年](?=第\d+号$)/, '')
  }
  return undefined
}

/** 国发〔2024〕3号 in a text: the bracket is looked for first, for it is rare, and the organ's code before it. */
function numberIn(text: string): { before: string; length: number } | undefined {
  const tail = DOCUMENT_NUMBER_TAIL.exec(text)
  const code = tail && ORGAN_CODE.exec(text.slice(Math.max(0, tail.index - 14), tail.index))
  return tail && code ? { before: text.slice(0, tail.index - code[0].length), length: code[0].length + tail[0].length } : undefined
}
