import { describe, expect, test } from 'vitest'
import { readLines } from '../../src/structure/lines.js'
import { sourceOf } from './source.js'

const kindsOf = (text: string) => readLines(sourceOf(text)).lines.map(({ kind, start, end }) => [text.slice(start, end), kind])

describe('kinds of lines', () => {
  test.each([
    ['某政办发〔2021〕12号', 'number'],
    ['第706号', 'number'],
    ['2021年3月4日', 'date'],
    ['二〇〇五年三月三日', 'date'],
    ['某省人民政府办公厅', 'signature'],
    ['（此件公开发布）', 'note'],
    ['联系电话：010-12345678', 'note'],
    ['附件：任务分工表', 'attachment'],
    ['2.任务分工表.docx', 'attachment'],
    ['各区人民政府，市政府各部门、各直属机构：', 'salutation'],
    ['王某某委员：', 'salutation'],
    ['当前位置：首页 > 文件', 'furniture'],
    ['- 12 -', 'furniture'],
    ['第 3 页 共 9 页', 'furniture'],
    ['【字体：大 中 小】', 'furniture'],
    ['某市消费券管理办法', 'bare'],
    ['市财政每年安排资金，支持企业。', 'text'],
    ['关闭落后产能，腾出用能空间。', 'text'],
    ['责任单位：', 'text'],
    ['一、加大投入', 'item'],
  ])('%s: %s', (line, kind) => {
    expect(kindsOf(line)).toEqual([[line, kind]])
  })

  test('blanks, tags and entities at the ends are left out', () => {
    expect(kindsOf('\r\n　　<p><b>支持研发，</b></p>&nbsp;减税。 \r\n')).toEqual([
      ['支持研发，', 'text'],
      ['减税。', 'text'],
    ])
  })

  test('a line that comes back is a running head', () => {
    const head = '某区产业政策汇编'
    const text = ['一、甲。', head, '二、乙。', head, '三、丙。', head].join('\n').repeat(3)
    expect(kindsOf(text).at(-1)).toEqual([head, 'furniture'])
  })
})
