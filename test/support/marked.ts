import { type GoldFields, parseGold } from '../../src/corpus/gold.js'
import type { Doc, Entity, Label, Measure, Token } from '../../src/types.js'

/**
 * A document made by hand: text with the marks of the gold format, so that tests of what follows need no tagger.
 * Fields of a mark become fields of the entity; numbers and codes are told apart by field.
 */
export function docOf(marked: string): Doc {
  const gold = parseGold(marked)
  return {
    text: gold.text,
    articles: gold.articles.map(({ start, end, fields }) => ({ start, end, outline: [], ...strings(fields) })),
    measures: gold.measures.map(({ start, end, fields }): Measure => {
      const body = gold.text.slice(start, end)
      const article = gold.articles.findIndex(each => each.start <= start && end <= each.end)
      const labels = { instrument: labelOf(fields, 'instrument', body, start), domain: labelOf(fields, 'domain', body, start) }
      const found = { items: [], clauses: [], provisions: [] }
      return { start, end, article, heading: String(fields.heading ?? ''), body, ...found, ...labels }
    }),
    entities: gold.entities.map(({ start, end, text, type, fields }) => {
      const base = { start, end, text, type, rule: 'test', certainty: fields.inferred ? 'inferred' : 'read' }
      return { ...base, ...defaults(type, text), ...strings(fields), ...numbers(fields) } as Entity
    }),
    tokens: tokensOf(gold.text),
  }
}

const NUMERIC = ['low', 'high', 'rate']

const strings = (fields: GoldFields) => Object.fromEntries(Object.entries(fields).filter(([name]) => !NUMERIC.includes(name)))
const numbers = (fields: GoldFields) =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (NUMERIC.includes(name) ? [[name, Number(value)]] : [])))

function defaults(type: string, text: string): object {
  if (type === 'money') return { currency: 'CNY', bound: 'exact', role: 'other' }
  return { name: text, function: text, concept: text }
}

function labelOf(fields: GoldFields, axis: 'instrument' | 'domain', text: string, start: number): Label {
  const label = String(fields[axis] ?? 'other')
  const evidence = [{ start, end: start + 2, text: text.slice(0, 2), rule: 'R3', leaf: label, weight: 1 }]
  return {
    label,
    score: 0.9,
    secondary: String(fields[`${axis}2`] ?? '')
      .split(',')
      .filter(Boolean),
    evidence,
  }
}

/** Han characters in pairs, other runs whole. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\p{Script=Han}{1,2}|[\p{L}\p{N}]+|\s|[^\s]/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
