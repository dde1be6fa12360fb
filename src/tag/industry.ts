import type { Matches } from '../lexicon/gazetteer.js'
import { compareSpans } from '../span.js'
import type { IndustryEntity, Source, Token } from '../types.js'
import { type Grown, growNames } from './industry/grow.js'
import { keepSectors, type Sector } from './industry/lists.js'
import { selectNames } from './industry/names.js'
import { findOpenNames } from './industry/open.js'

/** Concept of a sector that no table has; its name is what the text calls it. */
export const UNLISTED = 'unlisted'

/** Names of sectors, sorted by start. Overlaps with other types are left to the resolver. */
export function recognizeIndustries(matches: Matches, source: Source, tokens: readonly Token[]): IndustryEntity[] {
  const { names, traps } = selectNames(matches, source, tokens)
  const grown = growNames(names, source)
  const taken = [...grown, ...traps].sort(compareSpans)
  const sectors: Sector[] = [...keepSectors(grown, source), ...findOpenNames(source, tokens, taken)].sort(compareSpans)
  return sectors.map(sector => (sector.row ? known(sector, source.text) : unlisted(sector, source.text)))
}

function known({ start, end, row, grown }: Grown, text: string): IndustryEntity {
  return {
    type: 'industry',
    start,
    end,
    text: text.slice(start, end),
    concept: row.id,
    name: row.title ?? row.name,
    ...(row.code && { code: row.code }),
    ...(row.strategic && { strategic: row.strategic }),
    ...(row.marks?.includes('future') && { future: true as const }),
    rule: grown ? 'grown-name' : row.use === 'listed' ? 'listed-name' : 'name',
    certainty: row.use === 'listed' && !grown ? 'inferred' : 'read',
  }
}

function unlisted({ start, end }: { start: number; end: number }, text: string): IndustryEntity {
  const name = text.slice(start, end)
  return { type: 'industry', start, end, text: name, concept: UNLISTED, name, rule: 'open-name', certainty: 'inferred' }
}
