/** What the structure stage tells of an article and its measures; no code. Offsets as in `types.ts`. */

/**
 * Kinds of documents: 通知 notice, 意见 opinions, 方案 and 行动计划 plan, 规划 and 纲要 development-plan, 办法 measures, 条例 regulations, 规定 provisions,
 * 细则, 规则, 规程 and 章程 rules, 措施 and 政策 policies, 批复 approval, 函 letter, 答复 (of a proposal) answer, 报告 report, 请示 request, 公告 announcement,
 * 通告 public-notice, 通报 circular, 决定 decision, 决议 resolution, 预案 contingency-plan, 指南 guide, 解读 explanation, 法 law; news has no kind of its own.
 */
export type DocumentKind =
  | 'notice'
  | 'opinions'
  | 'plan'
  | 'development-plan'
  | 'measures'
  | 'regulations'
  | 'provisions'
  | 'rules'
  | 'policies'
  | 'approval'
  | 'letter'
  | 'answer'
  | 'report'
  | 'request'
  | 'announcement'
  | 'public-notice'
  | 'circular'
  | 'decision'
  | 'resolution'
  | 'contingency-plan'
  | 'guide'
  | 'explanation'
  | 'law'
  | 'news'

/** What stands around the text of an article. Dates are ISO 8601, as precise as they are written. */
export interface Header {
  /** What the title says that it is, or `news`. */
  kind?: DocumentKind
  /** Kind of the document that a notice encloses: 关于印发…实施方案的通知 encloses a plan. */
  encloses?: DocumentKind
  /** Canonical names of all issuing organs, where several issue together. */
  issuers?: string[]
  /** Whom it is addressed to: 各区人民政府; 市政府各部门. */
  addressees?: { start: number; end: number; text: string }[]
  /** The date under the signature. */
  signed?: string
  /** The date that the page gives. */
  published?: string
  /** From when it holds, and its last day. */
  inForce?: string
  expires?: string
  /** The organs and the date under the text. */
  signature?: { start: number; end: number }
}

/**
 * How an item is numbered: 第一部分, 第一章, 第一节, 第一条, 措施一, 一、, （一）, a label (申报条件：), 1., 1.1, 1.1.1, 第一，, 一是, 1), （1）, ①, a., ●;
 * `paragraph` for a measure without an ordinal.
 */
export type Numbering =
  | 'part'
  | 'chapter'
  | 'section'
  | 'clause'
  | 'named'
  | 'cjk'
  | 'paren-cjk'
  | 'label'
  | 'arabic'
  | 'decimal'
  | 'subdecimal'
  | 'word'
  | 'is'
  | 'half-arabic'
  | 'paren-arabic'
  | 'circled'
  | 'letter'
  | 'bullet'
  | 'paragraph'

/**
 * Why an item is no measure: aims and principles; targets to be reached; results, state and outlook; what words mean; why, where and for whom the text holds;
 * who qualifies and what to hand in; who explains it, from when it holds, whom to ask; lists of names; any other text that states no action.
 * `part`: it stands inside a measure. A heading above measures is none for no reason and has no such field.
 */
export type NoMeasure =
  | 'aims'
  | 'targets'
  | 'results'
  | 'definition'
  | 'purpose'
  | 'scope'
  | 'conditions'
  | 'interpretation'
  | 'validity'
  | 'contact'
  | 'names'
  | 'statement'
  | 'part'

/** A heading or an item of an article, with what stands below it. */
export interface OutlineItem {
  start: number
  end: number
  numbering: Numbering
  /** 1 for the outermost. */
  level: number
  ordinal?: number
  /** Its first line or title phrase, at most some 40 characters; empty where it opens with a sentence. */
  heading: string
  /** Index into `Doc.measures`. */
  measure?: number
  none?: NoMeasure
  items: OutlineItem[]
}

/** One deed and what it is done to. Ascending offsets: `verb` where the verb begins, `object` where what follows it begins. */
export interface Clause {
  start: number
  end: number
  verb: number
  object: number
}

/** Who is charged with a measure: the span of the names (责任单位：…, （…负责）, 由…牵头). */
export interface Charge {
  start: number
  end: number
  role: 'lead' | 'support' | 'responsible'
  /** The agencies among them, as indexes into `Doc.entities`; empty before the text is tagged. */
  agencies: number[]
}

/** By when: the span, and its last day as far as it is written, ISO 8601 (2025年6月底前 → 2025-06-30, 2027年前 → 2027). */
export interface Deadline {
  start: number
  end: number
  date: string
}

/** What a measure says in its words. */
export interface Details {
  clauses: Clause[]
  /** Left out where the measure names nobody. */
  responsible?: Charge[]
  deadline?: Deadline
  /** Goals with figures: 到2027年培育100家…. */
  targets?: { start: number; end: number }[]
}
