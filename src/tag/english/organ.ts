import type { FunctionRow } from '../../lexicon/tables.js'
import type { AgencyEntity } from '../../types.js'
import { organName, regionName } from '../agency/name.js'
import { encloses, type Place } from '../region/place.js'
import type { EnglishNames, Mention } from './names.js'
import type { NamedPlace } from './place.js'
import { fitSuffix, isOrganNoun, isRank } from './suffix.js'
import type { Word } from './words.js'

/** An organ in a run; `from` and `to` count words, half-open. */
export interface FoundOrgan extends Pick<AgencyEntity, 'name' | 'level' | 'adcode' | 'function' | 'former' | 'rule'> {
  from: number
  to: number
}

/** What an organ is for, without its place. */
interface Task {
  to: number
  rows: readonly FunctionRow[]
  /** Commission, Bureau, …; none where the function is the whole name (People's Government). */
  noun?: string
}

interface Chain {
  to: number
  place: Place
}

const ZONE = 'zone-administration'
const isZoneTask = ({ rows }: Task): boolean => rows.some(({ id }) => id === ZONE)

/**
 * Organs by name (Ministry of Commerce) and by grammar: place + rank + task (Shanghai Municipal Commission of Commerce),
 * task + of + place (Department of Commerce of Guangdong Province).
 */
export class OrganGrammar {
  private readonly mentionAt = new Map<number, Mention>()
  private readonly placeAt = new Map<number, NamedPlace>()

  constructor(
    private readonly words: readonly Word[],
    mentions: readonly Mention[],
    places: readonly NamedPlace[],
    private readonly names: EnglishNames,
  ) {
    for (const mention of mentions) this.mentionAt.set(mention.from, mention)
    for (const place of places) this.placeAt.set(place.from, place)
  }

  /** Organs from left to right, none within another. */
  all(): FoundOrgan[] {
    const found: FoundOrgan[] = []
    for (let at = 0; at < this.words.length; ) {
      const organ = this.words[at]!.isCapital ? this.organAt(at) : undefined
      if (organ) found.push(organ)
      at = organ?.to ?? at + 1
    }
    return found
  }

  private organAt(from: number): FoundOrgan | undefined {
    return this.hosted(from) ?? this.plainAt(from)
  }

  private plainAt(from: number): FoundOrgan | undefined {
    return this.placeFirst(from) ?? this.taskFirst(from) ?? this.national(from)
  }

  private national(from: number): FoundOrgan | undefined {
    const mention = this.mentionAt.get(from)
    const row = mention?.meaning.agencies[0]
    if (!row) return undefined
    return {
      from,
      to: mention!.to,
      name: row.name,
      level: 'national',
      function: row.id,
      ...(row.former && { former: true }),
      rule: 'english-name',
    }
  }

  private placeFirst(from: number): FoundOrgan | undefined {
    const start = this.words[from]?.key === 'cpc' ? from + 1 : from
    const chain = this.chainAt(start)
    if (!chain) return undefined
    let at = chain.to
    while (at < this.words.length && isRank(this.words[at]!)) at++
    const task = start > from ? this.committeeAt(at) : (this.taskAt(at) ?? this.areaTaskAt(at, chain.place))
    return task && this.compose(from, task.to, task, chain.place)
  }

  private taskFirst(from: number): FoundOrgan | undefined {
    const task = this.taskAt(from)
    const of = task && this.skip(task.to, ['of'])
    const chain = of === undefined || of === task!.to ? undefined : this.chainAt(this.skip(of, ['the']))
    if (!chain || (isZoneTask(task!) && this.isZoneWord(chain.to))) return undefined
    return this.compose(from, chain.to, task!, chain.place)
  }

  /** General Office of a government, Publicity Department of a Party committee. */
  private hosted(from: number): FoundOrgan | undefined {
    const office = this.mentionAt.get(from)
    const task: Task | undefined = office?.meaning.functions.some(({ id }) => id === 'government-office')
      ? { to: office.to, rows: office.meaning.functions }
      : this.taskAt(from)
    const of = task && this.skip(task.to, ['of'])
    if (of === undefined || of === task!.to) return undefined
    const host = this.plainAt(this.skip(of, ['the']))
    if (!host?.adcode) return undefined
    const rows = task!.rows.filter(({ id, host: holder }) =>
      host.function === 'government' ? id === 'government-office' : host.function === 'party-committee' && holder === 'party',
    )
    const place = this.names.index.get(Number(host.adcode))
    return place && this.compose(from, host.to, { ...task!, rows }, place)
  }

  /** Places that stand in each other, in either order: Pudong New Area, Shanghai. The inner one is meant. */
  private chainAt(from: number): Chain | undefined {
    const first = this.placeAt.get(from)
    if (!first) return undefined
    const next = this.placeAt.get(this.skip(first.to, ['of', ',']))
    if (next && encloses(next.place, first.place)) return { to: next.to, place: first.place }
    if (next?.from === first.to && encloses(first.place, next.place)) return { to: next.to, place: next.place }
    return { to: first.to, place: first.place }
  }

  /** Of a zone that the table lacks only its city is known: Administrative Committee of Suzhou | Science Park. */
  private isZoneWord(at: number): boolean {
    const word = this.words[at]
    return word?.kind === 'word' && word.isCapital
  }

  /** Lin-gang Special Area Administration. */
  private areaTaskAt(at: number, { kind }: Place): Task | undefined {
    if (kind !== 'area' || this.words[at]?.key !== 'administration') return undefined
    return { to: at + 1, rows: [...this.names.tables.functions].filter(({ id }) => id === ZONE) }
  }

  private committeeAt(at: number): Task | undefined {
    if (this.words[at]?.key !== 'committee') return undefined
    return { to: at + 1, rows: [...this.names.tables.functions].filter(({ id }) => id === 'party-committee') }
  }

  private taskAt(at: number): Task | undefined {
    const word = this.words[at]
    const mention = this.mentionAt.get(at)
    if (mention && mention.meaning.functions.length > 0 && word!.isCapital) return this.taskByName(mention)
    if (!word || !isOrganNoun(word)) return undefined
    const inner = this.mentionAt.get(this.skip(at + 1, ['of', 'for']))
    if (!inner || inner.from === at + 1 || inner.meaning.functions.length === 0) return undefined
    return { to: inner.to, rows: inner.meaning.functions, noun: word.key }
  }

  /** People's Government is whole; Development and Reform wants its noun behind it. */
  private taskByName({ to, meaning }: Mention): Task | undefined {
    const noun = this.words[to]
    if (noun && isOrganNoun(noun)) return { to: to + 1, rows: meaning.functions, noun: noun.key }
    const rows = meaning.functions.filter(({ suffixes }) => !suffixes)
    return rows.length > 0 ? { to, rows } : undefined
  }

  private compose(from: number, to: number, { rows, noun }: Task, place: Place): FoundOrgan | undefined {
    const fitted = fitSuffix(rows, noun, place)
    if (!fitted) return undefined
    const { row, suffix } = fitted
    return {
      from,
      to,
      name: organName(row, row.name + suffix, regionName(place, this.names.index), place.stem),
      ...(place.level && { level: place.level }),
      ...(place.adcode && { adcode: place.adcode }),
      function: row.id,
      ...(row.former && { former: true as const }),
      rule: 'english-grammar',
    }
  }

  /** The word after the first of `keys` that stands at `at`. */
  private skip(at: number, keys: readonly string[]): number {
    return keys.includes(this.words[at]?.key ?? '') ? at + 1 : at
  }
}
