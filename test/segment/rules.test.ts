import { describe, expect, it } from 'vitest'
import { BuiltIn } from '../../src/segment/built-in.js'
import { lexicon } from '../support/lexicon.js'
import { cutter } from './gold.js'

const words = cutter(new BuiltIn(lexicon.words))

/** Words joined by blanks, as they should be cut; the text is the line without its blanks. */
const CASES: Record<string, string[]> = {
  'a numeral takes its magnitude and stands apart from its unit': [
    '奖励 200万 元',
    '补助 30万 元 到 100万 元',
    '不 少于 22亿 词元',
    '处 二十万 元 罚款',
    '约 1.5万亿 元',
    '共 1,234,567 元',
    '编号 1234 , 56',
    '补贴 30多万 元',
    '惠及 6万余 人',
    '三分之二 以上',
    '百分之五十 以下',
    '数百 家 企业',
  ],
  'percentages and ratios': ['增长 50% 以上', '下降 4‰ ，', '按 1 : 1 配套', '30 - 100万 元'],
  'dates are one word, spans of time are not': [
    '2026年 4月 15日 起',
    '二〇二六年 三月 印发',
    '2026年 — 2028年',
    '2025年度 计划',
    '90年代 以来',
    '3月 底 前',
    '3 年 内',
    '30 日 内 答复',
    '1 . 2026年 目标',
    '上午 9时 30分',
  ],
  ordinals: ['第七 届', '第3 条', '第二十三 条', '第二十一 条', '第四十一 条', '第一百二十 条', '第一 批', '第二 次', '一 是 支持'],
  'runs of letters and digits': [
    '支持 5G-A 网络',
    'PM2.5 浓度',
    'R&D 投入',
    '邮箱 test@example.com',
    'WTCC 、 3D 打印',
    'AI + 制造',
    'ISO9001 认证',
  ],
  'letters of document numbers': [
    '沪府发 〔 2024 〕 3 号',
    '根据 国办发 〔 2023 〕 16 号',
    '的 通知 苏政办发 〔 2025 〕 1 号',
    '依据 内政发 〔 2023 〕 7 号',
    '国办函 〔 2021 〕 5 号',
  ],
  'suffixes join the word before them': [
    '购置费 补贴',
    '算力券 和 创新券',
    '信息化厅 、 大数据局',
    '发展 改革委',
    '招标 投标法',
    '各 主管 部门 商 财政部',
    '候鸟式 旅居',
    '提升 便利度 和 获得感',
    '护林员 、 管护员',
  ],
  'given names behind their surname': ['联系人 王 晓敏', '副 局长 刘 绍文 表示', '（ 记者 赵 文娟 ）'],
  'what is no name': ['所在 周 设 为 活动 时间', '李 、 桃 等 水果'],
  'determiners, posts and organs stand apart': [
    '各 县 （ 区 ） 政府',
    '该 项 工作',
    '每 亩 补贴',
    '每 平方米 价格',
    '副 市长 、 副 主任',
    '省 公安厅 会同 国家 统计局',
    '湖北省 人民政府',
  ],
  'what is no suffix': ['2026年 级', '五十 类 项目', '企业 的 方案', '在 全国 范围 内'],
}

for (const [rule, lines] of Object.entries(CASES)) {
  describe(rule, () => {
    for (const line of lines) it(line, () => expect(words(line.replaceAll(' ', '')).join(' ')).toBe(line))
  })
}

describe('folding', () => {
  it('full-width letters and digits are cut like narrow ones, and kept as written', () => {
    expect(words('投资２０亿元发展ＡＩ')).toEqual(['投资', '２０亿', '元', '发展', 'ＡＩ'])
  })
  it('traditional script is cut like simplified', () => {
    expect(words('優化營商環境，促進數字經濟發展').join(' ')).toBe('優化 營商環境 ， 促進 數字經濟 發展')
  })
  it('each blank is a token', () => expect(words('第一条  总则')).toEqual(['第一', '条', ' ', ' ', '总则']))
})

it('regions are one word with their suffix, and their names do not eat neighbours', () => {
  expect(words('上海市徐汇区和长三角').join(' ')).toBe('上海市 徐汇区 和 长三角')
  expect(words('南山区域发展').join(' ')).toBe('南山 区域 发展')
})
