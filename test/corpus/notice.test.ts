import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/corpus/reader.js'
import type { Tagger } from '../../src/index.js'
import type { Doc } from '../../src/types.js'
import { loadBuilt } from '../support/built.js'
import { type DocxBlock, docxOf, OUTLINE_NUMBERING } from '../support/docx.js'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/readers/${name}`, import.meta.url))
const TEXT = fixture('notice.txt').toString()
const PAGE = fixture('notice.shtml').toString()

/** What GB 18030 writes in two bytes, which is all that the notice needs. */
const GB18030 = new Map<string, readonly [number, number]>()
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const decoded = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail))
    if (decoded.length === 1 && !GB18030.has(decoded)) GB18030.set(decoded, [lead, trail])
  }
const toGb18030 = (text: string) =>
  Uint8Array.from([...text].flatMap(letter => (letter < '\x80' ? [letter.charCodeAt(0)] : GB18030.get(letter)!)))
const toUtf16 = (text: string) => Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(text, 'utf16le')])

/** The notice as Word holds it: the numbers are no text but properties of the paragraphs. */
function toDocx(text: string): Uint8Array {
  const blocks: DocxBlock[] = []
  let rows: string[][] = []
  for (const line of text.split('\n')) {
    if (line.includes('\t')) rows.push(line.split('\t'))
    else if (rows.length > 0) {
      blocks.push(rows)
      rows = []
    }
    if (!line || line.includes('\t')) continue
    const [, number] = /^([一二三四]、|（[一二三四]）|\d\.)/.exec(line) ?? []
    if (!number) blocks.push(line)
    else blocks.push({ text: line.slice(number.length), number: [1, number.endsWith('、') ? 0 : number.endsWith('）') ? 1 : 2] })
  }
  return docxOf(blocks, { numbering: OUTLINE_NUMBERING })
}

const bare = (text: string) => text.replace(/\s/g, '')
const outline = (doc: Doc) => doc.measures.map(({ ordinal, heading, body }) => ({ ordinal, heading: bare(heading), body: bare(body) }))
const amounts = (doc: Doc) => doc.entities.filter(({ type }) => type === 'money').map(({ text }) => text)

describe('one notice in every format', () => {
  let tagger: Tagger
  let expected: Doc
  beforeAll(async () => {
    tagger = await (await loadBuilt()).openTagger()
    expected = tagger.annotate(TEXT)
  })

  it('is a notice of seven measures', () => {
    expect(outline(expected).map(({ ordinal, heading }) => `${ordinal} ${heading}`)).toEqual([
      '1 支持良种引进。',
      '2 支持繁育基地建设。',
      '1 推动产品升级。',
      '2 培育龙头企业。',
      '3 强化金融服务',
      '1 落实责任。',
      '2 严格监管。',
    ])
  })

  it.each([
    ['UTF-16', () => toUtf16(TEXT)],
    ['GB 18030', () => toGb18030(TEXT)],
    ['a page of a site', () => fixture('notice.shtml')],
    ['a page in GBK', () => toGb18030(PAGE.replaceAll('&nbsp;', ' ').replaceAll('\u00d7', 'x'))],
    ['DOCX', () => toDocx(TEXT)],
    ['PDF', () => fixture('notice.pdf')],
  ])('has the same measures and amounts as %s', async (_, bytes) => {
    const doc = tagger.annotate(await readDocument(bytes()))
    expect(outline(doc)).toEqual(outline(expected))
    expect(amounts(doc)).toEqual(amounts(expected))
    expect(doc.articles).toHaveLength(expected.articles.length)
    const { title, documentNumber, date, region } = expected.articles[0]!
    expect(doc.articles[0]).toMatchObject({ documentNumber, date, region })
    expect(bare(doc.articles[0]!.title!)).toBe(bare(title!))
  })
})
