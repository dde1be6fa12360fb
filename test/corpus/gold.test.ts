import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseGold } from '../../src/corpus/gold.js'
import { sharedPath } from '../support/shared.js'

describe('parseGold', () => {
  it('gives the raw text and its spans back', () => {
    const doc = parseGold(
      '前\n⟦A region=310000⟧题\n⟦M instrument=other domain=health domain2=other,transport⟧给予{{5万元|money|bound=max;high=50000;base=a b;per}}。\n⟦/M⟧⟦/A⟧\n',
    )
    expect(doc.text).toBe('前\n题\n给予5万元。\n\n')
    expect(doc.articles).toEqual([{ start: 2, end: 10, fields: { region: '310000' } }])
    expect(doc.measures).toEqual([{ start: 4, end: 10, fields: { instrument: 'other', domain: 'health', domain2: 'other,transport' } }])
    expect(doc.entities).toEqual([
      { start: 6, end: 9, text: '5万元', type: 'money', fields: { bound: 'max', high: '50000', base: 'a b', per: true } },
    ])
  })

  it.each([
    ['⟦A⟧x', 'line 1: ⟦A⟧ is never closed'],
    ['x\n⟦/M⟧', 'line 2: ⟦/M⟧ closes nothing'],
    ['⟦A⟧\n\n⟦M⟧x⟦/A⟧⟦/M⟧', 'line 3: ⟦/A⟧ closes ⟦M⟧'],
    ['a\n{{x|Region}} b', 'line 2: a stray mark'],
    ['{{x|region', 'line 1: a stray mark'],
    ['x⟧', 'line 1: a stray mark'],
  ])('refuses %j and says where', (marked, message) => {
    expect(() => parseGold(marked)).toThrow(expect.objectContaining({ code: 'GOLD_MALFORMED', message: expect.stringContaining(message) }))
  })

  const digest = sharedPath('real/digest.gold.txt')
  it.skipIf(!digest)('reads the raw text out of a real gold file, character for character', () => {
    const raw = readFileSync(sharedPath('real/digest.txt')!, 'utf8')
    expect(parseGold(readFileSync(digest!, 'utf8')).text).toBe(raw)
  })
})
