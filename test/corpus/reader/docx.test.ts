import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../src/corpus/reader/docx.js'
import { formatNumber } from '../../../src/corpus/reader/number-formats.js'
import { type DocxBlock, docxOf, levelOf, OUTLINE_NUMBERING } from '../../support/docx.js'

const lines = async (...parameters: Parameters<typeof docxOf>) => (await readDocx(docxOf(...parameters), 'a.docx')).split('\n')

const num = (id: number, abstract: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
const abstract = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`

describe('readDocx', () => {
  it('gives paragraphs as lines, rows of tables with tabs, and no empty lines', async () => {
    const blocks: DocxBlock[] = [
      '关于<申报>项目的通知',
      '',
      '每个项目给予20万元补助 & 奖励。',
      [
        ['项目', '标准（万元）'],
        ['展会', '20'],
      ],
    ]
    expect(await lines(blocks)).toEqual(['关于<申报>项目的通知', '每个项目给予20万元补助 & 奖励。', '项目\t标准（万元）', '展会\t20'])
  })

  it('writes automatic numbers of every level, on across paragraphs between', async () => {
    const blocks: DocxBlock[] = [
      { text: '支持创新', number: [1, 0] },
      { text: '研发补助。', number: [1, 1] },
      { text: '首次认定；', number: [1, 2] },
      { text: '再次认定。', number: [1, 2] },
      '以上不重复享受。',
      { text: '平台建设。', number: [1, 1] },
      { text: '保障措施', number: [1, 0] },
      { text: '加强组织。', number: [1, 1] },
      { text: '不编号', number: [0, 0] },
    ]
    expect(await lines(blocks, { numbering: OUTLINE_NUMBERING })).toEqual([
      '一、支持创新',
      '（一）研发补助。',
      '1.首次认定；',
      '2.再次认定。',
      '以上不重复享受。',
      '（二）平台建设。',
      '二、保障措施',
      '（一）加强组织。',
      '不编号',
    ])
  })

  it('counts articles on through the chapters where the list says so', async () => {
    const numbering =
      abstract(3, levelOf(0, 'chineseCounting', '第%1章'), levelOf(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>')) + num(5, 3)
    const item = (text: string, level: number): DocxBlock => ({ text, number: [5, level] })
    expect(await lines([item('总则', 0), item('目的。', 1), item('范围。', 1), item('附则', 0), item('施行。', 1)], { numbering })).toEqual(
      ['第一章 总则', '第一条 目的。', '第二条 范围。', '第二章 附则', '第三条 施行。'],
    )
  })

  it('starts a list anew where it says so, else goes on with one of the same kind; counts with the levels above', async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering = abstract(0, levelOf(0, 'decimal', '%1.'), levelOf(1, 'decimal', '%1.%2')) + num(1, 0) + num(2, 0) + num(3, 0, again)
    const item = (list: number, level = 0): DocxBlock => ({ text: '项', number: [list, level] })
    expect(await lines([item(1), item(2), item(2, 1), item(3), item(3), item(3, 1)], { numbering })).toEqual([
      '1.项',
      '2.项',
      '2.1 项',
      '1.项',
      '2.项',
      '2.1 项',
    ])
  })

  it('numbers by style, by what the style is based on, and not where a paragraph opts out', async () => {
    const numbering =
      abstract(1, levelOf(0, 'chineseCounting', '%1、'), levelOf(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>')) + num(4, 1)
    const style = (id: string, inner: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`
    const styles =
      style('H1', '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>') +
      style('H2', '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>') +
      style('H1x', '<w:basedOn w:val="H1"/>')
    const blocks: DocxBlock[] = [
      { text: '甲', style: 'H1' },
      { text: '乙', style: 'H2' },
      { text: '丙', style: 'H1x' },
      { text: '丁', style: 'H1', number: [0, 0] },
    ]
    expect(await lines(blocks, { numbering, styles })).toEqual(['一、甲', '（一）乙', '二、丙', '丁'])
  })

  it('takes the text as it stands: without what was struck out, moved away, or is said twice for older programs', async () => {
    const run = (text: string, name = 'w:t') => `<w:r><${name}>${text}</${name}></w:r>`
    const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`
    const body = [
      `<w:p>${run('给予')}<w:del>${run('20', 'w:delText')}</w:del><w:ins>${run('30')}</w:ins>${run('万元')}<w:r><w:br/></w:r>${run('PAGE', 'w:instrText')}${run('奖励。')}</w:p>`,
      `<w:moveFrom><w:p>${run('旧处')}</w:p></w:moveFrom>`,
      `<w:p><mc:AlternateContent><mc:Choice>${box('红头')}</mc:Choice><mc:Fallback>${box('红头')}</mc:Fallback></mc:AlternateContent></w:p>`,
      `<w:sdt><w:sdtContent><w:p><w:hyperlink>${run('附件')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
    ]
    const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body.join('')}</w:body></w:document>`) })
    expect((await readDocx(bytes, 'a.docx')).split('\n')).toEqual(['给予30万元', '奖励。', '红头', '附件'])
  })

  it('says that there is no text', async () => {
    await expect(readDocx(docxOf(['']), 'x')).rejects.toMatchObject({ code: 'DOCUMENT_WITHOUT_TEXT' })
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a workbook', { 'xl/workbook.xml': '' }, /workbook \(XLSX\)/],
    ['an OFD document', { 'OFD.xml': '' }, /OFD/],
    ['an OpenDocument text', { mimetype: '', 'content.xml': '' }, /ODT/],
    ['any archive', { 'a.txt': 'x' }, /no Word document/],
  ])('refuses %s', async (_, parts, message) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
    await expect(readDocx(bytes, 'x')).rejects.toMatchObject({ code: 'DOCUMENT_FORMAT', message: expect.stringMatching(message) })
  })

  it('unpacks no bomb', async () => {
    const bytes = zipSync({ 'word/document.xml': [new Uint8Array(25e6), { level: 1 }] })
    await expect(readDocx(bytes, 'x')).rejects.toMatchObject({ code: 'DOCUMENT_TOO_LARGE' })
  })
})

describe('formatNumber', () => {
  it.each([
    ['chineseCounting', [1, 10, 11, 20, 21, 105, 110, 1001], '一 十 十一 二十 二十一 一百零五 一百一十 一千零一'],
    ['ideographDigital', [5, 12], '五 一二'],
    ['decimalEnclosedCircle', [1, 20, 21, 36], '① ⑳ ㉑ 36'],
    ['upperRoman', [4, 9, 14, 40], 'IV IX XIV XL'],
    ['lowerLetter', [1, 26, 27], 'a z aa'],
    ['decimalFullWidth', [10], '１０'],
    ['ideographTraditional', [1, 11], '甲 11'],
    ['unknown', [0, 3], '0 3'],
  ])('%s', (format, values, written) => {
    expect(values.map(value => formatNumber(value, format)).join(' ')).toBe(written)
  })
})
