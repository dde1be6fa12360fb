import type { DocumentEntity, Source } from '../types.js'
import { findNumbers } from './document/numbers.js'
import { findTitles, kindOf } from './document/titles.js'
import { entityBase } from './figure/bound.js'
import { mergeSpans } from './spans.js'

/** A number in brackets right behind a title is that of the same document. */
const BETWEEN = /^\s?[（(〔[]\s?$/
const LONGEST_BETWEEN = 3

const compact = (text: string): string => text.replace(/\s+/g, '')

/** Documents by title and by number, sorted by start; a number inside a title is part of it. */
export function recognizeDocuments(source: Source): DocumentEntity[] {
  const { text, folded } = source
  const titles = findTitles(source).flatMap(span => {
    const title = compact(text.slice(span.start + 1, span.end - 1))
    if (title === '') return []
    const kind = kindOf(compact(folded.slice(span.start + 1, span.end - 1)))
    const entity: DocumentEntity = {
      ...entityBase('document', source, span),
      title,
      ...(kind && { kind }),
      rule: 'title',
      certainty: 'read',
    }
    return entity
  })
  const numbers = findNumbers(source).map(({ number, code, year, serial, ...span }) => {
    const entity: DocumentEntity = {
      ...entityBase('document', source, span),
      number,
      code,
      ...(year && { year }),
      serial,
      rule: 'number',
      certainty: 'read',
    }
    return entity
  })
  return link(folded, mergeSpans(titles, numbers))
}

/** Gives a title its number and the number its title, where one stands behind the other. */
function link(folded: string, documents: readonly DocumentEntity[]): DocumentEntity[] {
  const linked: DocumentEntity[] = []
  for (const document of documents) {
    const last = linked.at(-1)
    if (last && document.start < last.end) continue
    const gap = last ? document.start - last.end : 0
    if (last?.title && !last.number && document.number && gap <= LONGEST_BETWEEN && BETWEEN.test(folded.slice(last.end, document.start))) {
      const { title, kind } = last
      const { number, code, year, serial } = document
      const { rule, certainty, ...named } = last
      linked[linked.length - 1] = { ...named, number, code: code!, ...(year && { year }), serial: serial!, rule, certainty }
      linked.push({ ...document, title, ...(kind && { kind }) })
    } else linked.push(document)
  }
  return linked
}
