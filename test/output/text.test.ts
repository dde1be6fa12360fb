import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { PLAIN, toText } from '../../src/output/text.js'
import { displayWidth, renderTable, truncate } from '../../src/output/width.js'
import { docOf } from '../support/marked.js'
import { NAMES, SAMPLE } from '../support/sample.js'

describe('toText', () => {
  const text = toText(SAMPLE, { names: NAMES })

  it('shows each article with its measures under their classes', () => {
    expect(text).toContain('广州支持具身智能\n科创聚焦 · 广州市 440100\n')
    expect(text).toContain('[财政奖补 · 科技创新] 另：金融支持\n  一是奖励研发。按研发费用的10%')
    expect(text).toContain('[金融支持 · 财政金融]\n  二是提供贷款。')
    expect(text.split('广州支持具身智能')).toHaveLength(2)
  })

  it('lines the provisions up for characters that are two columns wide', () => {
    const table = text.slice(text.indexOf('支持标准')).trim().split('\n').slice(1)
    expect(table).toEqual([
      '类型                金额  比例           计算单位  对象      措施',
      '补贴           ≤ 200万元  研发费用的10%  每企业    具身智能  一是奖励研发',
      '贷款          ≤ 1000万元                 每户                二是提供贷款',
      '补贴  累计 3000元–5000元                 每月                每月补贴3000元至5000元。',
    ])
    const column = table.map(line => displayWidth(line.slice(0, line.search(/计算单位|每/))))
    expect(new Set(column).size, table.join('\n')).toBe(1)
  })

  it('counts the entities by type', () => {
    expect(text).toMatch(/地区 2 +广州、天河区\n机构 1 +广州市发改委\n行业 1 +具身智能\n金额 4 +/)
  })

  it('colours through the palette alone', () => {
    const painted = toText(SAMPLE, {
      names: NAMES,
      palette: { ...PLAIN, entity: (type, words) => `\u001b[3${type.length}m${words}\u001b[39m` },
    })
    expect(painted).toContain('\u001b[35m200万元\u001b[39m')
    expect(stripVTControlCharacters(painted)).toBe(text)
  })

  it('shows an id where the taxonomy has no name for it', () => {
    expect(toText(SAMPLE)).toContain('[fiscal-subsidy · sci-tech] 另：finance-support')
  })

  it('lets no control sequence of the text reach the terminal', () => {
    const shown = toText(docOf('⟦A title=题\u001b]0;x\u0007⟧题\u001b]0;x\u0007\n⟦M⟧改\u202e{{广\u009b31m州|region}}\ud800⟦/M⟧⟦/A⟧'))
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\ud800]/)
    expect(shown).toContain('⟨U+202E⟩')
  })

  it('shows an empty document and one without articles', () => {
    expect(toText(docOf(''))).toBe('\n')
    expect(toText(docOf('只有正文'))).toBe('只有正文\n')
  })
})

describe('columns', () => {
  it.each([
    ['政策 policy', 11],
    ['２００万元', 10],
    ['≤–×', 3],
    ['𠮷😀', 4],
    ['e\u0301\u200b', 1],
  ])('%s takes %i', (text, columns) => {
    expect(displayWidth(text)).toBe(columns)
  })

  it('cuts between characters and within the width', () => {
    expect(truncate('产业引导基金', 12)).toBe('产业引导基金')
    expect(truncate('产业引导基金', 11)).toBe('产业引导基…')
    expect(truncate('a𠮷𠮷', 4)).toBe('a𠮷…')
  })

  it('renders a table without rows as its head', () => {
    expect(renderTable([{ title: '金额', align: 'right' }, { title: '用途' }], [])).toEqual(['金额  用途'])
  })
})
