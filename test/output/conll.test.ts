import { describe, expect, it } from 'vitest'
import { toConll } from '../../src/output/conll.js'
import type { Doc } from '../../src/types.js'
import { docOf } from '../support/marked.js'
import { SAMPLE } from '../support/sample.js'

/** The entities that the tags tell. */
function readBack(doc: Doc): { type: string; start: number; end: number }[] {
  const found: { type: string; start: number; end: number }[] = []
  for (const line of toConll(doc).split('\n')) {
    const [, start, end, tag] = line.split('\t')
    if (tag?.startsWith('B-')) found.push({ type: tag.slice(2), start: Number(start), end: Number(end) })
    if (tag?.startsWith('I-')) found.at(-1)!.end = Number(end)
  }
  return found
}

describe('toConll', () => {
  it('gives the entities back exactly, also where they cut a word', () => {
    expect(readBack(SAMPLE)).toEqual(SAMPLE.entities.map(({ type, start, end }) => ({ type, start, end })))
  })

  it('puts one word on a line and an empty line after a line of text', () => {
    expect(toConll(docOf('支持{{广州|region}}\n\n企业'))).toBe(
      ['支持\t0\t2\tO', '广州\t2\t4\tB-region', '', '企业\t6\t8\tO', ''].join('\n'),
    )
  })

  it('keeps two entities apart that touch', () => {
    expect(toConll(docOf('{{莞|region}}{{深|region}}'))).toBe('莞\t0\t1\tB-region\n深\t1\t2\tB-region\n')
  })

  it('puts documents into a column of their own, since other mentions lie inside them', () => {
    const document = { type: 'document', start: 2, end: 8, text: '《广州办法》', rule: 'title', certainty: 'read' } as const
    const doc = docOf('按照《{{广州|region}}办法》')
    expect(toConll({ ...doc, entities: [document, ...doc.entities] })).toBe(
      [
        '按照\t0\t2\tO\tO',
        '《\t2\t3\tO\tB-document',
        '广州\t3\t5\tB-region\tI-document',
        '办法\t5\t7\tO\tI-document',
        '》\t7\t8\tO\tI-document',
        '',
      ].join('\n'),
    )
  })

  it('is empty for an empty text', () => {
    expect(toConll(docOf(''))).toBe('')
  })
})
