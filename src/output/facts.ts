import type { Article, Doc } from '../types.js'

/** What is known of an article beside its title, in the order in which a reader wants it. */
export function articleFacts(doc: Doc, { section, region, issuer, documentNumber, date }: Article): string[] {
  return [section, region && placeOf(doc, region), issuer, documentNumber, date].flatMap(fact => (fact ? [fact] : []))
}

/** 上海市 310000, where the text itself names the place; else the code alone. */
function placeOf(doc: Doc, code: string): string {
  if (code === 'national') return '全国'
  const named = doc.entities.find(entity => entity.type === 'region' && entity.adcode === code && !entity.former)
  return named?.type === 'region' ? `${named.name} ${code}` : code
}
