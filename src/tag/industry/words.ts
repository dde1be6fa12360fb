/** For every code unit, the sets that have a word which begins with it, a bit each: most places are passed over by one look. */
const beginners = new Uint32Array(65536)
let sets = 0

/** Words that are looked up at a place of the text, by their first character. There may be 32 such sets. */
export class WordSet {
  private readonly byFirst = new Map<number, string[]>()
  private readonly bit = 1 << sets++

  constructor(words: string) {
    for (const word of words.split(/\s+/)) {
      if (word === '') continue
      const first = word.charCodeAt(0)
      const list = this.byFirst.get(first)
      if (list) list.push(word)
      else this.byFirst.set(first, [word])
      beginners[first]! |= this.bit
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length)
  }

  /** The longest word that begins at `at`. */
  at(text: string, at: number): string | undefined {
    const first = text.charCodeAt(at)
    if (!(beginners[first]! & this.bit)) return undefined
    for (const word of this.byFirst.get(first)!) if (text.startsWith(word, at)) return word
    return undefined
  }

  has(word: string): boolean {
    return this.byFirst.get(word.charCodeAt(0))?.includes(word) ?? false
  }
}

/** Endings that belong to a sector's name when they stand right behind it (旅游|业, 汽车|制造业). */
export const NAME_ENDINGS = new WordSet('产业 业 制造业 服务业 加工业 养殖业 种植业 运输业 流通业 零售业 批发业 工业 制造')

/** Of those, the ones that are also sectors by themselves. */
export const GENERIC_ENDINGS = new WordSet('制造业 服务业 加工业 养殖业 种植业 制造产业 服务产业 加工产业')

/** What makes another word of such an ending: 产业链, 业务, 工业园. */
export const NOT_ENDINGS = new WordSet(`
  产业链 产业集 产业园 产业群 产业带 产业化 产业区 产业基地 产业城 产业聚 产业工人
  业务 业态 业绩 业主 业户 业界 业者 业余 业内 业已 业经 业扩 工业园 工业区 工业化 工业集 工业企业 工业和 工业互联
  服务业务 服务业态 服务业绩 制造业务 加工业务 养殖业务 种植业务 运输业务 流通业务 流通业态 零售业务 零售业态 批发业务 批发业态 制造商 制造者 制造费 制造厂 制造单位`)

/** Of those, what firms of one sector make together: 沉香|产业链. */
export const CLUSTERS = new WordSet('产业链 产业集 产业园 产业群 产业带 产业区 产业基地 产业城')

/** Kinds of institution and of people, and what a plant of the sector is measured and charged by: 金融|机构, 教育|局, 旅游|者, 光伏|装机. */
export const INSTITUTIONS = new WordSet(`
  机构 部门 设施 店 门店 网点 费 费用 服务费 场 户 大户 专业户 局 厅 委 部 总局 分局 支局 所 者 师 员 厂 馆 院 学校 学院 大学 院校 高校 医院 银行 公司 集团 协会 商会 学会 联合会 总会 总社 联社
  主管部门 主管机关 主管机构 行政部门 行政主管 行政管理 行政执法 行政机关 管理部门 管理机构 管理局 监管部门 监管机构 监管局 监督管理 监督机构 执法 执法机构
  （集团 (集团 股份 有限
  实验室 重点实验室 工作站 推广站 集散中心 联盟 促进会 研究会 装机 电价
  科学院 科学研究院 科学研究所 科研所 科研院所 研究院 研究所 研究中心 研究机构 服务机构 服务中心 服务站 服务组织 培训机构 经营机构 中介机构 评估机构 检测机构 合作社 专业合作 办公室 领导小组 组织`)

/** What may stand between a sector and the kind of organisation: 文旅|投资|集团, 餐饮|行业|协会. */
export const FIRM_LINKS = new WordSet('投资 控股 发展 建设 运营 开发 产业 行业 技术 资产 科技 工作 融资 担保 信息 资源 工程')
export const FIRM_TAILS = new WordSet('集团 公司 有限 股份 协会 商会 学会 联合会 促进会 研究会 联盟 总站 推广中心 推广站')

/** Farms, whatever stands before: 循环水|养殖基地. */
export const FARMS = new WordSet('养殖基地 种植基地')

/** What begins with such a word and is none: 部分, 局面, 师资. */
export const NOT_INSTITUTIONS = new WordSet(
  '设施农业 设施渔业 设施装备 设施园艺 设施种植 设施养殖 设施蔬菜 场景 场次 户外 部分 部署 部位 部件 组织实施 组织开展 组织领导 组织编制 组织专家 组织召开 局面 局部 局势 局限 委托 委派 员工 所有 所需 所在 所得 所属 所涉 所称 所占 所产 所处 所以 所致 院线 师资 师生 委外 厂房 馆藏',
)

/** Trades that firms name themselves after: 天欣|纸业. */
export const FIRM_ENDINGS = new WordSet('纸业 药业 乳业 酒业 矿业 铝业 铜业 钢业 锂业')

/** Trades that parks are named after, how a park's name goes on (河东|工业|园区), and what only begins so. */
export const PARK_TRADES = new WordSet('工业 轻工业')
export const PARK_ENDINGS = new WordSet('园 区 集中区 集聚区 开发区')
export const NOT_PARK_ENDINGS = new WordSet('园林 园丁 区域 区位 区间 区块 区县 区划')

/** What follows a sector's name and nothing else's. */
export const SECTOR_CUES = new WordSet(`
  产业 行业 领域 企业 赛道 板块 业态 新业态 门类
  龙头企业 骨干企业 重点企业 领军企业 头部企业 链主企业 中小企业 小微企业 民营企业 生产企业 加工企业 制造企业 经营企业 销售企业 流通企业 配套企业`)

/** Places that a sector is made in: 卫生材料|生产基地. */
export const BASES = new WordSet('生产基地 制造基地 研发基地')

/** Nouns that tell what the members of a list are. */
export const LIST_OF_SECTORS = new WordSet('产业 行业 领域 企业 赛道 板块 业态 门类 产业链 工业 集群 服务业 制造业 技术领域')
export const LIST_OF_OTHERS = new WordSet(`
  设施 终端 系统 平台 软件 器材 作品 机构 部门 单位 院校 学校 人员 作物 农产品 产品 商品 用品 物资 场所 场馆 建筑 局 委 活动 费用 税 资源 要素 条件 方面 方式 指标 手续 证 政策
  工程 项目 专业 学科 人才 工作 作业 环节 功能 问题 救助 需求 权益 保障 待遇 报酬 网点 站点 车辆 用户 场地`)

/** Of those nouns, the ones that tell what is there, done or paid for people, so that everyday words in the list are meant plainly (教育、医疗等设施). */
export const LIST_OF_USES = new WordSet('设施 功能 活动 费用 报酬 待遇 救助 支出 权益')

/** Organs: a list that ends in one names their fields, not sectors (教育、财政部门). */
export const ORGANS = new WordSet('部门 机关 委员会 主管单位')

/** What stands before 产业 and is no sector's name, or no part of one. */
export const NOT_SECTORS = new WordSet(`
  的 和 与 及 或 等 各 全 本 该 其 为 以 对 将 在 由 个 类 新 老 大 小 主 副 多 省 市 区 县 镇 乡 村 国 州 旗 年 亿 万 千 百 一 二 三 四 五 六 七 八 九 十 两
  特色 优势 支柱 主导 传统 未来 新兴 重点 相关 关联 基础 配套 实体 民生 富民 惠民 扶贫 帮扶 绿色 低碳 生态 循环 本地 地方 区域 集体 国家 世界 全球 国际 现代
  先进 高端 中高端 低端 主要 关键 核心 龙头 潜力 朝阳 接续 替代 后续 转移 承接 招商 密集 创新 创业 就业 科技 技术 知识 数字 文明 规模 上游 下游 中游 外向 首位 战略
  标志 骨干 拳头 长线 短线 落后 过剩 限制 淘汰 鼓励 允许 禁止 污染 耗能 能耗 排放 增长 成长 附加值 安全 健康 智能 智慧 融合 联动 集群 链条 园区 企业 行业 领域
  沿海 沿江 沿线 延伸 布局 带动 壮大 形成 突出 按照 联合 组织 项目 基地 平台 资源 资金 政策 人才 服务 经济 社会 农村 乡村 城市 县域 镇域 县城 城镇 外资 民营 民间 国有 投资 产业 优质 精品 品牌 名优 高质量 高效 高技 推动 促进 发展
  开展 承接 引进 落地 共建 举办 出台 发布 印发 启动 召开 建立 健全 设立 成立 编制 制定 拓展 深化 强化 夯实 集聚 加速 迈向 赋能 组建
  专业 专项 专班 跨境 枢纽 政府 首位 用电 校办 双核 全域 对外 对口 出口 进口 劳动 中小 头部 标杆 示范 试点 一流 完整 完备 适宜 现有 存量 增量 技术 单位 消防 防护 救援 配备 更新 使用 采购 关键 实用 成套 自主 国产
  设施 网络 系统 方面 问题
  建设 打造 培育 壮大 支持 加快 做强 推进 完善 优化 提升 实施 加强 引导 扶持 聚焦 围绕 调整 升级 转型 保障 开发 利用 管理 工程 活动 治理 研究 改革 开放 合作 交流`)

/** Verbs that take a sector's name as their object. */
export const VERBS_OF_GROWTH = new WordSet(`
  发展 做强 做大 做优 做精 做活 培育 培植 壮大 推动 推进 促进 打造 建设 扶持 支持 围绕 聚焦 加快 延伸 振兴 繁荣 布局 提升 优化 引导 鼓励 巩固 发展壮大 大力发展 加快发展 重点发展
  因地制宜发展 做大做强 做优做强 做强做大 做强做优 做大做优 做特做优 做精做优 组建 积极发展 稳步发展 主攻 深耕 盘活 唱响 打响 从事 依托 规范 传统 特色 优势 重点`)

/** Of them, those whose object is no equipment that somebody uses (提升|消防装备). */
export const EQUIPMENT_VERBS = new WordSet('发展 做强 做大 做优 做大做强 做优做强 培育 壮大 布局 大力发展 加快发展 重点发展 积极发展')

/** Goods that a sector's name before them takes in: 农产品初加工|机械. */
export const PRODUCTS = new WordSet(
  '机械 设备 装备 器械 仪器 软件 芯片 机器人 无人机 传感器 终端 电池 材料 药品 食品 用品 包装 汽车 客车 船舶 飞机 充电桩 公交 重卡 二手车 出租车 观光车 环卫车 机车 电芯',
)
