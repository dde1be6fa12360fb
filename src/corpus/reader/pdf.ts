import type { StructuredTextItem } from 'unpdf'
import { ZhengceError } from '../../errors.js'
import { joinLines, type PageLine, withoutFurniture } from './pages.js'

/** Letters a page below which there is no text but what a scanner stamps on. */
const LETTERS_A_PAGE = 5

/** Paragraphs of a PDF. @throws DOCUMENT_ENCRYPTED, DOCUMENT_WITHOUT_TEXT for scans, and where fonts are neither embedded nor map to Unicode */
export async function readPdf(bytes: Uint8Array, name: string): Promise<string> {
  const { extractTextItems, getDocumentProxy } = await import('unpdf')
  // A copy, as what is given is handed over, and of the plain kind.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch((error: Error) => {
    if (error.name !== 'PasswordException') throw error
    throw new ZhengceError('DOCUMENT_ENCRYPTED', `${name} is locked with a password`, { cause: error })
  })
  try {
    const { items } = await extractTextItems(pdf)
    const pages = items.map(linesOfPage)
    const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
    if (letters < LETTERS_A_PAGE * pages.length)
      throw new ZhengceError(
        'DOCUMENT_WITHOUT_TEXT',
        `${name} holds no text that can be read: it is scanned, or its fonts are not embedded`,
      )
    return joinLines(withoutFurniture(pages)).join('\n')
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Shares of the size of the letters. */
const SAME_LINE = 0.5
const CELL_GAP = 1.2
const WORD_GAP = 0.2

function linesOfPage(items: readonly StructuredTextItem[]): PageLine[] {
  const lines: PageLine[] = []
  for (const { str, x, y, width, fontSize } of items) {
    if (!str.trim()) continue
    const text = normalizeRadicals(str.trim())
    const size = fontSize || 1
    const line = lines.at(-1)
    const gap = line ? x - line.right : 0
    if (line && Math.abs(y - line.y) < SAME_LINE * size && gap > -size) {
      line.text += between(line.text, text, gap / size) + text
      line.right = x + width
    } else lines.push({ text, x, y, right: x + width, size })
  }
  return lines
}

function between(before: string, after: string, gap: number): string {
  if (gap > CELL_GAP) return '\t'
  return gap > WORD_GAP && (/[\w.,;:)]$/.test(before) || /^[\w(]/.test(after)) ? ' ' : ''
}

/** Some fonts map 文 to the radical ⽂ (U+2F42) that looks like it. */
const normalizeRadicals = (text: string): string => text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, radical => radical.normalize('NFKC'))
