export type { TrainingRow } from './classify/checks.js'
export type { CustomAxis, CustomLeaf, CustomTaxonomy, Leaf, Taxonomy, TaxonomyAxis } from './classify/taxonomy.js'
export { type ReadOptions, readDocument } from './corpus/reader.js'
export { ERROR_CODES, type ErrorCode, ZhengceError } from './errors.js'
export type { UserDictionary, UserRow, UserTable } from './lexicon/user.js'
export { DEFAULTS, type DictionarySource, type EngineName, type TaggerOptions } from './options.js'
export { toConll } from './output/conll.js'
export { type CsvOptions, toCsv } from './output/csv.js'
export { type HtmlOptions, toHtml } from './output/html.js'
export { type DocRecord, toJson, toJsonLine } from './output/json.js'
export { type ProvisionRow, provisionRows } from './output/provisions.js'
export { type SearchDocument, type SearchFacets, type SearchOptions, toSearchDocument } from './output/search.js'
export { type Palette, PLAIN, type TextOptions, toText } from './output/text.js'
export { type LabelNames, labelName } from './output/wording.js'
export { toXlsx } from './output/xlsx.js'
export type { ExplainedRoute, ExplainedUnit, Regrouping, RouteWord, RunnerUp, SegmentationExplanation } from './segment/explanation.js'
export type { Agencies, AgencyName } from './tag/agency/parse.js'
export type { Industries, Industry, IndustryCount, IndustryLevel } from './tag/industry/directory.js'
export type { Region, Regions } from './tag/region/directory.js'
export { openTagger, type SegmentOptions, type Tagger } from './tagger.js'
export { type TrainingOptions, trainTaxonomy } from './train.js'
export type { Charge, Clause, Deadline, DocumentKind, NoMeasure, Numbering, OutlineItem } from './types/structure.js'
export type {
  AgencyEntity,
  Article,
  Axis,
  Bound,
  Certainty,
  Classification,
  ClassifyContext,
  CoreType,
  DateEntity,
  Doc,
  DocumentEntity,
  Entity,
  EntityType,
  Evidence,
  FurtherType,
  IndustryEntity,
  Item,
  Label,
  Level,
  Measure,
  MoneyEntity,
  MoneyRole,
  PercentEntity,
  PeriodEntity,
  Provision,
  ProvisionEvidence,
  ProvisionKind,
  ProvisionPer,
  QuantityEntity,
  RatioEntity,
  RegionEntity,
  Relief,
  SegmentMode,
  Span,
  TextSpan,
  Token,
} from './types.js'
