import { describe, expect, it } from 'vitest'
import { toSearchDocument } from '../../src/output/search.js'
import { docOf } from '../support/marked.js'
import { SAMPLE } from '../support/sample.js'

const options = { id: 'gz-1', dictionaryVersion: '1' }

describe('toSearchDocument', () => {
  it('gives facets without repeats, codes with those above them', () => {
    expect(toSearchDocument(SAMPLE, options).facets).toEqual({
      adcodes: ['440000', '440100', '440106'],
      agencies: ['development-and-reform'],
      industries: ['embodied-intelligence'],
      instruments: ['finance-support', 'fiscal-subsidy'],
      domains: ['fiscal-finance', 'sci-tech'],
    })
  })

  it('puts districts of a municipality straight under it', () => {
    expect(toSearchDocument(docOf('{{徐汇区|region|adcode=310104}}'), options).facets.adcodes).toEqual(['310000', '310104'])
  })

  it('indexes canonical names, words without punctuation, the title apart', () => {
    const record = toSearchDocument(SAMPLE, options)
    expect(record.names).toEqual(['具身智能', '天河区', '广州市', '广州市发展和改革委员会'])
    expect(record.title).toBe('广州支持具身智能')
    expect(record.titleTokens.join('')).toBe('广州支持具身智能')
    expect(record.tokens.join('')).toBe(SAMPLE.text.replace(/[\s。，%]/g, ''))
  })

  it('takes the words, title and version that it is given', () => {
    const tokens = [{ start: 0, end: 2, text: '科创' }]
    const record = toSearchDocument(SAMPLE, { ...options, title: '摘编', tokens })
    expect(record).toMatchObject({ id: 'gz-1', title: '摘编', tokens: ['科创'], dictionaryVersion: '1' })
  })

  it('carries the caps', () => {
    expect(toSearchDocument(SAMPLE, options).caps).toEqual([
      { currency: 'CNY', high: 2_000_000, role: 'support' },
      { currency: 'CNY', high: 10_000_000, role: 'finance' },
      { currency: 'CNY', high: 5_000, role: 'support' },
    ])
  })

  it('survives a text without anything', () => {
    expect(toSearchDocument(docOf(''), options)).toMatchObject({ title: '', tokens: [], names: [], caps: [] })
  })
})
