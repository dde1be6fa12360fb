// What the scorer beside the gold texts calls: see the README there.
import { openTagger } from '../../dist/index.js'

export async function createTagger() {
  const tagger = await openTagger()
  const tag = text => tagger.annotate(text)
  tag.classify = (measure, text, { start }) => {
    const { instrument, domain } = tagger.classify(measure, { text, start })
    return { instrument: instrument.label, domain: domain.label }
  }
  return tag
}
