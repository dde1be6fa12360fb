/** Compiles `dict/`, `corpus/` and what the packages hold into `dist/zhengce.dict`. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { buildClassifier } from './classify/build.js'
import { buildFold } from './lexicon/build/fold.js'
import { lexiconSections } from './lexicon/build/sections.js'
import { writeSections } from './lexicon/format.js'
import { readMeasure } from './structure/lone.js'

const dist = new URL('../dist/', import.meta.url)

const fold = buildFold()
const bytes = writeSections({ ...lexiconSections(fold), ...buildClassifier(fold, readMeasure) })
mkdirSync(dist, { recursive: true })
writeFileSync(new URL('zhengce.dict', dist), bytes)
copyFileSync(new URL('doc.schema.json', import.meta.url), new URL('doc.schema.json', dist))
console.log(`dist/zhengce.dict: ${(bytes.length / 1e6).toFixed(1)} MB`)
