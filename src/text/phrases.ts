import { ROOT, Steps } from './steps.js'

/** A word and what it means. */
export interface Phrase<T> {
  word: string
  sense: T
}

const LOW_BITS = 0xfff

/** Words that are looked for where they end, in a trie that is read backwards. */
export class Phrases<T> {
  /** 1 for every last character, by the low bits of its code: small enough to stay in the cache, and most places cost one look. */
  private readonly ends = new Uint8Array(LOW_BITS + 1)
  private readonly steps: Steps
  /** By slot of the character that a word begins with; more than one where a word has several senses, by the place it stands in. */
  private readonly phrases: (Phrase<T>[] | undefined)[]

  constructor(phrases: Iterable<Phrase<T>>) {
    const list = [...phrases]
    this.steps = new Steps(list.reduce((sum, { word }) => sum + word.length, 0))
    this.phrases = new Array(this.steps.size)
    for (const phrase of list) this.add(phrase)
  }

  /** Words by their sense, split at blanks. */
  static of<T extends string>(words: Record<T, string>): Phrases<T> {
    const senses = Object.entries(words) as [T, string][]
    return new Phrases(senses.flatMap(([sense, list]) => list.split(/\s+/).map(word => ({ word, sense }))))
  }

  private add(phrase: Phrase<T>): void {
    const { word } = phrase
    this.ends[word.charCodeAt(word.length - 1) & LOW_BITS] = 1
    let slot = ROOT
    for (let at = word.length - 1; at >= 0; at--) slot = this.steps.insert(slot, word.charCodeAt(at))
    const others = this.phrases[slot]
    if (others) others.push(phrase)
    else this.phrases[slot] = [phrase]
  }

  /** The longest word that ends at `end` and fits. */
  endingAt(text: string, end: number, fits?: (phrase: Phrase<T>) => boolean): Phrase<T> | undefined {
    if (end === 0 || this.ends[text.charCodeAt(end - 1) & LOW_BITS] === 0) return undefined
    let longest: Phrase<T> | undefined
    for (let slot = ROOT, at = end - 1; at >= 0; at--) {
      slot = this.steps.step(slot, text.charCodeAt(at))
      if (slot < 0) break
      const phrases = this.phrases[slot]
      if (phrases === undefined) continue
      for (const phrase of phrases) {
        if (fits && !fits(phrase)) continue
        longest = phrase
        break
      }
    }
    return longest
  }
}
