import { type Phrase, Phrases } from '../../text/phrases.js'

/** What the words before an amount say about it. All forms folded. */

/**
 * `total` words name a quantity, which is a condition or a figure; `weak` ones do so only where nothing else is said:
 * 补贴总额 is support, 投资总额 a figure, 总额 alone a figure. `none` words only keep their parts from being read (消费 is no 费).
 */
export type Sense = 'support' | 'finance' | 'penalty' | 'price' | 'threshold' | 'total' | 'weak'

/** A word with `$` counts only where the amount follows it; one with `+` also before 标准, 为, 按 and the like. */
const WORDS: Record<Sense | 'none', string> = {
  support: `奖励 奖补 奖金 奖学金 助学金 补助 补贴 资助 扶持 支持 配套 贴息 减免 返还 津贴 补偿 嘉奖 鼓励$ 救助 抚恤 慰问金 红包
    给予 予以 发放 兑现 拨付 拨款 下达 安排 投放 预算 筹措 经费 专项资金 引导资金 财政资金 资金用于 安家费 待遇
    养育标准 低保 保障标准 生活标准 饮食标准 认定标准 发放标准 失业保险金 养老金 支付限额 限额标准 费用标准
    免收 免征 减税 退税 抵免 赠款 捐赠 财政投入 财政累计投入 财政共投入 中央投入 省级投入 市级投入 立减 抵扣 扣减 定额标准 减税降费 减税 降费 缓缴税款 缓缴税费 缓缴 补$ 券 奖$ 最高奖 一等奖 减$`,
  finance: `贷款 授信 担保 信贷 借款 放款 融资 债券 发债 债$ 发行 证券化 基金 股权 入股 参股 注资 增资 出资 认缴 跟投
    保费 保额 保险 赔付 赔偿限额 资金池 首期到位 首期规模 首轮投资 单笔投资 额度$ 投资$`,
  penalty: '罚款 罚金 并处 处以 可以处 处$ 罚$ 没收',
  price: `价格 收费 收取 租金 房租 租赁 门票 押金 保证金 采购预算 预算金额 限价 控制价 中标 报价 缴存基数 缴费基数
    计费 停车费 工资 年薪 月薪 薪酬 薪资 报酬 成本 购买 购置 花费 花$ 缴纳 缴费 征收标准 面值 价+ 费+ 租$`,
  threshold: '起付 起征点 免征额 准入门槛',
  total: `产值 收入 营收 销售额 销售总额 营业额 利润 税收 纳税 税额 缴税 税金 增加值 生产总值 GDP 效益 贡献 收益 产出
    投资总额 投资额 投资强度 总投资 资产投资 项目投资 完成投资 民间投资 社会投资 直接投资 计划投资 外资 进出口 进口 出口 到位
    社会资本 社会资金 交易额 成交 合同 订单 消费额 零售额 销售 市值 估值 票房 货值 标的额 面额 数额 存款 资产 注册资本 注册资金
    开发投资 固定资产投资 工业投资 技改投资 民间投资 一期投资 二期投资 三期投资 首期投资 拟投资 预计投资 经费支出 经费支出额 经费投入 费用总额 研发费用 研发经费 研发支出 研发投入 违法所得 总花费 旅游花费 游客花费 消费总额 损失 缺口 生产率 带动 撬动 拉动 节约 节省 降低 增收 涉及资金 满$ 应有$ 应当有$ 须有$ 需有$`,
  weak: '资金 总额 金额 规模 总量 余额 价值 投入 支出 投资 资本 存量 费用',
  none: '消费 免费 评价 估价 证券',
}

const DE = '的'.charCodeAt(0)
const AT_AMOUNT = 1
const AT_STANDARD = 2
/** Between such a word and its amount. */
const BRIDGE = '了约近超过达到为是'
const BEFORE_STANDARD = '为按标不每由最：:（('

interface Meaning {
  sense: Sense | 'none'
  place: number
}

function* readWords(): Iterable<Phrase<Meaning>> {
  for (const [sense, words] of Object.entries(WORDS) as [Meaning['sense'], string][]) {
    for (const written of words.split(/\s+/)) {
      const place = written.endsWith('$') ? AT_AMOUNT : written.endsWith('+') ? AT_STANDARD : 0
      yield { word: place === 0 ? written : written.slice(0, -1), sense: { sense, place } }
    }
  }
}

const PHRASES = new Phrases(readWords())

/** The word that ends at `end`, if its place allows it there. */
const wordAt = (text: string, end: number, amountAt: number): Phrase<Meaning> | undefined =>
  PHRASES.endingAt(text, end, ({ sense: { place } }) => {
    if (place === 0 || end === amountAt) return true
    return place === AT_STANDARD && (end === text.length || BEFORE_STANDARD.includes(text[end] as string))
  })

/** 控制在总投资的30%以内且最高不超过: what a share is taken of is not what the amount is. */
const SHARED = /^的?(?:\d+(?:\.\d+)?[%％]|百分之)/
const isBase = (text: string, end: number): boolean => {
  const next = text.charCodeAt(end)
  return (next === DE || (next >= 48 && next <= 57)) && SHARED.test(text.slice(end))
}

/** The sense of the nearest word to the left of an amount that ends `text`; a weak word gives way to what stands before it. */
export function nearestSense(text: string): Sense | undefined {
  let amountAt = text.length
  while (amountAt > 0 && BRIDGE.includes(text[amountAt - 1] as string)) amountAt--
  let weak: Sense | undefined
  for (let end = text.length; end > 0; end--) {
    const found = wordAt(text, end, amountAt)
    if (!found) continue
    const { sense } = found.sense
    if (sense === 'weak') weak = 'weak'
    else if (sense !== 'none' && !isBase(text, end)) return sense === 'price' ? priceSense(text) : sense
    end -= found.word.length - 1
  }
  return weak
}

/** Whether the text speaks of money that is paid out, whatever else it names: 资助金额不低于总投资的10%. */
export function namesGrant(text: string): boolean {
  for (let end = text.length; end > 0; end--) if (wordAt(text, end, text.length)?.sense.sense === 'support') return true
  return false
}

/** 减免租金 is relief, 降低成本 a result: what is done to a price decides. */
function priceSense(text: string): Sense {
  if (/减免|免收|免缴|免除|返还|退还|补[贴助]/.test(text)) return 'support'
  return /节约|节省|降低|减少|减轻/.test(text) ? 'total' : 'price'
}
