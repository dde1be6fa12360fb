import type { Bound, EntityBase, Span } from './base.js'

/** 50%, 百分之五十, 三成, 八折, 5个百分点. */
export interface PercentEntity extends EntityBase {
  type: 'percent'
  bound: Bound
  /** Shares of one, filled as those of `MoneyEntity`: 50% is 0.5, 5个百分点 0.05. */
  low?: number
  high?: number
  /** A distance of two percentages: 百分点, 基点. */
  points?: true
  cue?: Span
}

/** 1:1, 1比0.5, 三分之一. */
export interface RatioEntity extends EntityBase {
  type: 'ratio'
  bound: Bound
  /** As written, 1:0.5 → [1, 0.5]; of a fraction the whole goes first, 三分之一 → [3, 1]. */
  terms: number[]
  /** The second of two terms over the first, as in `MoneyEntity.rate`. */
  value?: number
  cue?: Span
}

/** A number of things or a measure: 50个, 100万条, 3万平方米. */
export interface QuantityEntity extends EntityBase {
  type: 'quantity'
  /** The classifier or unit in one spelling: ㎡ and 平米 are 平方米. */
  unit: string
  bound: Bound
  /** In units of `unit`, filled as those of `MoneyEntity`. */
  low?: number
  high?: number
  cue?: Span
}

/** A day, a month or a year. */
export interface DateEntity extends EntityBase {
  type: 'date'
  /** ISO 8601, as precise as written: 2027, 2027-03, 2027-03-31; --03-31 of every year. Left out where nothing says which year is meant. */
  value?: string
  /** `max` for the last day (至, 前, 止), `min` for the first (自, 起). */
  bound: Exclude<Bound, 'range'>
  /** 今年, 本月: counted from the date of the article. */
  relative?: true
  cue?: Span
}

/** A stretch of time. */
export interface PeriodEntity extends EntityBase {
  type: 'period'
  kind: 'interval' | 'duration' | 'recurring'
  /** ISO 8601: interval 2026/2028, duration P5Y, recurring R/P1Y. Left out where nothing says which year is meant. */
  value?: string
  bound: Bound
  /** The shorter end of a range of durations, 3至5年 → P3Y; `value` is the longer. */
  low?: string
  /** The days of `value` are working days. */
  workdays?: true
  /** 今年上半年: counted from the date of the article. */
  relative?: true
  cue?: Span
}

/** A document by its title, 《…》, or by its number, 沪府发〔2024〕3号. Where both stand side by side each carries the other. */
export interface DocumentEntity extends EntityBase {
  type: 'document'
  /** Without the outer brackets. */
  title?: string
  /** What the title ends with: 通知, 办法, 条例. */
  kind?: string
  /** 文号, its brackets written 〔〕 and without blanks. */
  number?: string
  /** The parts of `number`: 沪府发, 2024, 3. */
  code?: string
  year?: number
  serial?: number
}
