/** Prints nanoseconds of processor time a character that the only tagger of this process takes; the argument is how many words a user adds. */
import { loadBuilt } from '../support/built.js'
import { makeWords } from '../support/peers.mjs'
import { benchTexts, processorTime, race } from '../support/texts.js'

const ROUNDS = 15
const count = Number(process.argv[2])
const documents = benchTexts().texts.flatMap(text => text.match(/[\s\S]{1,4000}/g) ?? [])
const { openTagger } = await loadBuilt()
const tagger = await openTagger(count > 0 ? { dictionaries: [{ table: 'terms', rows: makeWords(count) }] } : {})
const cutAll = (): void => {
  for (const document of documents) tagger.segment(document)
}
const { cutAll: time } = race({ cutAll }, ROUNDS, processorTime)
console.log((time! * 1e6) / documents.join('').length)
