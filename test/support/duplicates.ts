/** Near-duplicates among short texts. */

/** Two texts are nearly the same where they share so much of their shingles (Jaccard). */
export const NEARLY = 0.5
/** Characters of a shingle. */
const SHINGLE = 4
/** A shingle of more texts than this is a phrase of the trade and makes no candidates. */
const COMMON = 40

export interface Pair {
  a: number
  b: number
  /** Shared shingles among all of either. */
  similarity: number
}

/** Pairs of texts that are nearly the same, the most similar first. Blanks, punctuation and figures do not count: 10% and 20% are no difference. */
export function nearDuplicates(texts: readonly string[], least = NEARLY): Pair[] {
  const shingles = texts.map(shinglesOf)
  const holders = new Map<string, number[]>()
  for (const [i, set] of shingles.entries()) for (const shingle of set) holders.set(shingle, [...(holders.get(shingle) ?? []), i])
  const pairs: Pair[] = []
  for (const [a, set] of shingles.entries()) {
    const later = [...set].map(shingle => holders.get(shingle)!).filter(list => list.length <= COMMON)
    for (const b of new Set(later.flat())) {
      if (b <= a) continue
      const shared = [...set].filter(shingle => shingles[b]!.has(shingle)).length
      const similarity = shared / (set.size + shingles[b]!.size - shared)
      if (similarity >= least) pairs.push({ a, b, similarity })
    }
  }
  return pairs.sort((x, y) => y.similarity - x.similarity)
}

function shinglesOf(text: string): Set<string> {
  const bare = text.replace(/[\s\p{P}\p{S}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(1, bare.length - SHINGLE + 1) }, (_, i) => bare.slice(i, i + SHINGLE)))
}
