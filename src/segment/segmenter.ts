import type { Lexicon } from '../lexicon/lexicon.js'
import type { Words } from '../lexicon/words.js'
import type { EngineName } from '../options.js'
import type { SegmentMode, Source, Token } from '../types.js'
import { BuiltIn } from './built-in.js'
import type { Ends, Engine } from './engine.js'
import { Hmm } from './hmm.js'
import { openNodejieba } from './nodejieba.js'
import { addSubwords } from './search.js'

export interface SegmenterOptions {
  engine?: EngineName
  hmm?: boolean
}

export interface Segmenter {
  /** Name of the engine. */
  readonly engine: string
  segment(source: Source, mode?: SegmentMode): Token[]
}

/** @throws ENGINE_UNAVAILABLE, DICTIONARY_DAMAGED */
export async function openSegmenter(lexicon: Lexicon, { engine = 'built-in', hmm = false }: SegmenterOptions = {}): Promise<Segmenter> {
  return engine === 'nodejieba' ? overEngine(await openNodejieba({ hmm }), lexicon.words) : createSegmenter(lexicon, { hmm })
}

/** A segmenter on the built-in engine. @throws DICTIONARY_DAMAGED */
export function createSegmenter({ words, sections }: Lexicon, { hmm = false }: { hmm?: boolean } = {}): Segmenter {
  return overEngine(new BuiltIn(words, hmm ? { hmm: Hmm.open(sections) } : {}), words)
}

/** Tokens with their texts from an engine's ends; `words` are those that the search mode looks for inside tokens. */
export function overEngine(engine: Engine, words: Words): Segmenter {
  return {
    engine: engine.name,
    segment(source, mode = 'default') {
      const ends = engine.cut(source)
      return mode === 'search' ? addSubwords(source, ends, words) : toTokens(source.text, ends)
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
