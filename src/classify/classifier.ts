import type { Lexicon } from '../lexicon/lexicon.js'
import { Trie } from '../lexicon/trie.js'
import type { Axis, Classification, Source, Span } from '../types.js'
import { decide } from './decide.js'
import { type LinearModel, type Parts, Scorer, type Scores, type Title } from './linear.js'
import { isForFirms } from './rules.js'
import { type Columns, columnsOf, type Taxonomy } from './taxonomy.js'
import { type Found, Vocabulary } from './vocabulary.js'

/** What the dictionary keeps of a model beside its arrays. */
export interface ModelHeader {
  /** Number of strings of the vocabulary. */
  size: number
  /** Number of cues among them; they come first. */
  cues: number
  step: number
  temperature: Record<Axis, number>
}

/** Labels measures on both axes. */
export class Classifier {
  readonly columns: Columns
  private readonly scorer: Scorer

  constructor(
    readonly taxonomy: Taxonomy,
    readonly model: LinearModel,
    readonly vocabulary: Vocabulary,
  ) {
    this.columns = columnsOf(taxonomy)
    this.scorer = new Scorer(model, vocabulary, this.columns)
  }

  /** The classifier of a lexicon. */
  static open({ sections }: Lexicon): Classifier {
    const { size, cues, step, temperature } = sections.json<ModelHeader>('model')
    const table = (name: string) => sections.view(`model.${name}`, 'u8')
    const bias = sections.view('model.bias', 'f32')
    const model: LinearModel = { body: table('body'), lead: table('lead'), title: table('title'), bias, step, temperature }
    const trie = new Trie(sections.view('strings.alphabet', 'u16'), sections.view('strings.cells', 'i32'))
    return new Classifier(sections.json<Taxonomy>('taxonomy'), model, new Vocabulary(trie, size, cues))
  }

  /** What a title speaks for, to be passed with every measure under it. */
  readTitle = (source: Source, span: Span = { start: 0, end: source.text.length }): Title => ({
    scores: this.scorer.title(source, span),
    isForFirms: isForFirms(source.folded.slice(span.start, span.end)),
  })

  /** What the opening of a text without a title speaks for. */
  readOpening = (source: Source, span: Span): Title => ({ scores: this.scorer.title(source, span), isForFirms: false })

  /** Raw scores of every column. */
  score = (parts: Parts, found?: Found): Scores => this.scorer.score(parts, found)

  /** Labels from scores of the parts. */
  label(parts: Parts, scores: Scores): Classification {
    return { instrument: decide(this, 'instrument', parts, scores), domain: decide(this, 'domain', parts, scores) }
  }
}
