/**
 * The segmenters that this one is measured against: by name, what opens each and gives a function from a text to its words.
 * Nothing is loaded before it is opened, so that a fresh process can weigh one alone.
 */
export const PEERS = {
  async nodejieba() {
    const { default: jieba } = await import('nodejieba')
    jieba.load()
    return text => jieba.cut(text)
  },
  async 'nodejieba, HMM'() {
    const { default: jieba } = await import('nodejieba')
    jieba.load()
    return text => jieba.cut(text, true)
  },
  async '@node-rs/jieba'() {
    const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
    const jieba = Jieba.withDict(dict)
    return text => jieba.cut(text, false)
  },
  async '@node-rs/jieba, HMM'() {
    const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
    const jieba = Jieba.withDict(dict)
    return text => jieba.cut(text, true)
  },
  async 'jieba-wasm'() {
    const { cut } = await import('jieba-wasm')
    return text => cut(text, false)
  },
  async 'jieba-wasm, HMM'() {
    const { cut } = await import('jieba-wasm')
    return text => cut(text, true)
  },
  async segmentit() {
    const { default: segmentit } = await import('segmentit')
    const segment = segmentit.useDefault(new segmentit.Segment())
    return text => segment.doSegment(text).map(({ w }) => w)
  },
  async 'Intl.Segmenter'() {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
    return text => Array.from(segmenter.segment(text), ({ segment }) => segment)
  },
}
