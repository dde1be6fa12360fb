import type { FoldTable } from '../text/normalize.js'
import { Sections } from './format.js'
import { Gazetteer, type NameEdit } from './gazetteer.js'
import type { RegionKeys } from './region-keys.js'
import { Starts } from './starts.js'
import { StoredRows } from './stored-rows.js'
import { TABLE_NAMES, type Tables } from './tables.js'
import { Trie } from './trie.js'
import { type WordEdits, Words } from './words.js'

/** What a user changes in a lexicon. */
export interface LexiconEdits {
  names: readonly NameEdit[]
  words: WordEdits
}

/** Everything that a tagger knows, opened from one buffer. */
export class Lexicon {
  constructor(
    readonly sections: Sections,
    readonly fold: FoldTable,
    readonly gazetteer: Gazetteer,
    readonly words: Words,
  ) {}

  /** @throws DICTIONARY_FOREIGN, DICTIONARY_VERSION, DICTIONARY_DAMAGED */
  static open(buffer: ArrayBufferLike | Uint8Array): Lexicon {
    const sections = Sections.open(buffer)
    const trie = new Trie(sections.view('names.alphabet', 'u16'), sections.view('names.cells', 'i32'))
    const starts = new Starts(sections.view('names.starts', 'i32'), sections.view('names.alone', 'u8'))
    const index = { trie, postings: sections.view('names.postings', 'i32'), starts }
    const tables = Object.fromEntries(TABLE_NAMES.map(table => [table, StoredRows.open(sections, table)])) as unknown as Tables
    const keys: RegionKeys = {
      codes: sections.view('regions.codes', 'i32'),
      rows: sections.view('regions.places', 'i32'),
      heads: sections.view('regions.heads', 'u16'),
      signed: sections.view('regions.signed', 'i32'),
    }
    const gazetteer = new Gazetteer([index], tables, keys)
    return new Lexicon(sections, sections.view('fold', 'u16'), gazetteer, Words.open(sections))
  }

  /** A lexicon with a user's edits; this one, and the buffer below it, stay as they are. What is not edited costs nothing. */
  extend({ names, words }: LexiconEdits): Lexicon {
    const gazetteer = names.length > 0 ? this.gazetteer.extend(names, this.fold) : this.gazetteer
    return new Lexicon(this.sections, this.fold, gazetteer, this.words.extend(words, this.fold))
  }
}
