/** Words that are looked up at a place of the text, by their first character. */
export class WordSet {
  private readonly byFirst = new Map<number, string[]>()

  constructor(words: string) {
    for (const word of words.split(/\s+/)) {
      if (word === '') continue
      const list = this.byFirst.get(word.charCodeAt(0))
      if (list) list.push(word)
      else this.byFirst.set(word.charCodeAt(0), [word])
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length)
  }

  /** The longest word that begins at `at`. */
  at(text: string, at: number): string | undefined {
    return this.byFirst.get(text.charCodeAt(at))?.find(word => text.startsWith(word, at))
  }

  has(word: string): boolean {
    return this.byFirst.get(word.charCodeAt(0))?.includes(word) ?? false
  }
}

/** Endings that belong to a sector's name when they stand right behind it (旅游|业, 汽车|制造业). */
export const NAME_ENDINGS = new WordSet('产业 业 制造业 服务业 加工业 养殖业 种植业 运输业 流通业 零售业 批发业 工业 制造')

/** What makes another word of such an ending: 产业链, 业务, 工业园. */
export const NOT_ENDINGS = new WordSet(`
  产业链 产业集 产业园 产业群 产业带 产业化 产业区 产业基地 产业城 产业聚 产业工人
  业务 业态 业绩 业主 业户 业界 业者 业余 业内 业已 业经 业扩 工业园 工业区 工业集 工业企业 工业和 工业互联 制造商 制造者 制造费 制造厂 制造单位`)

/** Kinds of institution and of people: 金融|机构, 教育|局, 旅游|者. */
export const INSTITUTIONS = new WordSet(`
  机构 部门 局 厅 委 部 总局 分局 支局 所 者 师 员 厂 馆 院 学校 学院 大学 院校 高校 医院 银行 公司 集团 协会 商会 学会 联合会 总会 总社 联社
  主管部门 主管机关 主管机构 行政部门 行政主管 行政管理 行政执法 行政机关 管理部门 管理机构 管理局 监管部门 监管机构 监管局 监督管理 监督机构 执法 执法机构
  研究院 研究所 研究中心 研究机构 服务机构 服务中心 服务站 服务组织 培训机构 经营机构 中介机构 评估机构 检测机构 合作社 专业合作 办公室 领导小组`)

/** What begins with such a word and is none: 部分, 局面, 师资. */
export const NOT_INSTITUTIONS = new WordSet('部分 部署 部位 部件 局面 局部 局势 局限 委托 员工 所有 所需 所在 所得 所属 所涉 所称 所占 所产 所处 所以 所致 院线 师资 师生 委外 厂房 馆藏')

/** What follows a sector's name and nothing else's. */
export const SECTOR_CUES = new WordSet('产业 行业 领域 企业 赛道 板块 业态 门类')

/** Nouns that tell what the members of a list are. */
export const LIST_OF_SECTORS = new WordSet('产业 行业 领域 企业 赛道 板块 业态 门类 产业链 工业 集群 服务业 制造业 技术领域')
export const LIST_OF_OTHERS = new WordSet(`
  设施 机构 部门 单位 院校 学校 人员 作物 农产品 产品 商品 用品 物资 场所 场馆 建筑 局 委 活动 费用 税 资源 要素 条件 方面 方式 指标 手续 证 政策
  工程 项目 专业 学科 人才 事业 工作 功能 问题 公共服务 服务 救助 需求 权益 保障 待遇`)
