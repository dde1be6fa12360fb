import type { Tagger, TaggerOptions } from '../index.js'
import type { LabelNames } from '../output/wording.js'
import type { Axis } from '../types.js'

/** The part of a tagger that the commands use. */
export type CommandTagger = Pick<Tagger, 'annotate' | 'classify' | 'segment'> &
  Partial<Pick<Tagger, 'customTaxonomy'>> & { taxonomy: NamedLeaves }

interface NamedLeaves {
  name: string
  axes: Record<Axis, { leaves: readonly { id: string; name_zh: string }[] }>
}

export type OpenTagger = (options: TaggerOptions) => Promise<CommandTagger>

/** Loads the library only when a command needs it, so that --help and wrong usage answer at once. */
export async function openDefaultTagger(options: TaggerOptions): Promise<CommandTagger> {
  const { openTagger } = await import('../index.js')
  return openTagger(options)
}

/** The same for every command that opens a tagger. */
export const DICT_ARGUMENT = {
  type: 'string',
  alias: 'd',
  valueHint: 'files',
  description: 'Own dictionary tables on top of the built-in one, separated by commas',
} as const

export const taggerOptions = (dict: string | undefined): TaggerOptions => ({ dictionaries: dict === undefined ? [] : dict.split(',') })

/** Chinese names of the leaves. */
export function labelNames({ taxonomy }: CommandTagger): LabelNames {
  const ofAxis = ({ leaves }: NamedLeaves['axes'][Axis]) => Object.fromEntries(leaves.map(leaf => [leaf.id, leaf.name_zh]))
  return { instrument: ofAxis(taxonomy.axes.instrument), domain: ofAxis(taxonomy.axes.domain) }
}
