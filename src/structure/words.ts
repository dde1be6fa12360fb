import { charClass, isOf } from './chars.js'
import { Cues } from './cues.js'

/** What the words below are signs of, a bit each. */
export const ACTION = 1
export const GRANTS = 2
export const VALID = 4
export const EXPLAINS = 8
export const WHY = 16
export const WHERE = 32
export const CALLS = 64
export const SPIRIT = 128
export const DEFINES = 256
export const WEIGHS = 512
export const ANNOUNCES = 1024
/** Signs of a sentence that may state no deed. */
export const FRAMES = VALID | EXPLAINS | WHY | WHERE | CALLS | SPIRIT | DEFINES | WEIGHS | ANNOUNCES

/** Verbs of a deed. */
const DEEDS = [
  '给予 予以 支持 鼓励 引导 落实 执行 统筹 协[调同助] 确保 允许 准予 禁止 严禁',
  '承担 配[备置] 同意 批准 指导 履行 遵守 接受 交由 明确 委托 倡导',
  // what is paid, let off or handed out
  '奖 补[助贴] 资助 贴息 降低 减[少免轻按半] 免[征收费缴除] 享受 发放 拨付 安排 投入 支付 缴纳 采[用取购] 扶持 划[转拨定]',
  '计[入提] 筹[集资措] 帮扶 救助 纳入 收取 征收 返还 退[还税回] 补[偿发缴]',
  '缓[缴交] 延[长缓] 抵[扣免] 录[用取] 聘[用任] 租赁 兑[付现] 压[缩减实] 节[约水能]',
  // what an authority does with what is before it
  '严[格禁] 规范 清理 取消 放[宽开] 简化 下放 追究 处[罚理分以] 罚 责令 撤销 吊销 没收 监[督管测]',
  '检查 考核 评[估审选价] 公[布示告开] 备案 审[批核查] 受理 申[请报领] 报[送告] 办理 登记 认定 整[合治改] 治理',
  '防[治范止控] 淘汰 限[制期] 调整 控制 起草 编写 汇总 召开 签订 颁发 评选 遴选 抽查 约谈 通报 曝光',
  '督[促查办] 问责 移交 处置 关闭 拆除 停止 暂停 恢复 搬迁 打击 查处 整顿 杜绝 遏制 摸[清排] 排查',
  // what is built up, furthered or reformed
  '推[动进行广] 促进 加[强快大] 强化 完善 健全 建[立设成] 打造 构建 开[展发办拓通] 组织 实[施行] 制[定订] 编制 出台',
  '设[立置] 成立 培[育养训] 发展 提[升高供出交] 优化 深化 扩[大展] 拓展 开拓 创新 创建 探索 试[点行] 保[障护持证]',
  '做[好优强] 抓[好紧] 改[造革善进] 修复 引[进入] 招[引商收录聘] 吸引 集聚 搭建 布局 宣传 表彰 利用 运用 发挥',
  '激[发活励] 释放 盘活 举办 对接 联[动合] 启动 设计 聚焦 打通 争取 培植 壮大 完成 修建 建造',
  '供应 增加 研[究制] 实现 形成 [组筹新改扩创]建 增[设强] 升级 稳[定步] 巩固 缩短',
  '畅通 带动 争创 拓宽 延伸 丰富 繁荣 弘扬 传承 普及 攻[关克] 突破 做大 做强 盘清 解决 破[除解] 消[除纳] 化解 缓解 应对 赋能 开放',
  // works, stocks and services
  '疏浚 清淤 加固 加装 铺设 架设 绿化 硬化 造林 种植 灌溉 抢修 维[护修] 养护 管护 更[新换] 置换 腾退 复[制垦] 开工 扩产 兴[办建] 迁建',
  '备[足齐] 储备 收储 归集 汇聚 配送 投放 安装 派发 赠送 捐赠 征集 收集 印发 发布 梳理 划[定分] 核[减定查实准拨] 验收 结算 垫付 报销',
  '选派 派驻 走访 慰问 救治 接种 筛查 巡[查逻] 值[守班] 演练 预警 转移 安置 推介 参展 促销 签约 转化 孵化 追[溯缴] 比对 核验 调解',
  '托[管育] 关爱 帮助 援助 结对 开行 加密 收[缴回] 保[留存] 追回 上报 送[达检]',
]

/** Words by which policy acts, and words without which none of the patterns below can match. */
export const CUES = new Cues([
  // what one must, may or ought to, and other signs of a deed that are no verbs of one
  [ACTION, '应 须 不得 要 将 可 负责 牵头 坚[持决] 配合 正式 放假 上班 主[管持办导] 优[先惠待] 标准为 标准分别为 扶贫 照顾 担保 贷款 配套'],
  [ACTION, '公平 依[法照据托] 按照 深入 代表 面向 分[类级步] 上线 突出 用于 认证 检[疫验] 达标 减排 进[行入] 合作 共[建享同] 可以'],
  ...DEEDS.map(words => [ACTION, words] as const),
  [0, '应[税用急对收付届纳] 要[素点] 原则上 制[定订]本[地市省区县级单部系]'],
  [ACTION | GRANTS, '一事一议'],
  [GRANTS, '给予 予以 奖励 奖补 嘉奖 补[助贴] 资助 贴息 扶持 元 一次性 最高 罚款 免征 减征 免收 减免 标准'],
  [VALID, '起 生效 正式[实执] 日[实执试] 有效期 试行期 执行期 实施期 施行 废止 停止执行 从其规定 不一致的 相抵触 就高不重复 另行'],
  [EXPLAINS, '解释'],
  [
    WHY,
    '制[定订]本 制[定订]以下 制[定订]如下 制[定订]此 订立本 出台本 出台如下 拟定本 提出以下 提出如下 作出如下 作出以下 形成如下 形成以下 征求意见',
  ],
  [ANNOUNCES, '制[定订] 现就 现将 现提出 通知如下 公告如下'],
  [WHERE, '适用 参照本 对象 范围'],
  [CALLS, '电话： 电话:'],
  [SPIRIT, '原则 方针'],
  [DEFINES, '[是系]指 所[称指] 包括 分为 主要有 用语'],
  [
    WEIGHS,
    '具有重[要大] 重[要大]举措 重[要大]任务 重[要大]内容 重[要大]途径 重[要大]保障 重[要大]组成 重[要大]方面 重[要大]载体 有效措施 必然要求 迫切需要',
  ],
])

/** The verbs alone: what a clause is told by. */
export const VERBS = new Cues(DEEDS.map(words => [1, words] as const))

/** Behind these a verb is part of a name or says which: 建设部门, 发展改革委, 已建成的园区, 整改后. */
const NO_OBJECTS = charClass('部委厅局署区者率度性改的后前时')

/** Behind the verb at `at`; 0 where none stands there, or one that is part of a name. */
export function verbEnd(codes: Uint16Array, at: number, end: number): number {
  const object = VERBS.endOf(codes, at, end)
  return object === 0 || isOf(codes[object], NO_OBJECTS) ? 0 : object
}
