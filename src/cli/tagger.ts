import type { LabelNames } from '../output/wording.js'
import type { Classification, ClassifyContext, Doc, SegmentMode, Token } from '../types.js'

interface TaxonomyAxis {
  leaves: readonly { id: string; name_zh: string }[]
}

/** The part of a tagger that the commands use. */
export interface CommandTagger {
  annotate(text: string): Doc
  classify(text: string, context?: ClassifyContext): Classification
  segment(text: string, options?: { mode?: SegmentMode }): Token[]
  taxonomy: { axes: { instrument: TaxonomyAxis; domain: TaxonomyAxis } }
}

export type OpenTagger = () => Promise<CommandTagger>

/** Loads the library only when a command needs it, so that --help and wrong usage answer at once. */
export async function openDefaultTagger(): Promise<CommandTagger> {
  const { openTagger } = await import('../index.js')
  return openTagger()
}

/** Chinese names of the leaves. */
export function labelNames({ taxonomy }: CommandTagger): LabelNames {
  const ofAxis = ({ leaves }: TaxonomyAxis) => Object.fromEntries(leaves.map(leaf => [leaf.id, leaf.name_zh]))
  return { instrument: ofAxis(taxonomy.axes.instrument), domain: ofAxis(taxonomy.axes.domain) }
}
