import type { Sections } from '../lexicon/format.js'
import { Starts } from '../lexicon/starts.js'
import { Trie } from '../lexicon/trie.js'
import type { Label, Source, Span } from '../types.js'
import { decide } from './decide.js'
import { GROUPS, type Group, type LinearModel, type ModelHeader, type Parts, Scorer, type Scores, type Title } from './linear.js'
import { isForFirms } from './rules.js'
import { type Columns, type Crosswalks, type CustomTaxonomy, columnsOf, crosswalksOf } from './taxonomy.js'
import { type Found, Vocabulary } from './vocabulary.js'

/** Labels measures on every axis of a taxonomy. */
export class Classifier {
  readonly columns: Columns
  private readonly scorer: Scorer

  constructor(
    readonly taxonomy: CustomTaxonomy,
    readonly model: LinearModel,
    readonly vocabulary: Vocabulary,
    readonly header: ModelHeader,
    /** Codes of the leaves in other classifications, for every column; where labels are to carry them. */
    readonly crosswalks?: readonly Crosswalks[],
  ) {
    this.columns = columnsOf(taxonomy)
    this.scorer = new Scorer(model, vocabulary, this.columns)
  }

  /** The classifier of a dictionary, or of a model of a user's own. */
  static open(sections: Sections, withCrosswalks = false): Classifier {
    const header = sections.json<ModelHeader>('model')
    const tables = Object.fromEntries(GROUPS.map(group => [group, sections.view(`model.${group}`, 'u8')])) as Record<Group, Uint8Array>
    const model: LinearModel = { tables, step: header.step, bias: sections.view('model.bias', 'f32') }
    const trie = new Trie(sections.view('strings.alphabet', 'u16'), sections.view('strings.cells', 'i32'))
    const taxonomy = sections.json<CustomTaxonomy>('taxonomy')
    const beginnings = new Starts(sections.view('strings.starts', 'i32'), sections.view('strings.alone', 'u8'))
    const vocabulary = new Vocabulary(trie, beginnings, header.size, header.cues)
    return new Classifier(taxonomy, model, vocabulary, header, withCrosswalks ? crosswalksOf(taxonomy) : undefined)
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

  /** Labels from scores of the parts, by axis. */
  label(parts: Parts, scores: Scores): Record<string, Label> {
    const labels: Record<string, Label> = {}
    for (const axis of this.columns.axes) labels[axis] = decide(this, axis, parts, scores)
    return labels
  }
}
