import { describe, expect, test } from 'vitest'
import { classifyHeading } from '../../src/structure/headings.js'

describe('headings', () => {
  test.each([
    ['总体要求', 'aims'],
    ['总体要求和主要目标', 'aims'],
    ['基本原则', 'aims'],
    ['近期目标（2015—2020年）', 'targets'],
    ['充分认识垃圾分类的重要意义', 'aims'],
    ['总体要求以新发展理念为指导', 'aims'],
    ['发展现状', 'results'],
    ['上半年计划执行情况', 'results'],
    ['适用范围', 'scope'],
    ['2022年工作回顾', 'results'],
    ['已开展的主要工作', 'results'],
    ['联系电话', 'contact'],
    ['成员名单', 'names'],
    ['政策解释权', 'interpretation'],
    ['名词解释', 'definition'],
    ['制定依据', 'purpose'],
    ['有效期', 'validity'],
    ['申报条件', 'conditions'],
    ['申请材料要求', 'conditions'],
    ['哪些人员符合创业补贴申请条件', 'conditions'],
  ])('%s: %s', (heading, expected) => {
    expect(classifyHeading(heading)).toBe(expected)
  })

  test.each([
    '重点任务',
    '主要目标和重点任务',
    '强化目标管理',
    '支持范围',
    '企业应当按时报送材料',
    '定期报告资金使用情况',
    '夯实产业基础',
    '组织实施',
    '附则',
    '',
  ])('%s says nothing against what is below', heading => {
    expect(classifyHeading(heading)).toBeUndefined()
  })
})
