import type { Span } from '../../types.js'

/** A word, a number, or a sign. The span of a word leaves out a possessive 's. */
export interface Word extends Span {
  kind: 'word' | 'number' | 'sign'
  /** Lower case, apostrophes straight: the form that names are compared by. */
  key: string
  /** Begins with a capital, or is no word. */
  isCapital: boolean
  /** All of it is in capitals, and it has two or more. */
  isAcronym: boolean
  /** Nothing stands between it and the word before. */
  isGlued: boolean
}

const LETTERS = 'A-Za-zÀ-ÖØ-öø-ɏ'
/** U.S. is a word without its stops. A blank line counts as a sign, since it ends a sentence. Hyphens between letters only part words. */
const WORD = new RegExp(
  '((?:[A-Z]\\.){2,})' +
    `|([${LETTERS}]+(?:['’](?![sS](?![${LETTERS}]))[${LETTERS}]+)*)(?:['’][sS](?![${LETTERS}]))?` +
    '|(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?)' +
    "|(\\n[ \\t\\r]*\\n|(?<=\\d|\\d )[-–—~](?= ?[\\d$€£¥])|[^\\s'’\\-–—])",
  'g',
)

/** The words of a run, in the order of the text. */
export function readWords(folded: string, run: Span): Word[] {
  const words: Word[] = []
  for (const match of folded.slice(run.start, run.end).matchAll(WORD)) {
    const [, initials, word, number, sign] = match
    const written = (initials ?? word ?? number ?? sign)!
    const start = run.start + match.index
    words.push({
      kind: (initials ?? word) ? 'word' : number ? 'number' : 'sign',
      key: keyOf(initials?.replaceAll('.', '') ?? written),
      start,
      end: start + written.length,
      isCapital: !/^[a-zß-öø-ɏ]/.test(written),
      isAcronym: /^[A-Z]{2,}$/.test(written),
      isGlued: words.at(-1)?.end === start,
    })
  }
  return words
}

const keyOf = (written: string): string => (written === '&' ? 'and' : written.toLowerCase().replaceAll('’', "'"))

/** Names in the form that texts are compared by. */
export const nameKeys = (name: string): string[] => readWords(name, { start: 0, end: name.length }).map(({ key }) => key)
