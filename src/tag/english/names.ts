import { derived } from '../../lexicon/derived.js'
import { readEnglish } from '../../lexicon/english.js'
import { namesOf } from '../../lexicon/gazetteer.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { EnglishTable, TableRows } from '../../lexicon/tables.js'
import { foldKey } from '../../text/normalize.js'
import { PlaceIndex } from '../region/index.js'
import { encloses, type Place, placeOf } from '../region/place.js'
import { nameKeys, type Word } from './words.js'

/** What one English name leads to; most names lead to rows of one table. */
interface Meaning {
  places: Place[]
  agencies: TableRows['agencies'][]
  functions: TableRows['functions'][]
  industries: TableRows['industries'][]
}

interface Entry {
  keys: readonly string[]
  /** Written in capitals, and found only so: MOST. */
  isAcronym: boolean
  meaning: Meaning
}

/** A name in a run; `from` and `to` count words, half-open. */
export interface Mention {
  from: number
  to: number
  meaning: Meaning
}

/** The table of English names, with the rows of the Chinese tables that they lead to. */
export class EnglishNames {
  static readonly of = derived((lexicon: Lexicon) => new EnglishNames(lexicon))
  readonly index: PlaceIndex
  /** Names by their first word, the longer first. */
  private readonly byFirst = new Map<string, Entry[]>()

  private constructor(private readonly lexicon: Lexicon) {
    this.index = PlaceIndex.of(lexicon.gazetteer)
    for (const row of readEnglish(lexicon.sections)) for (const name of namesOf(row)) this.add(name, row.table, row.chinese)
    for (const entries of this.byFirst.values()) entries.sort((a, b) => b.keys.length - a.keys.length)
  }

  get tables(): Lexicon['gazetteer']['tables'] {
    return this.lexicon.gazetteer.tables
  }

  /** Names that do not overlap, from left to right, of one start the longest. */
  find(words: readonly Word[]): Mention[] {
    const found: Mention[] = []
    for (let from = 0; from < words.length; from++) {
      const entry = this.byFirst.get(words[from]!.key)?.find(({ keys, ...rest }) => stands(keys, rest, words, from))
      if (!entry) continue
      found.push({ from, to: from + entry.keys.length, meaning: entry.meaning })
      from += entry.keys.length - 1
    }
    return found
  }

  private add(name: string, table: EnglishTable, chinese: string): void {
    const keys = nameKeys(name)
    const isAcronym = /^[A-Z]+$/.test(name)
    const entries = this.byFirst.get(keys[0]!) ?? []
    let entry = entries.find(other => other.isAcronym === isAcronym && other.keys.join(' ') === keys.join(' '))
    if (!entry) {
      entry = { keys, isAcronym, meaning: { places: [], agencies: [], functions: [], industries: [] } }
      this.byFirst.set(keys[0]!, [...entries, entry])
    }
    const { meaning } = entry
    if (table === 'regions') meaning.places.push(...this.placesOf(chinese))
    else (meaning[table] as unknown[]).push(...this.rowsOf(table, chinese))
  }

  /** Rows of the Chinese table that have this very name, or else that know it by an alias. */
  private rowsOf<T extends EnglishTable>(table: T, chinese: string): TableRows[T][] {
    const rows = this.lexicon.gazetteer.lookup(table, foldKey(chinese, this.lexicon.fold))
    const named = rows.filter(row => row.name === chinese)
    return named.length > 0 ? named : rows
  }

  /** 上海市, 长江三角洲; 上海市徐汇区 for what shares its name with other places. */
  private placesOf(chinese: string): Place[] {
    const whole = this.rowsOf('regions', chinese).map(placeOf)
    if (whole.length > 0) return whole.slice(0, 1)
    const codes = Uint16Array.from(foldKey(chinese, this.lexicon.fold), character => character.charCodeAt(0))
    const parts = this.lexicon.gazetteer.scan(codes).regions
    const holders = parts.filter(({ start }) => start === 0)
    const inner = parts.filter(({ start, end }) => start > 0 && end === chinese.length)
    for (const { start, row } of inner) {
      if (holders.some(holder => holder.end === start && encloses(placeOf(holder.row), placeOf(row)))) return [placeOf(row)]
    }
    return []
  }
}

/** Words of a name begin with capitals, but for sectors and small words; an acronym stands in capitals among words that do not. */
function stands(keys: readonly string[], { isAcronym, meaning }: Omit<Entry, 'keys'>, words: readonly Word[], from: number): boolean {
  if (from + keys.length > words.length || !keys.every((key, i) => words[from + i]!.key === key)) return false
  if (isAcronym) return words[from]!.isAcronym && !isShouted(words, from)
  return meaning.industries.length > 0 || (words[from]!.isCapital && words[from + keys.length - 1]!.isCapital)
}

const isLoud = (word: Word | undefined): boolean => word?.isAcronym === true && word.end - word.start > 4

/** A line that is all in capitals tells no acronym from a word. */
const isShouted = (words: readonly Word[], at: number): boolean => isLoud(words[at - 1]) || isLoud(words[at + 1])
