import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { joinLines, type PageLine, withoutFurniture } from '../../../src/corpus/reader/pages.js'
import { readPdf } from '../../../src/corpus/reader/pdf.js'

const SIZE = 10
/** Lines of letters of equal width on a page of 20 letters; an indent of two letters for blanks at the head. */
const pageOf = (...lines: string[]): PageLine[] =>
  lines.map((line, index) => {
    const x = 100 + (line.length - line.trimStart().length) * SIZE
    const text = line.trim()
    return { text, x, y: 700 - index * 15, right: x + text.length * SIZE, size: SIZE }
  })

const FULL = '对新建的冷链物流项目按照投资额的百分之十五给予补'
const INDENTED = `  ${FULL.slice(0, -2)}`

describe('joinLines', () => {
  it('puts full lines together to paragraphs', () => {
    expect(joinLines([pageOf(INDENTED, FULL, '助。', `  ${FULL.slice(0, 9)}`)])).toEqual([
      `${INDENTED.trim()}${FULL}助。`,
      FULL.slice(0, 9),
    ])
  })

  it('goes on over the end of a page, past its number and its head', () => {
    const pages = [1, 2, 3].map(number => pageOf('      产业政策汇编', INDENTED, FULL, FULL, `         — ${number} —`))
    expect(joinLines(withoutFurniture(pages))).toEqual([1, 2, 3].map(() => INDENTED.trim() + FULL + FULL))
    expect(joinLines(withoutFurniture([pageOf(INDENTED, '— 1 —'), pageOf(FULL, '— 2 —')]))).toEqual([INDENTED.trim() + FULL])
  })

  it('keeps titles, rows of tables and items without an indent apart', () => {
    const item = `一、${FULL.slice(3)}。`
    expect(joinLines([pageOf(item, `二、${FULL.slice(2)}`, '助。')])).toEqual([item, `二、${FULL.slice(2)}助。`])
    expect(joinLines([pageOf('   关于支持冷链物流发展的通知', FULL)])).toHaveLength(2)
    expect(joinLines([pageOf(FULL, '项目\t标准', '冷库\t20万元')])).toEqual([FULL, '项目\t标准', '冷库\t20万元'])
  })

  it('takes no space between paragraphs for a line break', () => {
    const [first, second] = pageOf(FULL, FULL)
    const third = { ...second!, y: second!.y - 40 }
    const fourth = { ...second!, y: second!.y - 55 }
    expect(joinLines([[first!, second!, third, fourth]])).toEqual([FULL + FULL, FULL + FULL])
  })
})

describe('readPdf', () => {
  it('asks for the password of a locked file', async () => {
    const bytes = readFileSync(new URL('../../fixtures/readers/locked.pdf', import.meta.url))
    await expect(readPdf(bytes, 'x.pdf')).rejects.toMatchObject({ code: 'DOCUMENT_ENCRYPTED' })
  })

  it('says that a scan has no text', async () => {
    const page = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length 16>> stream
0 0 595 842 re f
endstream endobj
trailer <</Root 1 0 R>>
`
    await expect(readPdf(new TextEncoder().encode(page), 'x.pdf')).rejects.toMatchObject({ code: 'DOCUMENT_WITHOUT_TEXT' })
  })
})
