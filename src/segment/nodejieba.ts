import { ZhengceError } from '../errors.js'
import type { Ends, Engine } from './engine.js'

/** What this library uses of the optional package `nodejieba`. */
export interface NodejiebaModule {
  cut(text: string, hmm: boolean): string[]
  insertWord?(word: string): boolean
  /** The words that this library has given to the one dictionary of the process; none of nodejieba's own doing. */
  [WORDS]?: string
}

export interface NodejiebaOptions {
  /** Guess unknown words by jieba's hidden Markov model. Default false. */
  hmm?: boolean
  /** Words to add, folded. */
  add?: readonly string[]
  /** Words to take out; nodejieba cannot. */
  remove?: readonly string[]
  /** How the package is loaded; for builds that bring their own. */
  load?: () => Promise<NodejiebaModule>
}

/** On the module itself, so that every copy of this library in the process sees it. */
const WORDS = Symbol.for('zhengce.words')

/** Not a literal in the import, so that bundlers for browsers do not look for the package. */
const PACKAGE = 'nodejieba'
const importPackage = async (): Promise<NodejiebaModule> => (await import(/* @vite-ignore */ PACKAGE)).default

/**
 * The C++ jieba behind the contract of the engines, with its own dictionary: the words and rules of this library do not reach it, those
 * that a user adds do. It keeps one dictionary for the whole process, so that every tagger on it must have the same words;
 * whatever else in the process loads words into it changes its answers.
 *
 * It has no offsets and gives lone surrogates back as U+FFFD. Both are one code unit, so that lengths alone give exact offsets.
 * @throws ENGINE_UNAVAILABLE; ENGINE_DICTIONARY where words are to be removed, or were other ones when the process opened the first tagger
 */
export async function openNodejieba(options: NodejiebaOptions = {}): Promise<Engine> {
  const { hmm = false, load = importPackage } = options
  let jieba: NodejiebaModule
  try {
    jieba = await load()
    jieba.cut('', hmm)
  } catch (cause) {
    throw new ZhengceError('ENGINE_UNAVAILABLE', 'The package nodejieba cannot be loaded.', { cause })
  }
  insertWords(jieba, options)
  return { name: 'nodejieba', cut: ({ folded }) => endsOf(jieba.cut(folded, hmm)) }
}

function insertWords(jieba: NodejiebaModule, { add = [], remove = [] }: NodejiebaOptions): void {
  if (remove.length > 0) throw new ZhengceError('ENGINE_DICTIONARY', `nodejieba cannot take words out of its dictionary: ${remove[0]}.`)
  const words = [...new Set(add)].sort().join('\n')
  const loaded = jieba[WORDS]
  if (loaded === undefined) {
    for (const word of add) jieba.insertWord?.(word)
    jieba[WORDS] = words
  } else if (loaded !== words) {
    throw new ZhengceError('ENGINE_DICTIONARY', 'The first tagger that this process opened with nodejieba has other words than this one.')
  }
}

function endsOf(words: readonly string[]): Ends {
  const ends = new Uint32Array(words.length)
  for (let i = 0, end = 0; i < words.length; i++) {
    end += words[i]!.length
    ends[i] = end
  }
  return ends
}
