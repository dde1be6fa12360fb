import type { Lexicon } from '../lexicon/lexicon.js'
import { Trie } from '../lexicon/trie.js'
import type { Axis, Classification } from '../types.js'
import { decide } from './decide.js'
import { type CueIndex, FeatureReader, type Parts } from './features.js'
import { type LinearModel, score } from './linear.js'
import { AXES, type Columns, columnsOf, type Taxonomy } from './taxonomy.js'

/** What the dictionary keeps of a model beside its arrays. */
export interface ModelHeader {
  gramCount: number
  step: number
  temperature: Record<Axis, number>
  /** By the value of a cue in its trie: the columns it speaks for. */
  cueColumns: number[][]
}

/** Labels measures on both axes. */
export class Classifier {
  readonly columns: Columns
  private readonly reader: FeatureReader

  constructor(
    readonly taxonomy: Taxonomy,
    readonly model: LinearModel,
    grams: Trie,
    gramCount: number,
    cues: CueIndex,
  ) {
    this.columns = columnsOf(taxonomy)
    this.reader = new FeatureReader(grams, gramCount, cues, this.columns)
  }

  /** The classifier of a lexicon. */
  static open({ sections }: Lexicon): Classifier {
    const header = sections.json<ModelHeader>('model')
    const trie = (name: string) => new Trie(sections.view(`${name}.alphabet`, 'u16'), sections.view(`${name}.cells`, 'i32'))
    const model: LinearModel = {
      grams: sections.view('model.grams', 'i8'),
      headings: sections.view('model.headings', 'i8'),
      headingRows: sections.view('model.headingRows', 'i32'),
      cues: { instrument: sections.view('model.cues.instrument', 'f32'), domain: sections.view('model.cues.domain', 'f32') },
      bias: sections.view('model.bias', 'f32'),
      step: header.step,
      temperature: header.temperature,
    }
    const cues = { trie: trie('cues'), columns: header.cueColumns }
    return new Classifier(sections.json<Taxonomy>('taxonomy'), model, trie('grams'), header.gramCount, cues)
  }

  classify(parts: Parts): Classification {
    const features = this.reader.read(parts)
    const scores = score(this.model, this.columns, features)
    const [instrument, domain] = AXES.map(axis => decide(this, axis, parts, features, scores))
    return { instrument: instrument!, domain: domain! }
  }
}
