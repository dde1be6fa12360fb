import type { Source } from '../types.js'
import type { SegmentationExplanation } from './explanation.js'

/** Ends of the tokens in order; each token begins where the one before it ends, and the last end is the length of the text. */
export type Ends = Uint32Array

/** What cuts a text into words. Tokens cover the text, none is empty, none splits a surrogate pair; an empty text has none. */
export interface Engine {
  readonly name: string
  /** The array may be used anew by the next call: read it, or copy it, before. */
  cut(source: Source): Ends
  /** Why it cuts a text as it does, for engines that weigh routes. */
  explain?(source: Source): SegmentationExplanation
}
