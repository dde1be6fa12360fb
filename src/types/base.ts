/** What mentions of every type have. Offsets are UTF-16 code units, half-open `[start, end)`, over the text as given. */

export interface Span {
  start: number
  end: number
}

/** A span that carries its own surface, `text === doc.text.slice(start, end)`. */
export interface TextSpan extends Span {
  text: string
}

/** Always found; no two mentions of these types overlap. */
export type CoreType = 'region' | 'agency' | 'industry' | 'money'
/**
 * Found where they are asked for. Figures (all but `document`) overlap neither one another nor the core types, which go first;
 * a document overlaps no other document, and any mention may lie inside it.
 */
export type FurtherType = 'percent' | 'ratio' | 'quantity' | 'date' | 'period' | 'document'
export type EntityType = CoreType | FurtherType

/** `read`: the text says it; `inferred`: context or grammar supplied it. */
export type Certainty = 'read' | 'inferred'

export interface EntityBase extends TextSpan {
  type: EntityType
  /** Name of the rule that made the entity. */
  rule: string
  certainty: Certainty
}

/** How a number limits what it counts. */
export type Bound = 'exact' | 'max' | 'min' | 'range' | 'about'
