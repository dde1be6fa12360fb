import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type FoldTable, foldKey } from '../../text/normalize.js'
import type { Section } from '../format.js'
import { splitList } from '../source.js'
import type { Tables } from '../tables.js'
import { Trie } from '../trie.js'
import { WeightTable, type WordEntry, Words } from '../words.js'
import { type JiebaWord, withoutPhrases } from './phrases.js'
import { readTable } from './tables.js'

const packageFile = createRequire(import.meta.url).resolve('nodejieba/package.json')

/** Where the dictionaries of the npm package `nodejieba` lie (cppjieba, MIT). */
export const jiebaFile = (name: string): string => join(dirname(packageFile), 'submodules/cppjieba/dict', name)

/** In the column `frequency` of `dict/terms.tsv`: the codebook splits this word of the base dictionary. */
const REMOVED = '-'
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
export function buildWords(fold: FoldTable, { add, remove }: WordChanges): Words {
  const { words, total } = readJieba(fold)
  return compile(withoutPhrases(words), total).extend({ add, remove }, fold)
}

function compile(words: readonly JiebaWord[], total: number): Words {
  const table = new WeightTable()
  const trie = Trie.build(words.map(({ key, frequency }) => [key, table.indexOf(Math.log(frequency / total))] as const))
  const rarest = words.reduce((least, { frequency }) => Math.min(least, frequency), Number.POSITIVE_INFINITY)
  return Words.pack(trie, table, { total, unknown: Math.log(rarest / total) })
}

export const wordSections = ({ trie, weights, meta }: Words): Record<string, Section> => ({
  'words.alphabet': trie.alphabet,
  'words.cells': trie.cells,
  'words.weights': weights,
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

/** What the segmenter takes on top of the base dictionary: names of regions, and `dict/terms.tsv`. */
export function wordChanges(tables: Tables): WordChanges {
  const terms = readTable<{ term: string; frequency?: string }>('terms.tsv')
  const remove = terms.filter(row => row.frequency === REMOVED).map(row => row.term)
  const add = terms
    .filter(row => row.frequency !== REMOVED)
    .map(({ term, frequency }) => (frequency === undefined ? { word: term } : { word: term, frequency: Number(frequency) }))
  return { add: [...regionWords(tables), ...add], remove }
}

/** Names of one character (沪, 京) are left to the base dictionary. */
const regionWords = ({ regions }: Tables): WordEntry[] =>
  regions.flatMap(row => [row.name, ...splitList(row.aliases)].filter(name => name.length > 1).map(word => ({ word })))
