import { ZhengceError } from '../errors.js'
import type { Ends, Engine } from './engine.js'

/** What this library uses of the optional package `nodejieba`. */
export interface NodejiebaModule {
  cut(text: string, hmm: boolean): string[]
}

export interface NodejiebaOptions {
  /** Guess unknown words by jieba's hidden Markov model. Default false. */
  hmm?: boolean
  /** How the package is loaded; for builds that bring their own. */
  load?: () => Promise<NodejiebaModule>
}

const importPackage = async (): Promise<NodejiebaModule> => (await import('nodejieba')).default

/**
 * The C++ jieba behind the contract of the engines, with its own dictionary: words, rules and user dictionaries of this library do not
 * reach it, and whatever else in the process loads words into it changes its answers.
 *
 * It has no offsets and gives lone surrogates back as U+FFFD. Both are one code unit, so that lengths alone give exact offsets.
 * @throws ENGINE_UNAVAILABLE
 */
export async function openNodejieba({ hmm = false, load = importPackage }: NodejiebaOptions = {}): Promise<Engine> {
  let jieba: NodejiebaModule
  try {
    jieba = await load()
    jieba.cut('', hmm)
  } catch (cause) {
    throw new ZhengceError('ENGINE_UNAVAILABLE', 'The package nodejieba cannot be loaded.', { cause })
  }
  return { name: 'nodejieba', cut: ({ folded }) => endsOf(jieba.cut(folded, hmm)) }
}

function endsOf(words: readonly string[]): Ends {
  const ends = new Uint32Array(words.length)
  for (let i = 0, end = 0; i < words.length; i++) {
    end += words[i]!.length
    ends[i] = end
  }
  return ends
}
