import type { DocumentKind } from '../types/structure.js'

/** Kinds of documents by the words that their titles end with, longest first where one ends another (党政机关公文处理工作条例; 立法法). */
const KINDS: readonly (readonly [ending: string, kind: DocumentKind])[] = [
  ['通知', 'notice'],
  ['意见', 'opinions'],
  ['实施方案', 'plan'],
  ['方案', 'plan'],
  ['行动计划', 'plan'],
  ['计划', 'plan'],
  ['行动', 'plan'],
  ['规划', 'development-plan'],
  ['纲要', 'development-plan'],
  ['办法', 'measures'],
  ['条例', 'regulations'],
  ['规定', 'provisions'],
  ['规则', 'rules'],
  ['细则', 'rules'],
  ['规程', 'rules'],
  ['章程', 'rules'],
  ['措施', 'policies'],
  ['政策', 'policies'],
  ['批复', 'approval'],
  ['复函', 'letter'],
  ['函', 'letter'],
  ['答复', 'answer'],
  ['报告', 'report'],
  ['请示', 'request'],
  ['公告', 'announcement'],
  ['通告', 'public-notice'],
  ['通报', 'circular'],
  ['决定', 'decision'],
  ['决议', 'resolution'],
  ['预案', 'contingency-plan'],
  ['指南', 'guide'],
  ['指引', 'guide'],
  ['解读', 'explanation'],
  ['问答', 'explanation'],
  ['解答', 'explanation'],
]
/** A law, and no 做法, 方法 or 执法. */
const LAW = /(?<![做方说想打用司执立])法$/
const BRACKETS = /(?:[（(〔【][^（()）]{1,24}[）)〕】])+$/
/** The document that a notice encloses: 关于印发某省实施方案的通知. */
const ENCLOSED = /(?:印发|转发|发布|公布|下发)《?(.{2,80}?)》?的(?:通知|公告|通告|函|决定)$/
/** Verbs of a headline: 江苏出台行动方案 reports of a plan and is not its title. */
const REPORTS = /^[^关《]{2,20}(?:出台|印发|发布|启动|推出|公布|明确|部署)/

const NOTICE = /通知$|的(?:公告|通告|函|决定)$/

/** Whether a title reports of a document, as a headline does. */
export const isHeadline = (title: string): boolean => REPORTS.test(title) && !NOTICE.test(title)

/** The kind that a title names, and the kind of what it encloses. */
export function kindsOf(title: string): { kind?: DocumentKind; encloses?: DocumentKind } {
  const bare = title.replace(BRACKETS, '')
  const kind = kindOf(bare)
  const encloses = kind && kindOf((ENCLOSED.exec(bare)?.[1] ?? '').replace(BRACKETS, '').replace(/》$/, ''))
  return { ...(kind && { kind }), ...(encloses && { encloses }) }
}

/** The kinds by the last character of their words. */
const BY_LAST = new Map<string, (readonly [ending: string, kind: DocumentKind])[]>()
for (const entry of KINDS) BY_LAST.set(entry[0].at(-1)!, [...(BY_LAST.get(entry[0].at(-1)!) ?? []), entry])

function kindOf(title: string): DocumentKind | undefined {
  const named = BY_LAST.get(title.charAt(title.length - 1))?.find(([ending]) => title.endsWith(ending))
  return named ? named[1] : LAW.test(title) ? 'law' : undefined
}
