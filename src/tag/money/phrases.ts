/** A word and what it means. */
export interface Phrase<T> {
  word: string
  sense: T
}

/** Words that are looked for where they end; of several that end at one place the longest that fits. */
export class Phrases<T> {
  /** For the code of a last character, 1 plus its place in `entries`; 0 where no word ends with it. */
  private readonly slots = new Uint8Array(65536)
  private readonly entries: Phrase<T>[][] = []

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const phrase of phrases) {
      const last = phrase.word.charCodeAt(phrase.word.length - 1)
      const slot = this.slots[last] as number
      if (slot === 0) this.slots[last] = this.entries.push([phrase])
      else this.entries[slot - 1]?.push(phrase)
    }
    for (const entries of this.entries) entries.sort((a, b) => b.word.length - a.word.length)
  }

  /** Words by their sense, split at blanks. */
  static of<T extends string>(words: Record<T, string>): Phrases<T> {
    const senses = Object.entries(words) as [T, string][]
    return new Phrases(senses.flatMap(([sense, list]) => list.trim().split(/\s+/).map(word => ({ word, sense }))))
  }

  endingAt(text: string, end: number, fits?: (phrase: Phrase<T>) => boolean): Phrase<T> | undefined {
    const slot = end > 0 ? (this.slots[text.charCodeAt(end - 1)] as number) : 0
    if (slot === 0) return undefined
    for (const phrase of this.entries[slot - 1] as Phrase<T>[]) {
      if (text.endsWith(phrase.word, end) && (!fits || fits(phrase))) return phrase
    }
    return undefined
  }
}
