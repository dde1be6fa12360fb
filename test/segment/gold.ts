import { readFileSync } from 'node:fs'
import type { Engine } from '../../src/segment/engine.js'
import { sourceOf } from '../support/lexicon.js'

export interface GoldSentence {
  text: string
  words: string[]
}

/** Sentences of `corpus/segmentation/<name>.txt`. */
export function readGold(name: 'dev' | 'test'): GoldSentence[] {
  return readFileSync(new URL(`../../corpus/segmentation/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const words = line.split(' ').map(word => (word === '␣' ? ' ' : word))
      return { text: words.join(''), words }
    })
}

export interface WordScore {
  precision: number
  recall: number
  f1: number
  /** Sentences that differ, as cut and as they should be. */
  wrong: { got: string; want: string }[]
}

/** Words count as right when start and end agree, as SIGHAN scores them. */
export function scoreWords(cut: (text: string) => string[], gold: readonly GoldSentence[]): WordScore {
  let right = 0
  let found = 0
  let wanted = 0
  const wrong: WordScore['wrong'] = []
  for (const { text, words } of gold) {
    const got = cut(text)
    const spans = new Set(spansOf(got))
    const agree = spansOf(words).filter(span => spans.has(span)).length
    right += agree
    found += got.length
    wanted += words.length
    if (agree < words.length) wrong.push({ got: got.join(' '), want: words.join(' ') })
  }
  const precision = right / found
  const recall = right / wanted
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong }
}

function spansOf(words: readonly string[]): string[] {
  let end = 0
  return words.map(word => {
    const start = end
    end += word.length
    return `${start}-${end}`
  })
}

/** The words of an engine as strings. */
export const cutter =
  (engine: Engine) =>
  (text: string): string[] => {
    const ends = engine.cut(sourceOf(text))
    return Array.from(ends, (end, i) => text.slice(ends[i - 1] ?? 0, end))
  }
