import type { AgencyRow, FunctionRow } from '../lexicon/tables.js'
import type { Span } from '../types.js'
import type { Place } from './region/place.js'

/** A level's sign as references use it: 该省, 市政府, 区委. */
export type LevelSign = '省' | '市' | '区' | '县' | '州' | '盟' | '旗' | '镇' | '乡' | '自治区' | '自治州' | '自治县'

/** A region that a recogniser proposes. */
export interface RegionCandidate extends Span {
  type: 'region'
  rule: string
  places: readonly Place[]
  /** The region that it stands directly behind or in a row with, by which a shared name is decided. */
  beside?: readonly Place[]
  /** A name that counts only where the article is about the region that holds it, or a mention beside it is. */
  needsContext?: true
  /** 全市, 该省: the level that is asked for, whether the last one named goes before the issuer (该), and whether the text calls it its own (我, 本). */
  reference?: { sign: LevelSign; nearest: boolean; isOwn: boolean }
  /** 来温, 驻潍: one character of the name of the place that the article is about. */
  sign?: string
  /** A place without a row: the name that the text gives to a zone of a place (清远高新区). */
  zone?: { name: string; id: string }
}

/** Where an organ takes its region from. */
export type Prefix =
  | { kind: 'national' }
  | { kind: 'region'; chain: readonly (readonly Place[])[] /** Full name of the place's zone whose organ it is. */; zone?: string }
  | { kind: 'reference'; sign: LevelSign; nearest: boolean /** A kind of zone of that place: 市|高新区|管委会. */; zone?: string }
  /** 合作区执委会: the functional area named last whose name ends so. */
  | { kind: 'zone'; sign: string }
  /** From the organ before it in a list. */
  | { kind: 'list'; of: AgencyCandidate }
  /** From the issuer. */
  | { kind: 'none' }

/** An agency that a recogniser proposes. */
export interface AgencyCandidate extends Span {
  type: 'agency'
  rule: string
  prefix: Prefix
  row: FunctionRow | AgencyRow
  /** What follows the region in the full name, abbreviations written out: 发展和改革委员会. */
  organ: string
  /** The organ is written out in full in the text. */
  isFull: boolean
  /** What belongs to the name behind it: 办公厅, 花都分局 with the place of the branch. */
  tail?: { text: string; places?: readonly Place[] }
}

export type Candidate = RegionCandidate | AgencyCandidate
