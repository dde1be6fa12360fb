import { readFileSync } from 'node:fs'
import { Lexicon } from '../../src/lexicon/lexicon.js'
import { normalize } from '../../src/text/normalize.js'
import type { Source } from '../../src/types.js'

/** The lexicon as built; `npm test` builds it first. */
export const lexicon: Lexicon = Lexicon.open(readFileSync(new URL('../../dist/zhengce.dict', import.meta.url)))

export const sourceOf = (text: string): Source => normalize(text, lexicon.fold)
