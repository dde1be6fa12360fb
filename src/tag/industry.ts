import type { Matches } from '../lexicon/gazetteer.js'
import type { IndustryEntity, Source, Token } from '../types.js'
import { type Grown, growNames } from './industry/grow.js'
import { keepSectors } from './industry/lists.js'
import { selectNames } from './industry/names.js'

/** Names of sectors, sorted by start. Overlaps with other types are left to the resolver. */
export function recognizeIndustries(matches: Matches, source: Source, tokens: readonly Token[]): IndustryEntity[] {
  const { names } = selectNames(matches, source, tokens)
  return keepSectors(growNames(names, source), source).map(name => entityOf(name, source.text))
}

function entityOf({ start, end, row, grown }: Grown, text: string): IndustryEntity {
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
    certainty: row.use === 'listed' ? 'inferred' : 'read',
  }
}
