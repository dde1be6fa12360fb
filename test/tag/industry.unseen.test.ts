import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { IndustryEntity, Tagger } from '../../src/index.js'
import { loadBuilt } from '../support/built.js'

/** What of a mention's code has to agree: one of the two may be wider (C36, C367). */
const agree = (gold: string, got: string | undefined): boolean => got !== undefined && (got.startsWith(gold) || gold.startsWith(got))

interface Mark {
  start: number
  name: string
  /** GB/T 4754—2017, or the class of the strategic list behind S. */
  code?: string
}

interface Sentence {
  text: string
  marks: Mark[]
}

const linesOf = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .slice(1)
    .map(line => line.split('\t'))

function parse(marked: string): Sentence {
  const marks: Mark[] = []
  let text = ''
  for (const part of marked.split(/(【[^】]*】)/)) {
    const [, name, code] = /^【([^|】]*)\|?([^】]*)】$/.exec(part) ?? []
    if (name !== undefined) marks.push({ start: text.length, name, ...(code && { code }) })
    text += name ?? part
  }
  return { text, marks }
}

const rows = linesOf('./industry.unseen.tsv')
const sentences = rows.map(([, marked]) => parse(marked!))
const bare = (name: string): string => name.replace(/产业$/, '')

/** Figures of the tagger on the sentences, as the scorer counts: a trailing 产业 may be in the span or not. */
function look(tagger: Tagger) {
  const counts = { marks: 0, found: 0, right: 0, codes: 0, rightCodes: 0 }
  const wrong: string[] = []
  for (const { text, marks } of sentences) {
    const found = tagger.annotate(text).entities.filter((each): each is IndustryEntity => each.type === 'industry')
    const of = ({ start, name }: Mark) => found.find(each => each.start === start && bare(each.text) === bare(name))
    counts.marks += marks.length
    counts.found += found.length
    for (const mark of marks) {
      const entity = of(mark)
      if (!entity) wrong.push(`${mark.name} in ${text}`)
      else counts.right++
      if (!entity || !mark.code) continue
      const [gold, got] = /^S\d/.test(mark.code) ? [mark.code.slice(1), entity.strategic] : [mark.code, entity.code]
      counts.codes++
      if (agree(gold, got)) counts.rightCodes++
      else wrong.push(`${mark.name}: ${got}, not ${gold}`)
    }
  }
  return { counts, wrong }
}

describe('sentences that were marked before the tagger saw them', () => {
  let result: ReturnType<typeof look>
  beforeAll(async () => {
    result = look(await (await loadBuilt()).openTagger())
  })

  it('finds the sectors, F1 at least 0.93', () => {
    const { marks, found, right } = result.counts
    expect((2 * right) / (marks + found), result.wrong.join('\n')).toBeGreaterThanOrEqual(0.93)
  })

  it('gives the code that the standard has, in at least 95 of 100', () => {
    const { codes, rightCodes } = result.counts
    expect(codes).toBeGreaterThan(250)
    expect(rightCodes / codes, result.wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('covers every section and every strategic domain', () => {
    const about = new Set(rows.map(([first]) => first))
    const wanted = [...'ABCDEFGHIJKLMNOPQRS', ...Array.from({ length: 9 }, (_, i) => `S${i + 1}`)]
    expect(wanted.filter(each => !about.has(each))).toEqual([])
  })

  it('with the table of cases, has 600 mentions, and traps in a third of the sentences', () => {
    const marked = [...rows, ...linesOf('./industry.cases.tsv')].map(([, text]) => text!)
    expect(marked.reduce((count, text) => count + text.split('【').length - 1, 0)).toBeGreaterThanOrEqual(600)
    expect(marked.filter(text => !text.includes('【')).length).toBeGreaterThanOrEqual(marked.length / 3)
  })
})
