import { matchAt } from '../text/match.js'
import type { RatioEntity, Source } from '../types.js'
import { Bounds, entityBase } from './figure/bound.js'
import type { Numeral } from './figure/numeral.js'
import { PART_OF } from './percent.js'

/** What links two terms. */
const LINK = /\s?[:：∶比]\s?/y
const LINKS = new Set([...' :：∶比'].map(character => character.charCodeAt(0)))
const MOST_TERMS = 5
/** Words beside a pair that could also be a time of day. */
const RATIO_BEFORE = /(?:比例?|按|配套|配比|系数|比值|之比)[为是达到约]?[^，,。；;\n]{0,6}$/
const RATIO_BEHIND = /^\s?(?:的?比例|的?配比|配套|等额|比率)/
/** 附件1：, 表2:, T+1: a label or part of another number. */
const LABEL_BEFORE = /(?:附件|附表|附录|表|图|注|步骤|方式|问|答|第|比分|[A-Za-z\d.:：∶/+-])\s?$/
/** What a number counts when it is no term. */
const COUNTS = /\s?(?:[\d.:：年月日时号个家万亿%％元级]|分(?![担成红配享摊])|比(?!例))/y
const FRACTION_CONTEXT = /^(?:\s?(?:以上|以下|以内|左右|的)|及以[上下])/
const SLASH = '/'.charCodeAt(0)
const WINDOW = 14

interface Terms {
  start: number
  end: number
  terms: number[]
  rule: string
  taken: number
}

/** Ratios and fractions; sorted by start. */
export function recognizeRatios(source: Source, numerals: readonly Numeral[]): RatioEntity[] {
  const bounds = new Bounds(source)
  const entities: RatioEntity[] = []
  for (let i = 0; i < numerals.length; i++) {
    const read = readFraction(source, numerals, i) ?? readRatio(source, numerals, i)
    if (!read) continue
    const { terms, rule, taken, ...span } = read
    i += taken - 1
    const [whole, part] = terms as [number, number]
    const { bound, cue } = bounds.of({ ...span, low: 0, high: 0, rule, certainty: 'read' })
    entities.push({
      ...entityBase('ratio', source, span),
      bound,
      terms,
      ...(terms.length === 2 && { value: Number((part / whole).toPrecision(12)) }),
      ...(cue && { cue }),
      rule,
      certainty: 'read',
    })
  }
  return entities
}

/** 三分之一; 2/3 beside words that no date or model has. */
function readFraction({ folded, codes }: Source, numerals: readonly Numeral[], i: number): Terms | undefined {
  const whole = numerals[i]!
  const part = numerals[i + 1]
  if (!part) return undefined
  if (part.start - whole.end <= 8 && matchAt(PART_OF, folded, whole.end) && PART_OF.lastIndex === part.start) {
    if (whole.value >= 100 || whole.value < 2 || part.value > whole.value) return undefined
    return { start: whole.start, end: part.end, terms: [whole.value, part.value], rule: 'fraction', taken: 2 }
  }
  const isSlash = codes[whole.end] === SLASH && part.start === whole.end + 1 && part.value <= 12
  if (!isSlash || whole.value >= part.value || !FRACTION_CONTEXT.test(folded.slice(part.end, part.end + 4))) return undefined
  return { start: whole.start, end: part.end, terms: [part.value, whole.value], rule: 'fraction', taken: 2 }
}

/** 1:1, 1∶0.5, 1比3, 4:3:3. */
function readRatio(source: Source, numerals: readonly Numeral[], i: number): Terms | undefined {
  const { folded, codes } = source
  const first = numerals[i]!
  const terms = [first]
  for (let last = first; terms.length < MOST_TERMS && LINKS.has(codes[last.end]!); last = terms.at(-1)!) {
    const next = numerals[i + terms.length]
    if (!matchAt(LINK, folded, last.end) || next?.start !== LINK.lastIndex) break
    terms.push(next)
  }
  if (terms.length < 2 || terms.some(term => term.bare || term.value === 0 || term.vague)) return undefined
  const end = terms.at(-1)!.end
  if (matchAt(COUNTS, folded, end)) return undefined
  const before = folded.slice(Math.max(0, first.start - WINDOW), first.start)
  if (LABEL_BEFORE.test(before)) return undefined
  const isNamed = RATIO_BEFORE.test(before) || RATIO_BEHIND.test(folded.slice(end, end + 6))
  if (!isNamed && (isTime(folded, terms) || terms.some(({ value }) => value >= 1000))) return undefined
  return { start: first.start, end, terms: terms.map(({ value }) => value), rule: 'ratio', taken: terms.length }
}

/** 10:30, 8:05, 23:59:59. */
function isTime(folded: string, [hour, ...others]: readonly Numeral[]): boolean {
  return hour!.value <= 24 && others.every(({ start, end }) => /^[0-5]\d$/.test(folded.slice(start, end)))
}
