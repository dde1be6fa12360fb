/** Every shared type of the library; no code. Offsets are UTF-16 code units, half-open `[start, end)`, over `Doc.text` exactly as given. */
import type { Bound, EntityBase, Span, TextSpan } from './types/base.js'
import type { DateEntity, DocumentEntity, PercentEntity, PeriodEntity, QuantityEntity, RatioEntity } from './types/further.js'

import type { Details, Header, OutlineItem } from './types/structure.js'

export type { Bound, Certainty, CoreType, EntityType, FurtherType, Span, TextSpan } from './types/base.js'
export type { DateEntity, DocumentEntity, PercentEntity, PeriodEntity, QuantityEntity, RatioEntity } from './types/further.js'

// ---------------------------------------------------------------- words

/** A word. Tokens cover the text: joined back they give it, blanks included. */
export interface Token extends TextSpan {
  /** Position increment, as search indexes count it: 0 for a word that starts where the token before it starts. Only in the modes `search` and `full`. */
  increment?: number
  /** Part of speech in the tags of jieba (n, v, ns, m, eng, x). Only where it is asked for. */
  tag?: string
}

/**
 * How finely a text is cut. `default` and `fine` cover it without overlaps, `fine` by the shortest words: compounds are cut into words of
 * the dictionary (知识产权 → 知识 产权). `search` adds to the words of `default` the shorter ones inside them, `full` every word of the dictionary.
 */
export type SegmentMode = 'default' | 'fine' | 'search' | 'full'

// ---------------------------------------------------------------- structure

/** One piece of policy text: a notice, a plan, or one news item of a digest. */
export interface Article extends Span, Header {
  title?: string
  /** The heading that the article stands under in a digest (科创聚焦). */
  section?: string
  /** adcode of the issuing region (GB/T 2260, six digits), or `national`. */
  region?: string
  /** Canonical name of the issuing organ. */
  issuer?: string
  /** 文号, as written: 沪府发〔2024〕3号. */
  documentNumber?: string
  /** Date of the document, ISO 8601, as precise as it is written (2024-03-29, 2024-03, 2024). */
  date?: string
  /** Headings and items as they nest; what is numbered inside a line is left to `Measure.items`. */
  outline: OutlineItem[]
}

/** An enumerated part inside a measure (①…；一是…；). */
export interface Item extends TextSpan {
  ordinal: number
}

/** A measure as the structure stage finds it, before it is classified. */
export interface MeasureSpan extends Span, Details {
  /** Index into `Doc.articles`. */
  article: number
  /** 一是 → 1, 第十二条 → 12; absent for a measure without an ordinal. */
  ordinal?: number
  /** The first sentence, where it is a title phrase; else the empty string. */
  heading: string
  body: string
  items: Item[]
}

/** A measure with what it grants. */
export interface ProvidingMeasure extends MeasureSpan {
  /** What is paid, lent or let off, to whom and on what condition, in the order of the amounts and shares. */
  provisions: Provision[]
}

export interface Measure extends ProvidingMeasure, Classification {}

// ---------------------------------------------------------------- entities

export type Level = 'national' | 'province' | 'prefecture' | 'county' | 'township'

export interface RegionEntity extends EntityBase {
  type: 'region'
  /** Full official name: 江苏 → 江苏省. */
  name: string
  /** GB/T 2260 code, six digits. Left out where nothing decides between `candidates`, and for groups and areas without a place. */
  adcode?: string
  level?: Level
  /** Id of a group or functional area: yangtze-river-delta. */
  id?: string
  /** adcodes of a group's members, where they are fixed. */
  members?: string[]
  /** 该省, 全市, 本区: resolved through the issuer or the last region named at that level. */
  relative?: true
  /** The name is no longer in force; `adcode` is the code of what it became. */
  former?: true
  /** All adcodes that share the name, where more than one does. */
  candidates?: string[]
}

export interface AgencyEntity extends EntityBase {
  type: 'agency'
  /** Full official name, region written out: 市工信局 → 深圳市工业和信息化局. */
  name: string
  level?: Level
  /** The region whose organ it is; none for a national one, and where nothing decides between `candidates`. */
  adcode?: string
  /** All adcodes of the places that share the name, where nothing tells whose organ it is. */
  candidates?: string[]
  /** Id shared by the same organ everywhere: development-and-reform. */
  function: string
  /** The organ no longer exists under this name. */
  former?: true
}

export interface IndustryEntity extends EntityBase {
  type: 'industry'
  /** Concept id. */
  concept: string
  /** Canonical name of the concept. */
  name: string
  /** GB/T 4754—2017: section letter and up to four digits (C36, H62, O801). */
  code?: string
  /** Class of 战略性新兴产业分类 (2018): 1.1, 2.3.1. */
  strategic?: string
  /** One of the future industries of national plans. */
  future?: true
  /** Of a name that no table has, the words that made a sector of it: 发展 before it, 等产业 behind its list. */
  cue?: Span
}

export type MoneyRole = 'support' | 'finance' | 'threshold' | 'target' | 'penalty' | 'price' | 'other'

export interface MoneyEntity extends EntityBase {
  type: 'money'
  /** ISO 4217. */
  currency: string
  bound: Bound
  /** In units of the currency. exact and about: low equals high; max: high only; min: low only; range: both. */
  low?: number
  high?: number
  /** The share that the amount caps: 按实际销售金额的5% → 0.05; 1:1 → 1. */
  rate?: number
  /** What `rate` is a share of. */
  base?: string
  /** What one such amount is for: 单个创新中心每年. */
  per?: string
  role: MoneyRole
  /** The words that set the bound (最高, 不超过, 以内). */
  cue?: Span
}

export type Entity =
  | RegionEntity
  | AgencyEntity
  | IndustryEntity
  | MoneyEntity
  | PercentEntity
  | RatioEntity
  | QuantityEntity
  | DateEntity
  | PeriodEntity
  | DocumentEntity

// ---------------------------------------------------------------- provisions

/**
 * What a provision gives. `interest-subsidy`, `guarantee` and `insurance` also where a share of the interest, of the guarantee's fee or of
 * the premium is paid; `fee`: a charge or a rent that is let off, lowered or given back; `grant`: money without a closer word (资助, 支持).
 */
export type ProvisionKind =
  | 'grant'
  | 'award'
  | 'subsidy'
  | 'matching'
  | 'loan'
  | 'interest-subsidy'
  | 'guarantee'
  | 'insurance'
  | 'equity'
  | 'tax'
  | 'fee'
  | 'voucher'
  | 'other'

/**
 * How a tax or a charge is eased: not levied (免征), lowered by `rate` (减免50%, 减半征收), lowered to `rate` (减按15%征收), paid later (缓缴),
 * given back (即征即退, 返还), or taken off what it is reckoned from (加计扣除, 抵免).
 */
export type Relief = 'exempt' | 'cut' | 'reduced-to' | 'deferred' | 'refund' | 'deduction'

/** What one amount or share is paid for, and how often. */
export interface ProvisionPer {
  /** The noun that is counted: 单个项目 → 项目, 每家企业 → 企业. */
  recipient?: string
  period?: 'year' | 'quarter' | 'month' | 'day'
  /** A measure without a noun, as written: 亩, 吨, 人, 平方米, 100公斤. */
  unit?: string
  /** 一次性. */
  once?: true
}

export interface ProvisionEvidence extends TextSpan {
  /** What it decided: kind, relief, rate, pairing, recipient, condition, purpose, cumulative. */
  rule: string
}

/** One grant, loan or relief of a measure, as a row of a table. Runs from its first part to its last; provisions may overlap. */
export interface Provision extends Span {
  kind: ProvisionKind
  relief?: Relief
  /** The entity of `Doc.entities`; absent where only a share is given (按50%给予补贴) or a charge let off. */
  amount?: MoneyEntity
  /** The share that is paid or let off; of a tax `reduced-to`, what is still levied. Absent where several are stated, and for a ratio. */
  rate?: number
  /** How the share limits, where it is not exact. */
  rateBound?: 'max' | 'min'
  /** The ends of a range of shares: 30%—50%. */
  rates?: [number, number]
  /** What the share is a share of; the tax or charge that is eased. */
  base?: TextSpan
  /** Own money to that of the other side, as written: 1:1. */
  ratio?: [number, number]
  per?: ProvisionPer
  /** Who gets it. */
  recipient?: TextSpan
  /** What must hold. */
  condition?: TextSpan
  /** What the money is for. */
  purpose?: TextSpan
  /** The cap of several payments together: 累计, 合计, 总额. */
  cumulative?: true
  evidence: ProvisionEvidence[]
}

// ---------------------------------------------------------------- classes

export type Axis = 'instrument' | 'domain'

/** One reason for a label. Offsets lie in the text that was classified: `Doc.text` for `annotate`, the argument for `classify`. */
export interface Evidence extends Span {
  /** Rule of the codebook (R3–R8, T3, D4, D5), in a taxonomy of your own `heading` or `clause`; `score` for the string that weighs most. */
  rule: string
  /** Leaf that this speaks for. */
  leaf: string
  text: string
  weight: number
}

export interface Label {
  label: string
  /** Probability of the label, 0 to 1. */
  score: number
  /** Further leaves that the measure also belongs to, at most three, most important first. */
  secondary: string[]
  /** Labels that score so little are wrong as often as right. */
  uncertain?: true
  /** Codes of the leaf in other classifications, by their name (`stip`, `cap` …). Only where they are asked for. */
  crosswalks?: Readonly<Record<string, readonly string[]>>
  evidence: Evidence[]
}

export interface Classification {
  instrument: Label
  domain: Label
  /** Labels of a taxonomy of your own, by axis. Only where a tagger is opened with its `model`. */
  labels?: Record<string, Label>
}

/** The document that a measure was taken from, as context for `classify`. */
export interface ClassifyContext {
  /** Title of the document. */
  title?: string
  /** The whole document; the title of the article around the measure is read from it. */
  text?: string
  /** Where the measure starts in `text`; searched for if left out. */
  start?: number
}

// ---------------------------------------------------------------- the document, stage by stage

export interface Structured {
  text: string
  articles: Article[]
  measures: MeasureSpan[]
}
export type Segmented = Structured & { tokens: Token[] }
export type Tagged = Segmented & { entities: Entity[] }
export type Providing = Omit<Tagged, 'measures'> & { measures: ProvidingMeasure[] }
/** What `annotate` returns: plain, JSON-safe data, every array sorted by start but `provisions`. */
export type Doc = Omit<Providing, 'measures'> & { measures: Measure[] }

/** A text with its length-preserving folds; what every stage matches against. */
export interface Source {
  /** As given. */
  text: string
  /** Same length: full-width letters and digits narrow, traditional script simplified. */
  folded: string
  /** UTF-16 code units of `folded`. */
  codes: Uint16Array
}
