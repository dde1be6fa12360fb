import { DOCUMENT_KINDS } from '../../text/document.js'
import type { Source, Span } from '../../types.js'

const [OPEN, CLOSE, BREAK] = [...'《》\n'].map(character => character.charCodeAt(0))
const LONGEST = 160
/** Titles wrap over a few lines, paragraphs do not lie in them. */
const MOST_BREAKS = 3

/** Kinds that are cited beside those that are issued; the longest alternative goes first. */
const KINDS = [
  ...DOCUMENT_KINDS.split('|'),
  ...'目录|名录|白皮书|蓝皮书|公报|公约|协定|协议|合同|宣言|守则|准则|大纲|手册|图|证书|许可证|承诺书|申请表|申报表|议定书|倡议书|责任书|法典|宪法|导则|讲话|批示|命令|备忘录|导览|汇编|倡议|台账|表|书|证'.split(
    '|',
  ),
].sort((a, b) => b.length - a.length)
const KIND = new RegExp(`(?:${KINDS.join('|')})$`)
/** 〈试行〉, （2024—2026年）, （征求意见稿） at the end. */
const VERSION =
  /(?:[（(〔【〈<][^（()）〔〕【】〈〉<>]{1,30}[）)〕】〉>]|\d{4}年?版?|第[一二三四五六七八九十\d]{1,3}版|征求意见稿|试行|暂行|修订稿|送审稿)$/

/** The outermost pairs of 《 and 》, with what lies in them nested or not; a 《 that is never closed opens none. One pass. */
export function findTitles({ codes }: Source): Span[] {
  const open: number[] = []
  const titles: Span[] = []
  let breaks = 0
  const breaksAt: number[] = []
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]
    if (code === BREAK) breaks++
    else if (code === OPEN) {
      open.push(i)
      breaksAt.push(breaks)
    } else if (code === CLOSE && open.length > 0) {
      const start = open.pop()!
      const inside = breaks - breaksAt.pop()!
      if (i + 1 - start > LONGEST || inside > MOST_BREAKS || i - start < 2) continue
      while (titles.length > 0 && titles.at(-1)!.start > start) titles.pop()
      titles.push({ start, end: i + 1 })
    }
  }
  return titles
}

/** What a title, folded and without its brackets, ends with: 通知 of 关于印发〈实施方案〉的通知. */
export function kindOf(title: string): string | undefined {
  let rest = title
  for (let found = VERSION.exec(rest); found && found.index > 0; found = VERSION.exec(rest)) rest = rest.slice(0, found.index).trimEnd()
  return KIND.exec(rest)?.[0]
}
