/**
 * The tables of names. Every row has a `name` and may have `aliases` (separated by `|`): all of them are found in a text and lead to the row.
 * A row is plain strings, as it stands in `dict/<table>.tsv`; what the columns mean is told in `dict/README.md` and checked by `dict/schemas/<table>.schema.json`.
 */
export interface NameRow {
  name: string
  aliases?: string
}

/** A place of GB/T 2260, a name that it once had, a group of places, or a functional area. */
export interface RegionRow extends NameRow {
  /** Code of the place; of a former name the code of what it became; of an area the code of the place that holds it. */
  adcode?: string
  /** Id of a group or an area. */
  id?: string
  /**
   * `former`: a name no longer in force. `group`: several places. `area`: a functional area with a name of its own.
   * `zone`: a kind of area that takes its name from the place before it (高新区). None for a place in force.
   */
  kind?: string
  /** `known`: the name of a county without its suffix is as good as the full one (义乌). */
  bare?: string
  /** One-character forms that stand for the place only in document numbers (云政发); those that do so in text as well (沪) are aliases. */
  sign?: string
  /** The code that a former name had. */
  was?: string
  /** adcodes of a group's members, separated by `|`; left out where they are not fixed. */
  members?: string
}

/**
 * What an organ is for: `name` and `aliases` are the words between the region and the organ suffix (发展和改革, 发改),
 * or the whole name where `suffixes` is empty (人民法院).
 */
export interface FunctionRow extends NameRow {
  id: string
  /** Organ suffixes that may follow, in full, separated by `|`: 厅, 局, 委员会. */
  suffixes?: string
  /**
   * How the full name is put together of `{region}` (江苏省), `{stem}` (江苏), `{party}` (江苏省委), `{organ}` (name and suffix) and `{suffix}`;
   * `{region}{organ}` if left out.
   */
  form?: string
  /**
   * What must stand before the name. `party`: a Party committee. `committee`: the name of a committee, which begins with the sign of its level (省委).
   * `branch`: the bare name of a place (江苏金融监管局). `township`: a place and the name of a township. `open`: a place and any words.
   * `named`: a place, a reference or a sign, and the words of a function that no row knows.
   * If left out: a place, a reference to one, or the sign of a level.
   */
  host?: string
  /** The organ no longer exists under this name. */
  former?: string
}

/** An organ with a name of its own: a national one, or, with an `adcode`, what the organ of a function is called in that place. */
export interface AgencyRow extends NameRow {
  /** Id of its function. */
  id: string
  adcode?: string
  former?: string
}

/** Names of one sector that are treated alike; a concept has up to three such rows, told apart by `use`. */
export interface IndustryRow extends NameRow {
  /** Id of the concept; a class of GB/T 4754—2017 has its code as id (C36). */
  id: string
  /** Canonical name of the concept, where `name` is another one. */
  title?: string
  /** Id of the concept above. */
  parent?: string
  /** GB/T 4754—2017: section letter and up to four digits. */
  code?: string
  /** Class of 战略性新兴产业分类 (2018). */
  strategic?: string
  /** Of `future`, `emerging`, `technology` (takes in the product behind it) and `bare` (leaves a modifier before it outside), separated by `|`. */
  marks?: string
  /** `listed`: a sector only in the company of sectors; `alone`: only between signs (、其他农业、); `silent`: never in a text. */
  use?: 'listed' | 'alone' | 'silent'
  /** Why the names do no harm; not compiled. */
  reason?: string
}

/** A name that only looks like an entity: where it is the longest match it yields none. */
export interface PlainRow extends NameRow {
  /** Types that it stands in the way of, separated by `|`. */
  blocks: string
  /** `tail`: the name is the end of an organisation's name (大学), and all of that name stands in the way; `far-tail`: only with words between it and the place (公司). */
  part?: string
}

/** The tables that English names lead to. */
export type EnglishTable = 'regions' | 'functions' | 'agencies' | 'industries'

/** English names, and the Chinese one by which another table has them. They are sought in English runs alone, so they are no table of names. */
export interface EnglishRow extends NameRow {
  table: EnglishTable
  /** Name in that table; a district's with its city's before it (上海市徐汇区). */
  chinese: string
}

/** A classifier or unit of measure. It is sought behind numerals alone. */
export interface UnitRow extends NameRow {
  /** Characters behind it that make another word: 3名额. */
  not?: string
  /** The least number in characters that counts where no word sets a bound: 二次开发 has none. */
  least?: string
}

/** A five-year plan and the first and last year that it covers. */
export interface PlanRow {
  name: string
  from: string
  until: string
}

export interface TableRows {
  regions: RegionRow
  functions: FunctionRow
  agencies: AgencyRow
  industries: IndustryRow
  plain: PlainRow
}

export type TableName = keyof TableRows

/** Rows in their order: an array of them, or what reads each when it is asked for. */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number
  at(i: number): Row | undefined
}

export type Tables = { [T in TableName]: Rows<TableRows[T]> }

/** Order is part of the format: postings store the index. */
export const TABLE_NAMES: readonly TableName[] = ['regions', 'functions', 'agencies', 'industries', 'plain']
