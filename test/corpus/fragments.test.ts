import { describe, expect, it } from 'vitest'
import { type FragmentRow, readCorpus, readFragments, readTaxonomy, splitOf, trainingRows } from '../../src/classify/build.js'
import { nearDuplicates } from '../support/duplicates.js'

const fragments = readFragments()
const wordsOf = ({ title, text }: FragmentRow): string => (title ?? text)!

describe('single actions and titles', () => {
  it('carry leaves of the taxonomy', () => {
    const { instrument, domain } = readTaxonomy().axes
    const isLeaf = (leaves: readonly { id: string }[], id: string | undefined) => leaves.some(leaf => leaf.id === id)
    const wrong = fragments.filter(row =>
      row.title === undefined
        ? !row.text || !isLeaf(instrument.leaves, row.instrument) || (row.domain !== undefined && !isLeaf(domain.leaves, row.domain))
        : row.text !== undefined || !isLeaf(domain.leaves, row.domain),
    )
    expect(wrong).toEqual([])
  })

  it('cover every leaf', () => {
    const { instrument, domain } = readTaxonomy().axes
    const count = (axis: 'instrument' | 'domain', id: string, of: typeof fragments) => of.filter(row => row[axis] === id).length
    const actions = fragments.filter(row => row.text !== undefined)
    const titles = fragments.filter(row => row.title !== undefined)
    for (const { id } of instrument.leaves) expect(count('instrument', id, actions), id).toBeGreaterThanOrEqual(90)
    for (const { id } of domain.leaves.filter(leaf => leaf.id !== 'other')) {
      expect(count('domain', id, actions), id).toBeGreaterThanOrEqual(250)
      expect(count('domain', id, titles), id).toBeGreaterThanOrEqual(40)
    }
  })

  it('are not written twice', () => {
    const texts = fragments.map(wordsOf)
    expect(nearDuplicates(texts, 1).map(({ a, b }) => [texts[a], texts[b]])).toEqual([])
  })

  it('are nowhere nearly a measure of the test split', () => {
    const measures = readCorpus().filter(row => splitOf(row.document) === 'test')
    const texts = [...measures.map(row => row.text), ...fragments.map(wordsOf)]
    const near = nearDuplicates(texts).filter(({ a, b }) => a < measures.length && b >= measures.length)
    expect(near.map(({ a, b }) => [texts[a], texts[b]])).toEqual([])
  })

  it('stand beside the train and dev splits in what is learnt from', () => {
    const rows = trainingRows()
    expect(rows.filter(row => row.isFragment)).toHaveLength(fragments.length)
    expect(rows.filter(row => !row.isFragment && splitOf(row.document) === 'test')).toEqual([])
    expect(rows.some(row => row.isFragment && row.labels.instrument !== undefined)).toBe(false)
  })
})
