import type { Matches } from '../lexicon/gazetteer.js'
import { compareSpans } from '../span.js'
import type { IndustryEntity, Source, Span, Token } from '../types.js'
import { type Grown, growNames } from './industry/grow.js'
import { keepSectors } from './industry/lists.js'
import { selectNames } from './industry/names.js'
import { findOpenNames, type OpenName, widen } from './industry/open.js'

/** Concept of a sector that no table has; its name is what the text calls it. */
const UNLISTED = 'unlisted'

/** Names of sectors, sorted by start. Overlaps with other types are left to the resolver. */
export function recognizeIndustries(matches: Matches, source: Source, tokens: readonly Token[]): IndustryEntity[] {
  const around = { source, tokens, regions: matches.regions }
  const { names, taken } = selectNames(matches, source, tokens)
  const known = keepSectors(growNames(names, source), source).map(sector => widen(sector, around) ?? sector)
  const open = findOpenNames(around, taken)
  const sectors = open.length ? longest(known.concat(open).sort(compareSpans)) : known
  return sectors.map(sector => (sector.row ? listed(sector, source.text) : unlisted(sector, source.text)))
}

/** Of names that overlap the longer one: 水泥业|产业 as a whole. */
function longest<T extends Span>(sorted: readonly T[]): T[] {
  const kept: T[] = []
  for (const name of sorted) {
    const last = kept.at(-1)
    if (last === undefined || last.end <= name.start) kept.push(name)
    else if (name.end - name.start > last.end - last.start) kept[kept.length - 1] = name
  }
  return kept
}

function listed({ start, end, row, grown }: Grown, text: string): IndustryEntity {
  const needsCompany = row.use === 'listed'
  const entity: IndustryEntity = {
    type: 'industry',
    start,
    end,
    text: text.slice(start, end),
    concept: row.id,
    name: row.title ?? row.name,
    rule: grown ? 'grown-name' : needsCompany ? 'listed-name' : 'name',
    certainty: needsCompany && !grown ? 'inferred' : 'read',
  }
  if (row.code) entity.code = row.code
  if (row.strategic) entity.strategic = row.strategic
  if (row.marks?.includes('future')) entity.future = true
  return entity
}

function unlisted({ start, end, rule, cue }: OpenName, text: string): IndustryEntity {
  const name = text.slice(start, end)
  return { type: 'industry', start, end, text: name, concept: UNLISTED, name, rule, certainty: 'inferred', cue }
}
