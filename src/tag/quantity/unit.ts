import { derived } from '../../lexicon/derived.js'
import { readUnits } from '../../lexicon/figures.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { splitList } from '../../lexicon/source.js'
import type { Source } from '../../types.js'
import { type Numeral, passBlanks } from '../figure/numeral.js'

interface Spelling {
  written: string
  unit: string
  not: string
  least: number
  isLatin: boolean
}

/** A unit behind a numeral. */
export interface CountUnit extends Pick<Spelling, 'unit' | 'least'> {
  end: number
}

const LATIN = /^[A-Za-z²³\d]+$/
const ALPHANUMERIC = /[A-Za-z\d]/
/** 千瓦 behind 5万: characters that end a numeral and begin a unit. */
const SHARED = /[千兆百]$/
/** 亩均, 10级左右 and the like count nothing. */
const NEVER_BEHIND = '均级'

/** Units by their first character, the longest first. */
export class Units {
  static readonly of = derived((lexicon: Lexicon) => new Units(lexicon))

  private readonly byFirst = new Map<number, Spelling[]>()

  private constructor(lexicon: Lexicon) {
    for (const { name, aliases, not = '', least } of readUnits(lexicon.sections)) {
      for (const written of [name, ...splitList(aliases)]) {
        const spelling = { written, unit: name, not: not + NEVER_BEHIND, least: Number(least ?? 0), isLatin: LATIN.test(written) }
        const first = written.charCodeAt(0)
        this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), spelling])
      }
    }
    for (const spellings of this.byFirst.values()) spellings.sort((a, b) => b.written.length - a.written.length)
  }

  /** The unit behind a numeral. The numeral of 5万千瓦 gives its 千 to the unit, and comes back shortened by `shared`. */
  behind(source: Source, numeral: Numeral): (CountUnit & { shared: number }) | undefined {
    const isShared = numeral.end - numeral.start > 1 && SHARED.test(source.folded[numeral.end - 1]!)
    const shared = isShared ? this.at(source, numeral.end - 1) : undefined
    if (shared) return { ...shared, shared: 1 }
    const unit = this.at(source, passBlanks(source.codes, numeral.end))
    return unit && { ...unit, shared: 0 }
  }

  private at({ folded, codes }: Source, at: number): CountUnit | undefined {
    for (const { written, unit, not, least, isLatin } of this.byFirst.get(codes[at]!) ?? []) {
      if (!folded.startsWith(written, at)) continue
      const end = at + written.length
      const next = folded.charAt(end)
      const goesOn = next !== '' && (isLatin ? ALPHANUMERIC.test(next) : not.includes(next))
      if (!goesOn) return { end, unit, least }
    }
    return undefined
  }
}
