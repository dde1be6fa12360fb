/**
 * The segmenters that this one is measured against: by name, what opens each and gives a function from a text to its words.
 * Nothing is loaded before it is opened, so that a fresh process can weigh one alone.
 */
async function openNodejieba(hmm) {
  const { default: jieba } = await import('nodejieba')
  jieba.load()
  return text => jieba.cut(text, hmm)
}

async function openNodeRs(hmm) {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
  const jieba = Jieba.withDict(dict)
  return text => jieba.cut(text, hmm)
}

async function openWasm(hmm) {
  const { cut } = await import('jieba-wasm')
  return text => cut(text, hmm)
}

export const PEERS = {
  nodejieba: () => openNodejieba(false),
  '@node-rs/jieba': () => openNodeRs(false),
  'jieba-wasm': () => openWasm(false),
  async segmentit() {
    const module = await import('segmentit')
    const { Segment, useDefault } = module.default ?? module
    const segment = useDefault(new Segment())
    return text => segment.doSegment(text).map(({ w }) => w)
  },
  async 'Intl.Segmenter'() {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
    return text => Array.from(segmenter.segment(text), ({ segment }) => segment)
  },
}

/** The same with jieba's hidden Markov model, for those that have it. */
export const GUESSING_PEERS = {
  'nodejieba, HMM': () => openNodejieba(true),
  '@node-rs/jieba, HMM': () => openNodeRs(true),
  'jieba-wasm, HMM': () => openWasm(true),
}

/** Rows of words of two to five characters, hardly any of which a dictionary has; always the same. */
export function makeWords(count) {
  let state = 42
  const next = below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const words = new Set()
  while (words.size < count) words.add(String.fromCharCode(...Array.from({ length: 2 + next(4) }, () => 0x4e00 + next(3000))))
  return Array.from(words, term => ({ term }))
}
