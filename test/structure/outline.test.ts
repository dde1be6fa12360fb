import { describe, expect, test } from 'vitest'
import { structure } from '../../src/structure/structure.js'
import type { OutlineItem } from '../../src/types/structure.js'
import { sourceOf } from './source.js'

/** Items as `numbering ordinal: what it is`, indented by level. */
function outlineOf(text: string): string[] {
  const lines = (item: OutlineItem): string[] => {
    const is = item.measure === undefined ? (item.none ?? 'heading') : `measure ${item.measure}`
    return [`${'  '.repeat(item.level - 1)}${item.numbering} ${item.ordinal ?? '-'}: ${is}`, ...item.items.flatMap(lines)]
  }
  return structure(sourceOf(text)).articles.flatMap(({ outline }) => outline.flatMap(lines))
}

describe('outline', () => {
  test('headings, measures and the parts of measures', () => {
    const text =
      '一、重点任务\n（一）建设平台。统一归集数据。\n（二）申请人应当提交下列材料：\n1.申请表；\n2.身份证。\n二、组织实施\n成立专班。'
    expect(outlineOf(text)).toEqual([
      'cjk 1: heading',
      '  paren-cjk 1: measure 0',
      '  paren-cjk 2: measure 1',
      '    arabic 1: part',
      '    arabic 2: part',
      'cjk 2: measure 2',
    ])
  })

  test('items that are none say why', () => {
    const text = [
      '第一章 总则',
      '第一条 为了规范管理，制定本办法。',
      '第二条 本办法所称企业，是指注册法人。',
      '第三条 本办法适用于全县。',
      '第四条 管理工作遵循公开、公正的原则。',
      '第二章 附则',
      '第五条 本办法由县工信局负责解释。',
      '第六条 本办法自公布之日起施行。',
    ].join('\n')
    expect(outlineOf(text)).toEqual([
      'chapter 1: purpose',
      '  clause 1: purpose',
      '  clause 2: definition',
      '  clause 3: scope',
      '  clause 4: aims',
      'chapter 2: interpretation',
      '  clause 5: interpretation',
      '  clause 6: validity',
    ])
  })

  test('aims, targets, results, conditions and names come from headings', () => {
    const text =
      '一、工作回顾\n建成学校两所。\n二、总体要求\n（一）基本原则。协同推进。\n（二）主要目标。环境更优。\n三、申报条件\n（一）依法注册。\n四、成员名单\n某某。'
    expect(outlineOf(text).map(line => line.split(': ')[1])).toEqual([
      'results',
      'aims',
      'aims',
      'targets',
      'conditions',
      'conditions',
      'names',
    ])
  })

  test('paragraphs that are measures stand in order', () => {
    expect(outlineOf('某市将对新办企业给予补贴。\n各区应当公开办理流程，接受监督。')).toEqual([
      'paragraph -: measure 0',
      'paragraph -: measure 1',
    ])
  })

  test('headings are the first line or phrase', () => {
    const [{ outline }] = structure(
      sourceOf(
        '一、建设市场\n新建市场三个。\n二、引进企业。给予奖励。\n三、对新办企业给予奖励，并在三年内按年度考核结果分期拨付全部奖励资金，逾期不予受理，不得重复申报。',
      ),
    ).articles
    expect(outline.map(({ heading }) => heading)).toEqual(['建设市场', '引进企业。', ''])
  })

  test('indexes of measures run on over articles', () => {
    const notice = (city: string) =>
      `${city}人民政府关于支持旅游的通知\n${city}府发〔2021〕1号\n各区人民政府：\n一、安排资金。\n二、培训导游。\n${city}人民政府\n2021年3月1日`
    const { articles } = structure(sourceOf(`${notice('甲市')}\n${notice('乙市')}`))
    expect(articles.map(({ outline }) => outline.map(({ measure }) => measure))).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})
