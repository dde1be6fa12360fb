import type { Charge, Clause, Deadline } from '../types/structure.js'
import type { Source, Span } from '../types.js'
import { CLOSERS, readCharge, readHelpers } from './charges.js'
import { BREAK, charClass, charSet, isBreak, isDigit, isOf, readTable, SEMICOLON, STOP, skipBlanks, trimEnd } from './chars.js'
import { CUE, meaningOf } from './cues.js'
import { readDeadline, TO } from './deadlines.js'
import { VERBS, verbEnd } from './words.js'

/** What a measure says in its words: its deeds, who is charged with them, by when, and what is to be reached. */
export interface Details {
  clauses: Clause[]
  responsible: Charge[]
  deadline: Deadline | undefined
  targets: Span[]
}

const [NIAN, YOU, LI, ZHENG, DE, HUI, TONG] = [...'年由力争的会同'].map(character => character.charCodeAt(0))
/** What dates, charges and targets are known by: 年, 负责, 牵头, 会同, 责任单位：, 【市商务局】, 力争, cells of a table. */
const SIGNS = charClass('年负牵争会：:）)]】〕\t')
const COMMAS = charClass('，,')
const ENDS = STOP | SEMICOLON | BREAK
const TABLE = VERBS.table(ENDS, COMMAS, SIGNS)
const [END, PAUSE, SIGN] = [1, 2, 4]
/** While a verb is looked for, and when it was found. */
const [ALL, REST] = [END | PAUSE | SIGN | CUE, END | PAUSE | SIGN]
/** Behind these a clause leads into the next: 对符合条件的，给予…. */
const LEADS = charClass('的后前下时')
/** What begins a clause that says by what means: 给予…, 对…, 支持…. */
const MEANS = charSet('给对支鼓由按')
/** A comma inside these does not end a clause: 1,000. */
const OPENERS = charSet('（([【〔')

/** Reads the text between `start` and `end` in one pass. */
export function readDetails(source: Source, start: number, end: number): Details {
  const reader = new Reader(source, start, end)
  reader.read()
  return reader
}

class Reader implements Details {
  readonly clauses: Clause[] = []
  readonly responsible: Charge[] = []
  readonly targets: Span[] = []
  deadline: Deadline | undefined
  /** The clause that is being read; no verb was met where `verb` is -1. */
  private from: number
  private verb = -1
  private object = -1
  /** How many clauses there were when the sentence began. */
  private before = 0
  private target = -1

  constructor(
    private readonly source: Source,
    start: number,
    private readonly end: number,
  ) {
    this.from = start
  }

  read(): void {
    const { codes } = this.source
    const { end } = this
    let next = readTable(TABLE, codes, this.from)
    let asked = ALL
    for (let i = this.from; i < end; i++) {
      const own = next
      next = readTable(TABLE, codes, i + 1)
      const classes = meaningOf(own, next) & asked
      if (classes === 0) continue
      if (classes & (END | PAUSE)) {
        if (classes & END) this.closeSentence(i)
        else if (!isDigit(codes[i + 1]) || !isDigit(codes[i - 1])) this.closeClause(i)
        if (this.verb < 0) asked = ALL
        continue
      }
      if (classes & SIGN) {
        const behind = this.readSign(i)
        if (behind > i) {
          i = behind - 1
          next = readTable(TABLE, codes, behind)
          asked = ALL
          continue
        }
      }
      if (classes & CUE && this.verb < 0 && codes[i - 1] !== DE) {
        const object = verbEnd(codes, i, end)
        if (object === 0) continue
        this.verb = i
        this.object = object
        asked = REST
      }
    }
    this.closeSentence(end)
  }

  /** A clause without a verb, or one that only says when or for whom, leads into the next one. */
  private closeClause(at: number): void {
    if (this.target >= 0 && MEANS.has(this.source.codes[at + 1])) this.closeTarget(at)
    if (this.verb >= 0 && !isOf(this.source.codes[at - 1], LEADS)) {
      this.add(at)
      this.from = at + 1
    }
    this.verb = -1
  }

  /** What is left without a verb belongs to the clause before. */
  private closeSentence(at: number): void {
    const { clauses } = this
    if (this.verb >= 0) this.add(at)
    else if (clauses.length > this.before && at > this.from) clauses[clauses.length - 1].end = trimEnd(this.source.codes, this.from, at)
    if (this.target >= 0) this.closeTarget(at)
    this.from = at + 1
    this.verb = -1
    this.before = clauses.length
  }

  private add(at: number): void {
    const { codes } = this.source
    const start = skipBlanks(codes, this.from, this.verb)
    this.clauses.push({ start, verb: this.verb, object: this.object, end: trimEnd(codes, this.object, at) })
  }

  /** A target states a figure beside its year. */
  private closeTarget(at: number): void {
    const { codes } = this.source
    let from = this.target
    while (from < at && codes[from] !== NIAN) from++
    if (from === at) from = this.target
    while (from < at && !isDigit(codes[from])) from++
    if (from < at) this.targets.push({ start: this.target, end: at })
    this.target = -1
  }

  /** Reads what a sign at `at` may stand for; gives where the text goes on behind a charge, else `at`. */
  private readSign(at: number): number {
    const { codes } = this.source
    const c = codes[at]
    if (c === NIAN) this.readYear(at)
    else if (c === ZHENG) {
      if (codes[at - 1] === LI && this.target < 0) this.target = at - 1
    } else if (c === HUI ? codes[at + 1] === TONG : !CLOSERS.has(c) || at + 1 >= this.end || isBreak(codes[at + 1]))
      return this.readCharge(at)
    return at
  }

  private readYear(at: number): void {
    const { codes } = this.source
    if (!isDigit(codes[at - 1]) || !isDigit(codes[at - 4])) return
    const found = readDeadline(this.source, at, this.end)
    if (found && !this.deadline) this.deadline = found
    if (this.target < 0 && TO.has(codes[at - 5])) this.target = at - 5
  }

  private readCharge(at: number): number {
    const found = readCharge(this.source, this.from, at, this.end)
    if (!found) return at
    this.responsible.push(...found.charges)
    // the names are no clause, nor is the bracket around them
    const { start } = found.charges[0]
    let open = start
    while (open > this.from && !OPENERS.has(this.source.codes[open])) open--
    if (!OPENERS.has(this.source.codes[open])) open = this.source.codes[start - 1] === YOU ? start - 1 : start
    if (this.verb >= 0 && this.object < open) this.add(open)
    const helpers = readHelpers(this.source, found.next, this.end)
    if (helpers) this.responsible.push(...helpers.charges)
    this.from = (helpers ?? found).next
    this.verb = -1
    return this.from
  }
}
