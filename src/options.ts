import { ZhengceError } from './errors.js'
import type { UserDictionary } from './lexicon/user.js'

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
}

export interface ResolvedOptions {
  engine: EngineName
  hmm: boolean
  dictionary: DictionarySource | undefined
  dictionaries: readonly UserDictionary[]
}

export const DEFAULTS: ResolvedOptions = { engine: 'built-in', hmm: false, dictionary: undefined, dictionaries: [] }

const ENGINES: readonly EngineName[] = ['built-in', 'nodejieba', 'intl']

/** @throws INVALID_OPTION for an option that does not exist or has a wrong value. */
export function resolveOptions(options: TaggerOptions = {}): ResolvedOptions {
  for (const key of Object.keys(options)) {
    if (!Object.hasOwn(DEFAULTS, key))
      throw new ZhengceError('INVALID_OPTION', `There is no option ${key}; there are ${Object.keys(DEFAULTS).join(', ')}.`)
  }
  const resolved = { ...DEFAULTS, ...options }
  if (!ENGINES.includes(resolved.engine)) {
    throw new ZhengceError('INVALID_OPTION', `engine must be one of ${ENGINES.join(', ')}, not ${String(resolved.engine)}.`)
  }
  if (typeof resolved.hmm !== 'boolean') throw new ZhengceError('INVALID_OPTION', `hmm must be true or false, not ${String(resolved.hmm)}.`)
  if (!Array.isArray(resolved.dictionaries))
    throw new ZhengceError('INVALID_OPTION', 'dictionaries must be an array of paths or of {table, rows}.')
  return resolved
}
