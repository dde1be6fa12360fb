/**
 * Every agency and region that the tagger finds in the real documents, grouped by what it resolves to, with its surfaces and where they stand;
 * then what looks like an organ or a place and was not tagged, the most frequent first.
 */
import { SpanCursor } from '../../src/tag/spans.js'
import type { AgencyEntity, Doc, RegionEntity, Span } from '../../src/types.js'
import { loadBuilt } from '../support/built.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { benchTexts } from '../support/texts.js'

/** Han characters before the suffix of what was not tagged, at most, and how often that must stand to be listed. */
const CONTEXT = 8
const LISTED = 150
/** Places of a surface that are printed. */
const SHOWN = 3

const ORGANS =
  /[\u4e00-\u9fff]{1,8}?(?:人民政府|政府|委员会|办公室|指挥部|领导小组|管委会|法院|检察院|海关|总局|[局委厅办部署])(?![\u4e00-\u9fff])/g

interface Group {
  count: number
  surfaces: Map<string, { count: number; where: string[] }>
}

const { openTagger } = await loadBuilt()
const tagger = await openTagger()
const { from, texts } = benchTexts()
const docs = texts.map(text => tagger.annotate(text))

const agencyKey = ({ name, level, adcode, former }: AgencyEntity): string =>
  `${name} · ${level ?? '–'} · ${adcode ?? '–'}${former ? ' · former' : ''}`
const regionKey = ({ name, adcode, id, candidates }: RegionEntity): string => `${name} · ${adcode ?? id ?? candidates?.join('/') ?? '–'}`

function group(type: 'agency' | 'region'): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const [number, doc] of docs.entries()) {
    for (const entity of doc.entities) {
      if (entity.type !== type) continue
      const key = entity.type === 'agency' ? agencyKey(entity) : regionKey(entity as RegionEntity)
      const own = groups.get(key) ?? { count: 0, surfaces: new Map() }
      const surface = own.surfaces.get(entity.text) ?? { count: 0, where: [] }
      own.count++
      surface.count++
      if (surface.where.length < SHOWN) surface.where.push(`${number}:${around(doc, entity.start, entity.end)}`)
      own.surfaces.set(entity.text, surface)
      groups.set(key, own)
    }
  }
  return groups
}

const around = ({ text }: Doc, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - CONTEXT), start)}[${text.slice(start, end)}]${text.slice(end, end + CONTEXT)}`.replace(/\s+/g, ' ')

function printGroups(type: 'agency' | 'region'): void {
  const groups = [...group(type)].sort((a, b) => b[1].count - a[1].count)
  const mentions = groups.reduce((sum, [, { count }]) => sum + count, 0)
  console.log(`\n# ${type}: ${mentions} mentions of ${groups.length} in ${docs.length} texts of ${from}`)
  for (const [key, { count, surfaces }] of groups) {
    console.log(`\n${count}  ${key}`)
    for (const [surface, { count, where }] of surfaces) console.log(`    ${count}× ${surface}  ${where.join('  ')}`)
  }
}

/** Spans outside of every entity, by their surface. */
function printMissed(title: string, spansOf: (doc: Doc) => Iterable<Span>, surfaceOf: (text: string) => string): void {
  const found = new Map<string, { count: number; where: string }>()
  for (const [number, doc] of docs.entries()) {
    const entities = new SpanCursor(doc.entities)
    for (const { start, end } of spansOf(doc)) {
      if (entities.overlapping({ start: end - 1, end })) continue
      const surface = surfaceOf(doc.text.slice(start, end))
      const own = found.get(surface) ?? { count: 0, where: `${number}:${around(doc, start, end)}` }
      own.count++
      found.set(surface, own)
    }
  }
  console.log(`\n# ${title}: ${found.size} strings, the most frequent ${LISTED}`)
  for (const [surface, { count, where }] of [...found].sort((a, b) => b[1].count - a[1].count).slice(0, LISTED)) {
    console.log(`${String(count).padStart(4)}  ${surface}  ${where}`)
  }
}

const organsIn = ({ text }: Doc): Span[] =>
  [...text.matchAll(ORGANS)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))

const placesIn = ({ text }: Doc): Span[] => lexicon.gazetteer.scan(sourceOf(text).codes).regions.filter(({ start, end }) => end - start > 1)

printGroups('agency')
printMissed('not tagged, with the suffix of an organ', organsIn, text => text.slice(-6))
printGroups('region')
printMissed('names of the gazetteer, not tagged', placesIn, text => text)
