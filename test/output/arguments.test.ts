import { describe, expect, it } from 'vitest'
import { toConll } from '../../src/output/conll.js'
import { toCsv } from '../../src/output/csv.js'
import { toHtml } from '../../src/output/html.js'
import { provisionRows } from '../../src/output/provisions.js'
import { toSearchDocument } from '../../src/output/search.js'
import { toText } from '../../src/output/text.js'
import { toXlsx } from '../../src/output/xlsx.js'
import { SAMPLE } from '../support/sample.js'

const wrong = 'x' as never

describe('what is no document, no row and no option', () => {
  it.each<[string, () => unknown, string]>([
    ['provisionRows of a string', () => provisionRows(wrong), 'INVALID_ARGUMENT'],
    ['provisionRows of half a document', () => provisionRows({ measures: [] } as never), 'INVALID_ARGUMENT'],
    ['toText of a string', () => toText(wrong), 'INVALID_ARGUMENT'],
    ['toConll of nothing', () => toConll(undefined as never), 'INVALID_ARGUMENT'],
    ['toCsv of a string', () => toCsv(wrong), 'INVALID_ARGUMENT'],
    ['toCsv of strings', () => toCsv([wrong]), 'INVALID_ARGUMENT'],
    ['toCsv with another option', () => toCsv([], { boom: true } as never), 'INVALID_OPTION'],
    ['toHtml of a document in the place of records', () => toHtml(SAMPLE as never), 'INVALID_ARGUMENT'],
    ['toHtml of records that are none', () => toHtml([{ source: 'a' } as never]), 'INVALID_ARGUMENT'],
    ['toSearchDocument without options', () => (toSearchDocument as (doc: unknown) => unknown)(SAMPLE), 'INVALID_OPTION'],
    ['toSearchDocument without an id', () => toSearchDocument(SAMPLE, { dictionaryVersion: '1' } as never), 'INVALID_TEXT'],
  ])('%s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ name: 'ZhengceError', code }))
  })

  it('toXlsx of a string', async () => {
    await expect(toXlsx(wrong)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})
