import { parseInteger } from '../../text/numerals.js'
import type { Source, Span } from '../../types.js'

/** 文号 with its parts. */
export interface DocumentNumber extends Span {
  /** As numbers are cited, 沪府发〔2024〕3号; without blanks. */
  number: string
  code: string
  year?: number
  serial: number
}

const HAO = '号'
/** As far as the letters of a number, the year and the serial reach back from 号. */
const REACH = 44
const YEAR = '(?<year>(?:19|20)\\d\\d)'
const SERIAL = '(?<serial>\\d{1,5}|[一二三四五六七八九十百零〇]{1,6})'
const SERIAL_END = /[\d一二三四五六七八九十百零〇]/
const HAN = '[\\u4e00-\\u9fff]'
/** 国办发〔2024〕3号. */
const BRACKETED = new RegExp(`(?<code>${HAN}{2,16})\\s?[〔[（(【［﹝]\\s?${YEAR}\\s?年?[〕\\])）】］﹞]\\s?第?\\s?${SERIAL}\\s?号$`)
/** 国务院令第722号, 公告2024年第5号. */
const ORDER = new RegExp(`(?<code>${HAN}{0,24}(?:令|公告|通告))\\s{0,2}[（(]?(?:${YEAR}年)?第\\s?${SERIAL}\\s?号$`)
/** 2024年第5号公告: the word stands behind. */
const YEARLY = new RegExp(`${YEAR}年第\\s?${SERIAL}\\s?号$`)
const NOTICE_BEHIND = /^(?:公告|通告|令)/
/** Words before the letters of a number. */
const BEFORE_CODE =
  /^(?:按|以|将|经|函)(?=国|财|发改|工信|人社)|.*(?:根据|按照|依据|依照|遵照|参照|参见|详见|关于|以及|执行|落实|废止|修订|印发|发布|公布|文件|文号|号文|的|据|照|由|见|及|等|与|是|为|原|通知|意见|方案|办法|批复|决定|规定|条例|措施)(?=[\u4e00-\u9fff]{2})/
/** 3号和津政规〔2019〕3号: what links a document to the one before. */
const JOINED = /[号》）)]/
const LINK = /^(?:以及|和|与|或|及)/
/** No code ends with one of these. */
const NO_CODE = /[年月日第为是在约]$|^(?:附件|注)/

/** The numbers of documents that a text cites; sorted by start. */
export function findNumbers({ folded }: Source): DocumentNumber[] {
  const numbers: DocumentNumber[] = []
  let from = 0
  for (let at = folded.indexOf(HAO); at >= 0; at = folded.indexOf(HAO, at + 1)) {
    const last = folded[at - 1] === ' ' ? folded[at - 2] : folded[at - 1]
    if (!last || !SERIAL_END.test(last)) continue
    const found = readNumber(folded, Math.max(from, at + 1 - REACH), at + 1)
    if (!found) continue
    numbers.push(found)
    from = found.end
  }
  return numbers
}

function readNumber(folded: string, from: number, end: number): DocumentNumber | undefined {
  const before = folded.slice(from, end)
  const bracketed = BRACKETED.exec(before)
  const found = bracketed ?? ORDER.exec(before)
  if (!found) return readYearly(folded, before, from, end)
  const { code: letters, year, serial } = found.groups!
  const run = found.index > 0 && !JOINED.test(before[found.index - 1]!) ? letters! : letters!.replace(LINK, '')
  const code = run.slice(BEFORE_CODE.exec(run)?.[0].length ?? 0)
  if (code.length < 1 || NO_CODE.test(code)) return undefined
  const start = from + found.index + letters!.length - code.length
  const value = parseInteger(serial!)!
  const number = bracketed ? `${code}〔${year}〕${value}号` : `${code}${year ? `${year}年` : ''}第${serial}号`
  return { start, end, number, code, ...(year && { year: Number(year) }), serial: value }
}

/** 财政部2024年第5号公告 is cited by its second half where no letters stand before it. */
function readYearly(folded: string, before: string, from: number, end: number): DocumentNumber | undefined {
  const found = YEARLY.exec(before)
  const notice = found && NOTICE_BEHIND.exec(folded.slice(end, end + 2))?.[0]
  if (!found || !notice) return undefined
  const { year, serial } = found.groups!
  const start = from + found.index
  return {
    start,
    end: end + notice.length,
    number: `${year}年第${serial}号${notice}`,
    code: notice,
    year: Number(year),
    serial: parseInteger(serial!)!,
  }
}
