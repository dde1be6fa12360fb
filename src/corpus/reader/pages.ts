/** A line of a page. Lengths in points, from the lower left corner. */
export interface PageLine {
  text: string
  x: number
  y: number
  right: number
  /** Size of its letters. */
  size: number
}

const PAGE_NUMBER = /^(?:[-—–－·\s]{0,6}\d{1,4}[-—–－·\s]{0,6}|第\s?\d{1,4}\s?页.{0,12}|\d{1,4}\s?\/\s?\d{1,4})$/
/** On so many pages a line at the edge is a running head. */
const RUNNING = 3

/** The pages without their numbers and running heads, which would stand inside the paragraphs that cross a page. */
export function withoutFurniture(pages: readonly PageLine[][]): PageLine[][] {
  const seen = new Map<string, number>()
  const keyOf = ({ text }: PageLine) => text.replace(/\d+/g, '#')
  for (const lines of pages) for (const line of edges(lines)) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? 0) + 1)
  const often = Math.max(RUNNING, pages.length / 2)
  return pages.map(lines => {
    const furniture = edges(lines).filter(line => PAGE_NUMBER.test(line.text) || seen.get(keyOf(line))! >= often)
    return lines.filter(line => !furniture.includes(line))
  })
}

/** The highest and the lowest line. */
function edges(lines: readonly PageLine[]): PageLine[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  return sorted.length > 1 ? [sorted[0]!, sorted.at(-1)!] : sorted
}

/** Letters that a full line may lack, where a mark may not begin the next one; letters that a new paragraph is indented by at least. */
const RAGGED = 2.2
const INDENT = 0.8
/** A step of so many times the usual one parts paragraphs. */
const SPACED = 1.35
const BODY_LETTERS = 12
const ITEM = /^(?:第?[一二三四五六七八九十百零\d]{1,5}[章节条、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])/
const CLOSED = /[。；：！？;:]$/

/** The lines put together to paragraphs: a full line goes on in one that begins at the margin. Rows of tables stay lines. */
export function joinLines(pages: readonly PageLine[][]): string[] {
  const paragraphs: string[] = []
  let last: PageLine | undefined
  let room = 0
  for (const lines of pages) {
    const size = median(lines.map(line => line.size))
    const body = lines.filter(line => line.text.length >= BODY_LETTERS && !line.text.includes('\t') && Math.abs(line.size - size!) < 1)
    const left = Math.min(...body.map(line => line.x))
    const right = Math.max(...body.map(line => line.right))
    const step = usualStep(lines)
    for (const line of lines) {
      const above = last && last.y > line.y ? last.y - line.y : 0
      const goesOn =
        last !== undefined &&
        room < RAGGED * last.size &&
        line.x < left + INDENT * line.size &&
        above <= SPACED * step &&
        Math.abs(line.size - last.size) < 1 &&
        !`${last.text}${line.text}`.includes('\t') &&
        !(CLOSED.test(last.text) && ITEM.test(line.text))
      if (goesOn) paragraphs.push(joined(paragraphs.pop()!, line.text))
      else paragraphs.push(line.text)
      last = line
      room = right - line.right
    }
  }
  return paragraphs
}

function usualStep(lines: readonly PageLine[]): number {
  const steps = lines.slice(1).flatMap((line, index) => (lines[index]!.y > line.y ? [lines[index]!.y - line.y] : []))
  return median(steps) ?? Number.POSITIVE_INFINITY
}

const median = (values: number[]): number | undefined => values.sort((a, b) => a - b)[values.length >> 1]

const joined = (before: string, after: string): string => before + (/\w$/.test(before) && /^\w/.test(after) ? ' ' : '') + after
