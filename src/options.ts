import { ZhengceError } from './errors.js'
import { checkBoolean, checkOptions } from './guards.js'
import type { UserDictionary } from './lexicon/user.js'
import type { CoreType, EntityType, FurtherType } from './types.js'

export type EngineName = 'built-in' | 'nodejieba' | 'intl'

/** The compiled dictionary: its bytes, or where a file with them stands. */
export type DictionarySource = ArrayBufferLike | Uint8Array | URL | string

export interface TaggerOptions {
  /** Word segmenter. Default `built-in`. */
  engine?: EngineName
  /** Guess unknown words by jieba's hidden Markov model. Default false. */
  hmm?: boolean
  /** Default: the dictionary that comes with the package. */
  dictionary?: DictionarySource
  /** A user's own names and words on top of it. */
  dictionaries?: readonly UserDictionary[]
  /** Types of entities to find; the four core types are always among them. Default: these alone. */
  entities?: readonly EntityType[] | 'all'
  /** A model of `trainTaxonomy`: measures are also labelled in a taxonomy of your own. */
  model?: DictionarySource
  /** Whether labels carry their codes in other classifications. Default false. */
  crosswalks?: boolean
}

export interface ResolvedOptions {
  engine: EngineName
  hmm: boolean
  dictionary: DictionarySource | undefined
  dictionaries: readonly UserDictionary[]
  entities: readonly EntityType[] | 'all'
  model: DictionarySource | undefined
  crosswalks: boolean
}

export const CORE_TYPES: readonly CoreType[] = ['region', 'agency', 'industry', 'money']
export const FURTHER_TYPES: readonly FurtherType[] = ['percent', 'ratio', 'quantity', 'date', 'period', 'document']
export const ENTITY_TYPES: readonly EntityType[] = [...CORE_TYPES, ...FURTHER_TYPES]

export const DEFAULTS: ResolvedOptions = {
  engine: 'built-in',
  hmm: false,
  dictionary: undefined,
  dictionaries: [],
  entities: CORE_TYPES,
  model: undefined,
  crosswalks: false,
}

const ENGINES: readonly EngineName[] = ['built-in', 'nodejieba', 'intl']

/** @throws INVALID_OPTION for an option that does not exist or has a wrong value. */
export function resolveOptions(options: TaggerOptions = {}): ResolvedOptions {
  checkOptions(options, Object.keys(DEFAULTS))
  const resolved = { ...DEFAULTS, ...options }
  if (!ENGINES.includes(resolved.engine)) {
    throw new ZhengceError('INVALID_OPTION', `engine must be one of ${ENGINES.join(', ')}, not ${String(resolved.engine)}.`)
  }
  checkBoolean(resolved.hmm, 'hmm')
  checkBoolean(resolved.crosswalks, 'crosswalks')
  if (!Array.isArray(resolved.dictionaries))
    throw new ZhengceError('INVALID_OPTION', 'dictionaries must be an array of paths or of {table, rows}.')
  if (resolved.entities !== 'all') checkTypes(resolved.entities)
  return resolved
}

function checkTypes(types: readonly EntityType[]): void {
  if (!Array.isArray(types)) throw new ZhengceError('INVALID_OPTION', `entities must be 'all' or an array of types, not ${String(types)}.`)
  const unknown = types.find(type => !ENTITY_TYPES.includes(type))
  if (unknown !== undefined)
    throw new ZhengceError('INVALID_OPTION', `There is no entity type ${String(unknown)}; there are ${ENTITY_TYPES.join(', ')}.`)
}

/** The types asked for beyond the core ones. */
export const furtherTypes = ({ entities }: ResolvedOptions): ReadonlySet<FurtherType> =>
  new Set(FURTHER_TYPES.filter(type => entities === 'all' || entities.includes(type)))
