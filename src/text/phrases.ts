/** A word and what it means. */
export interface Phrase<T> {
  word: string
  sense: T
}

interface Node<T> {
  next: Map<number, Node<T>>
  /** More than one where a word has several senses, by the place it stands in. */
  phrases: Phrase<T>[]
}

const LOW_BITS = 0xfff

/** Words that are looked for where they end, in a trie that is read backwards. */
export class Phrases<T> {
  /** 1 for every last character, by the low bits of its code: small enough to stay in the cache, and most places cost one look. */
  private readonly ends = new Uint8Array(LOW_BITS + 1)
  private readonly root: Node<T> = { next: new Map(), phrases: [] }

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const phrase of phrases) this.add(phrase)
  }

  /** Words by their sense, split at blanks. */
  static of<T extends string>(words: Record<T, string>): Phrases<T> {
    const senses = Object.entries(words) as [T, string][]
    return new Phrases(senses.flatMap(([sense, list]) => list.split(' ').map(word => ({ word, sense }))))
  }

  private add(phrase: Phrase<T>): void {
    let node = this.root
    for (let at = phrase.word.length - 1; at >= 0; at--) {
      const code = phrase.word.charCodeAt(at)
      if (node === this.root) this.ends[code & LOW_BITS] = 1
      const next: Node<T> = node.next.get(code) ?? { next: new Map(), phrases: [] }
      node.next.set(code, next)
      node = next
    }
    node.phrases.push(phrase)
  }

  /** The longest word that ends at `end` and fits. */
  endingAt(text: string, end: number, fits?: (phrase: Phrase<T>) => boolean): Phrase<T> | undefined {
    if (end === 0 || this.ends[text.charCodeAt(end - 1) & LOW_BITS] === 0) return undefined
    let longest: Phrase<T> | undefined
    let node: Node<T> | undefined = this.root
    for (let at = end - 1; at >= 0; at--) {
      node = node.next.get(text.charCodeAt(at))
      if (!node) break
      for (const phrase of node.phrases) {
        if (fits && !fits(phrase)) continue
        longest = phrase
        break
      }
    }
    return longest
  }
}
