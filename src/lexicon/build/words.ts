import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type FoldTable, foldKey } from '../../text/normalize.js'
import type { Section } from '../format.js'
import { splitList } from '../source.js'
import type { Tables } from '../tables.js'
import { REMOVED, type WeighedWord, type WordEntry, Words } from '../words.js'
import { type JiebaWord, withoutPhrases } from './phrases.js'
import { readTable } from './tables.js'

const packageFile = createRequire(import.meta.url).resolve('nodejieba/package.json')

/** Where the dictionaries of the npm package `nodejieba` lie (cppjieba, MIT). */
const jiebaFile = (name: string): string => join(dirname(packageFile), 'submodules/cppjieba/dict', name)

/** Log probability of what cannot be, in cppjieba. */
const NEVER = -3.14e100

export interface WordChanges {
  add: readonly WordEntry[]
  remove: readonly string[]
}

export interface Hmm {
  rows: Uint16Array
  emit: Float64Array
  chain: Float64Array
}

/** Words in the order of the file; of several keys that fold onto one the most frequent counts. */
function readJieba(fold: FoldTable): { words: JiebaWord[]; total: number } {
  const byKey = new Map<string, JiebaWord>()
  let total = 0
  for (const line of readFileSync(jiebaFile('jieba.dict.utf8'), 'utf8').split('\n')) {
    const [word, count, tag = ''] = line.split(' ')
    if (!word) continue
    const entry = { key: foldKey(word, fold), frequency: Number(count), tag }
    total += entry.frequency
    const known = byKey.get(entry.key)
    if (known === undefined || known.frequency < entry.frequency) byKey.set(entry.key, entry)
  }
  return { words: [...byKey.values()], total }
}

/** jieba's dictionary as it is, weighed as cppjieba does. */
export function buildBaseWords(fold: FoldTable): Words {
  const { words, total } = readJieba(fold)
  return compile(words, total)
}

/** The words of this project: jieba's without its phrases, with the changes on top. */
export function buildWords(fold: FoldTable, changes: WordChanges): Words {
  const { words, total } = readJieba(fold)
  const kept = withoutPhrases(words)
  const base = compile(kept, total)
  const changed = base.extend(changes, fold)
  const keys = new Set([...kept.map(({ key }) => key), ...(changed.added?.words ?? [])])
  const weighed = [...keys].flatMap((key): WeighedWord[] => {
    const weight = changed.weightOf(key)
    return weight === undefined ? [] : [{ key, weight, tag: changed.tagOf(key) }]
  })
  return Words.compile(weighed, base.meta)
}

function compile(words: readonly JiebaWord[], total: number): Words {
  const weigh = (frequency: number): number => Math.log(frequency / total)
  const rarest = words.reduce((least, { frequency }) => Math.min(least, frequency), Number.POSITIVE_INFINITY)
  const weighed = words.map(({ key, frequency, tag }) => ({ key, weight: weigh(frequency), tag }))
  return Words.compile(weighed, { total, unknown: weigh(rarest) })
}

export const wordSections = ({ trie, weights, tags, meta }: Words): Record<string, Section> => ({
  'words.alphabet': trie.alphabet,
  'words.cells': trie.cells,
  'words.pairs': trie.pairs,
  'words.weights': weights,
  'words.tags': tags,
  'words.meta': { json: meta },
})

/** The hidden Markov model of cppjieba: start and steps, then emissions by state. */
export function buildHmm(): Hmm {
  const lines = readFileSync(jiebaFile('hmm_model.utf8'), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
  const chain = Float64Array.from(lines.slice(0, 5).flatMap(line => line.trim().split(' ').map(Number)))
  const emissions = lines.slice(5, 9).map(line => new Map(line.split(',').map(pair => pair.split(':') as [string, string])))
  const characters = [...new Set(emissions.flatMap(state => [...state.keys()]))].filter(character => character.length === 1)
  const rows = new Uint16Array(65536)
  const emit = new Float64Array((characters.length + 1) * 4).fill(NEVER)
  for (const [i, character] of characters.entries()) {
    rows[character.charCodeAt(0)] = i + 1
    for (const [state, byCharacter] of emissions.entries()) emit[(i + 1) * 4 + state] = Number(byCharacter.get(character) ?? NEVER)
  }
  return { rows, emit, chain }
}

export const hmmSections = ({ rows, emit, chain }: Hmm): Record<string, Section> => ({
  'hmm.rows': rows,
  'hmm.emit': emit,
  'hmm.chain': chain,
})

/** Parts of speech by the kinds of `dict/terms.tsv`; words of other kinds take that of jieba, or of their last part. */
const KIND_TAGS: Readonly<Record<string, string>> = { programme: 'nz', idiom: 'l', person: 'nr', organ: 'nt' }
const REGION_TAG = 'ns'

/** What the segmenter takes on top of the base dictionary: names of regions, and `dict/terms.tsv`. */
export function wordChanges(tables: Tables): WordChanges {
  const terms = readTable<{ term: string; frequency?: string; tag?: string }>('terms.tsv')
  const remove = terms.filter(row => row.frequency === REMOVED).map(row => row.term)
  const add = terms
    .filter(row => row.frequency !== REMOVED)
    .map(({ term, frequency, tag = '' }) => entry(term, frequency === undefined ? undefined : Number(frequency), KIND_TAGS[tag]))
  return { add: [...regionWords(tables), ...add], remove }
}

const entry = (word: string, frequency: number | undefined, tag: string | undefined): WordEntry => ({
  word,
  ...(frequency === undefined ? {} : { frequency }),
  ...(tag === undefined ? {} : { tag }),
})

/** Names of one character (沪, 京) are left to the base dictionary. */
const regionWords = ({ regions }: Tables): WordEntry[] =>
  [...regions].flatMap(row =>
    [row.name, ...splitList(row.aliases)].filter(name => name.length > 1).map(word => entry(word, undefined, REGION_TAG)),
  )
