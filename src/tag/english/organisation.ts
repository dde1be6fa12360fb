import type { Mention } from './names.js'
import type { Word } from './words.js'

/** Words by which the name of a firm, a school or an association is known, and those by which an organ is. */
const TAILS = new Set(
  `university college school academy institute hospital bank group co ltd inc corp corporation company companies association federation
  chamber society foundation alliance union daily news press exchange securities airlines holdings technologies club orchestra`.split(
    /\s+/,
  ),
)
const ORGANS = new Set('government commission committee department bureau office administration authority court congress branch'.split(' '))
/** The longest way from a place to the tail of a name, in words. */
const REACH = 6

/**
 * Whether a place is part of the name of an organisation that is no organ: Shanghai Jiao Tong University, Bank of Shanghai.
 * @param verbs words, by their index, that end a name even where they begin with a capital, as in headings
 */
export function namesOrganisation(
  words: readonly Word[],
  { from, to }: Mention,
  verbs: ReadonlySet<number | undefined> = new Set(),
): boolean {
  if (words[from - 1]?.key === 'of' && words[from - 2]?.isCapital && TAILS.has(words[from - 2]!.key)) return true
  for (let i = to; i < Math.min(words.length, to + REACH); i++) {
    const { key, kind, isCapital } = words[i]!
    const isSmall = key === 'of' || key === 'for' || (key === 'and' && i > to)
    if (isSmall) continue
    if (kind !== 'word' || !isCapital || ORGANS.has(key) || verbs.has(i)) return false
    if (TAILS.has(key)) return true
  }
  return false
}
