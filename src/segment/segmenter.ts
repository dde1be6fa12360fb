import { ZhengceError } from '../errors.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { WordEdits, Words } from '../lexicon/words.js'
import type { EngineName } from '../options.js'
import { foldKey } from '../text/normalize.js'
import type { SegmentMode, Source, Token } from '../types.js'
import { BuiltIn } from './built-in.js'
import type { Ends, Engine } from './engine.js'
import type { SegmentationExplanation } from './explanation.js'
import { cutFine } from './fine.js'
import { Hmm } from './hmm.js'
import { openIntl } from './intl.js'
import { openNodejieba } from './nodejieba.js'
import { addAllWords, addSubwords } from './search.js'
import { tagTokens } from './speech.js'

export interface SegmenterOptions {
  engine?: EngineName
  hmm?: boolean
  /** What a user changed in the words; the built-in engine has it from the lexicon. */
  edits?: WordEdits
}

export interface Segmenter {
  /** Name of the engine. */
  readonly engine: string
  /** `pos`: with parts of speech. */
  segment(source: Source, mode?: SegmentMode, pos?: boolean): Token[]
  /** @throws ENGINE_OPAQUE */
  explain(source: Source): SegmentationExplanation
}

type ToTokens = (source: Source, ends: Ends, words: Words) => Token[]

const MODES: Readonly<Record<SegmentMode, ToTokens>> = {
  default: ({ text }, ends) => toTokens(text, ends),
  fine: ({ text, codes }, ends, words) => toTokens(text, cutFine(codes, ends, words)),
  search: addSubwords,
  full: addAllWords,
}

export const SEGMENT_MODES = Object.keys(MODES) as readonly SegmentMode[]

/** @throws ENGINE_UNAVAILABLE, ENGINE_DICTIONARY, DICTIONARY_DAMAGED */
export async function openSegmenter(
  lexicon: Lexicon,
  { engine = 'built-in', hmm = false, edits = {} }: SegmenterOptions = {},
): Promise<Segmenter> {
  if (engine === 'built-in') return createSegmenter(lexicon, { hmm })
  if (engine === 'intl') return overEngine(openIntl(), lexicon.words)
  const add = Array.from(edits.add ?? [], ({ word }) => foldKey(word, lexicon.fold))
  const remove = [...(edits.remove ?? [])]
  return overEngine(await openNodejieba({ hmm, add, remove }), lexicon.words)
}

/** A segmenter on the built-in engine. @throws DICTIONARY_DAMAGED */
export function createSegmenter({ words, sections }: Lexicon, { hmm = false }: { hmm?: boolean } = {}): Segmenter {
  return overEngine(new BuiltIn(words, hmm ? { hmm: Hmm.open(sections) } : {}), words)
}

/** Tokens with their texts from an engine's ends; `words` are those by which modes finer than the default cut, and their parts of speech. */
export function overEngine(engine: Engine, words: Words): Segmenter {
  return {
    engine: engine.name,
    segment(source, mode = 'default', pos = false) {
      const tokens = MODES[mode](source, engine.cut(source), words)
      if (pos) tagTokens(tokens, source.codes, words)
      return tokens
    },
    explain(source) {
      if (engine.explain === undefined)
        throw new ZhengceError('ENGINE_OPAQUE', `The engine ${engine.name} does not tell why it cuts as it does.`)
      return engine.explain(source)
    },
  }
}

function toTokens(text: string, ends: Ends): Token[] {
  const tokens = new Array<Token>(ends.length)
  for (let i = 0, start = 0; i < ends.length; i++) {
    const end = ends[i]!
    tokens[i] = { text: text.slice(start, end), start, end }
    start = end
  }
  return tokens
}
