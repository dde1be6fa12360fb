import { describe, expect, it } from 'vitest'
import { readCorpus, splitOf } from '../../src/classify/build.js'
import { nearDuplicates } from '../support/duplicates.js'

describe('near-duplicates', () => {
  it('are found whatever their figures and punctuation', () => {
    const texts = [
      '对新建冷库的企业补助10万元。',
      '修建灌溉水渠，引水入田。',
      '对新建冷库的企业，补助20万元！',
      '对新建冷库的企业给予奖励。',
    ]
    expect(nearDuplicates(texts).map(({ a, b }) => [a, b])).toEqual([[0, 2]])
    expect(nearDuplicates(['同一句话说两遍', '同一句话说两遍'])).toEqual([{ a: 0, b: 1, similarity: 1 }])
    expect(nearDuplicates(['', '短'])).toEqual([])
  })

  it('do not stand in different splits of the corpus', () => {
    const rows = readCorpus()
    const across = nearDuplicates(rows.map(row => row.text)).filter(({ a, b }) => splitOf(rows[a]!.document) !== splitOf(rows[b]!.document))
    expect(across.map(({ a, b, similarity }) => `${rows[a]!.id} ${rows[b]!.id} ${similarity.toFixed(2)}`)).toEqual([])
  })
})
