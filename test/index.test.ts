import { expect, expectTypeOf, it } from 'vitest'
import type { Classification, Doc, Tagger, Token } from '../src/index.js'
import * as zhengce from '../src/index.js'

it('exports just these names', () => {
  expect(Object.keys(zhengce).sort()).toEqual([
    'DEFAULTS',
    'ERROR_CODES',
    'PLAIN',
    'ZhengceError',
    'labelName',
    'openTagger',
    'provisionRows',
    'readDocument',
    'toConll',
    'toCsv',
    'toHtml',
    'toJson',
    'toJsonLine',
    'toSearchDocument',
    'toText',
    'toXlsx',
    'trainTaxonomy',
  ])
})

it('has these types', () => {
  expectTypeOf(zhengce.openTagger).returns.resolves.toEqualTypeOf<Tagger>()
  expectTypeOf<Tagger['annotate']>().toEqualTypeOf<(text: string) => Doc>()
  expectTypeOf<ReturnType<Tagger['segment']>>().toEqualTypeOf<Token[]>()
  expectTypeOf<ReturnType<Tagger['classify']>>().toEqualTypeOf<Classification>()
  expectTypeOf<Doc['measures'][number]['instrument']['label']>().toEqualTypeOf<string>()
})
