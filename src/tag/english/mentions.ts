import type { AgencyEntity, IndustryEntity, RegionEntity, Source } from '../../types.js'
import type { EnglishNames, Mention } from './names.js'
import { OrganGrammar } from './organ.js'
import { placesIn, regionEntity } from './place.js'
import type { Word } from './words.js'

/** Organs, then what no organ covers: places and sectors. */
export function recognizeEnglishNames(
  source: Source,
  words: readonly Word[],
  mentions: readonly Mention[],
  names: EnglishNames,
): (AgencyEntity | RegionEntity | IndustryEntity)[] {
  const places = placesIn(words, mentions)
  const organs = new OrganGrammar(words, mentions, places, names).all()
  const covered = new Uint8Array(words.length)
  for (const { from, to } of organs) covered.fill(1, from, to)
  const isFree = ({ from }: { from: number }): boolean => covered[from] === 0
  const textOf = (from: number, to: number) => {
    const [start, end] = [words[from]!.start, words[to - 1]!.end]
    return { start, end, text: source.text.slice(start, end) }
  }
  return [
    ...organs.map(({ from, to, ...organ }): AgencyEntity => ({ type: 'agency', ...textOf(from, to), certainty: 'read', ...organ })),
    ...places.filter(isFree).map((place): RegionEntity => ({ ...textOf(place.from, place.to), ...regionEntity(place, names.index) })),
    ...mentions.filter(isFree).flatMap(mention => industryEntity(mention, textOf(mention.from, mention.to))),
  ]
}

function industryEntity({ meaning }: Mention, base: Pick<IndustryEntity, 'start' | 'end' | 'text'>): IndustryEntity[] {
  const row = meaning.places.length > 0 ? undefined : meaning.industries[0]
  if (!row) return []
  return [
    {
      type: 'industry',
      ...base,
      concept: row.id,
      name: row.title ?? row.name,
      ...(row.code && { code: row.code }),
      ...(row.strategic && { strategic: row.strategic }),
      ...(row.marks?.includes('future') && { future: true as const }),
      rule: 'english-name',
      certainty: 'read',
    },
  ]
}
