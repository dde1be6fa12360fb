import { addFurther } from '../../src/tag/further.js'
import type { Bound, Entity, FurtherType } from '../../src/types.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

/** Mentions of one further type in a text, or of all of them, in an article with a date. */
export function findFurther(text: string, types: readonly FurtherType[], date?: string): Entity[] {
  const articles = [{ start: 0, end: text.length, outline: [], ...(date && { date }) }]
  return addFurther({ text, articles, measures: [], tokens: [], entities: [] }, sourceOf(text), lexicon, new Set(types)).entities
}

const SIGNS: Record<Exclude<Bound, 'range'>, string> = { exact: '', min: '>=', max: '<=', about: '~' }

/** The value of a mention in one line: >=0.5, 3..5 个, <=P5Y workdays, 通知 国发〔2024〕3号. */
export function show(entity: Entity): string {
  switch (entity.type) {
    case 'percent':
      return limits(entity) + (entity.points ? ' points' : '')
    case 'ratio':
      return SIGNS[entity.bound as 'exact'] + entity.terms.join(':')
    case 'quantity':
      return `${limits(entity)} ${entity.unit}`
    case 'date':
      return SIGNS[entity.bound] + (entity.value ?? '?') + flags(entity)
    case 'period':
      return (entity.bound === 'range' ? `${entity.low}..` : SIGNS[entity.bound]) + (entity.value ?? '?') + flags(entity)
    case 'document':
      return [entity.kind, entity.number && `${entity.number} (${[entity.code, entity.year, entity.serial].filter(Boolean).join(' ')})`]
        .filter(Boolean)
        .join(' ')
    default:
      return entity.type
  }
}

function limits({ bound, low, high }: { bound: Bound; low?: number; high?: number }): string {
  return bound === 'range' ? `${low}..${high}` : SIGNS[bound] + (bound === 'min' ? low : high)
}

const flags = ({ certainty, relative, ...entity }: Extract<Entity, { type: 'date' | 'period' }>): string =>
  ('workdays' in entity ? ' workdays' : '') + (relative ? ' relative' : certainty === 'inferred' ? ' inferred' : '')
