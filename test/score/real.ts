/** Real documents that are annotated by id and offsets in `corpus/real/documents.jsonl`; their texts stand beside the checkout. */
import { readFileSync } from 'node:fs'
import type { GoldFields } from '../../src/corpus/gold.js'
import { type NamedGold, SCORED_TYPES, scoreDocuments } from '../../src/corpus/score.js'
import { loadBuilt } from '../support/built.js'
import { sharedPath } from '../support/shared.js'

type Marked = GoldFields & { start: number; end: number }
interface Row {
  document: string
  articles: Marked[]
  measures: Marked[]
  entities: (Marked & { type: string })[]
}

function toGold({ document, articles, measures, entities }: Row, text: string): NamedGold {
  const span = ({ start, end, ...fields }: Marked) => ({ start, end, fields: fields as GoldFields })
  return {
    name: document,
    text,
    articles: articles.map(span),
    measures: measures.map(span),
    entities: entities.map(({ type, ...entity }) => ({ ...span(entity as Marked), type, text: text.slice(entity.start, entity.end) })),
  }
}

const folder = sharedPath('real/policies')
if (!folder) console.log('real: ../shared is absent, nothing to score')
else {
  const golds = readFileSync(new URL('../../corpus/real/documents.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)
    .map(row => toGold(row, readFileSync(`${folder}/${row.document}.txt`, 'utf8')))
  const tagger = await (await loadBuilt()).openTagger()
  const differences: string[] = []
  const result = scoreDocuments(golds, tagger, ({ kind, document, of, gold, got }) =>
    differences.push([kind, document, of, gold, got].join('\t')),
  )
  const figure = (value: number) => value.toFixed(3)
  console.log(`real: ${result.docs} documents, ${result.chars} characters, annotated independently of the tagger`)
  console.table({
    ...Object.fromEntries(
      SCORED_TYPES.map(type => [
        type,
        {
          P: figure(result.entities[type].P),
          R: figure(result.entities[type].R),
          F1: figure(result.entities[type].F1),
          gold: result.entities[type].gold,
        },
      ]),
    ),
    measures: { P: figure(result.measures.P), R: figure(result.measures.R), F1: figure(result.measures.F1), gold: result.measures.gold },
  })
  console.table(
    Object.fromEntries(Object.entries(result.attributes).map(([name, { accuracy, n }]) => [name, { accuracy: figure(accuracy), n }])),
  )
  console.table(
    Object.fromEntries(
      Object.entries(result.classification).map(([axis, { n, accuracy, accuracyPrimaryOrSecondary }]) => [
        axis,
        { accuracy: figure(accuracy), 'primary or secondary': figure(accuracyPrimaryOrSecondary), n },
      ]),
    ),
  )
  if (process.argv.includes('--errors')) console.log(differences.join('\n'))
}
