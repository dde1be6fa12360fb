/** Words with their weights, as `Words` has them. */
interface Weighed {
  meta: { unknown: number }
  eachFrom(codes: Uint16Array, from: number, to: number, found: (end: number, weight: number) => void): void
}

/** Weighs the parts of words: what a new word has to win over. */
export class Parts {
  private length = 0
  private from = 0
  private codes = new Uint16Array(64)
  private best = new Float64Array(64)

  constructor(private readonly words: Weighed) {}

  /** Weight of the best route through a key that does not take it whole, runs of letters and digits being whole as in the segmenter. */
  weigh(key: string): number {
    this.length = key.length
    if (key.length >= this.codes.length) {
      this.codes = new Uint16Array(key.length + 1)
      this.best = new Float64Array(key.length + 1)
    }
    const { words, codes, best } = this
    for (let i = 0; i < key.length; i++) codes[i] = key.charCodeAt(i)
    codes[key.length] = 0
    best[key.length] = 0
    for (let from = key.length - 1; from >= 0; from--) {
      const goesOn = isAlphanumeric(codes[from]!) && isAlphanumeric(codes[from + 1]!)
      best[from] = (goesOn ? 0 : words.meta.unknown) + best[from + 1]!
      this.from = from
      words.eachFrom(codes, from, key.length, this.take)
    }
    return best[0]!
  }

  private take = (end: number, weight: number): void => {
    const { best, from } = this
    if (end - from < this.length) best[from] = Math.max(best[from]!, weight + best[end]!)
  }
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
