import type { View } from './compromise.js'

const MULTIPLES: ReadonlyMap<string, number> = new Map(
  Object.entries({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }),
)

/** Fifteen digits hold every amount that is written and none of the crumbs of binary fractions. */
const product = (a: number, b: number): number => Number((a * b).toPrecision(15))

/** Values of the numbers of an amount, one or two; undefined where one cannot be read or counts in an order (the first 5 million yuan). */
export function valuesOf(amount: View, pattern: string): number[] | undefined {
  const parts = amount.match(pattern)
  const words = Array.from({ length: parts.length }, (_, i) => parts.eq(i).docs[0]!.map(({ normal }) => normal))
  const values = words.map((part, i) => valueOfDigits(part) ?? valueOfWords(parts.eq(i)))
  const [low, high] = values
  if (low === undefined || values.includes(undefined)) return undefined
  if (high === undefined) return [low]
  return [lowerEnd(low, high, words[0]!, words[1]!), high]
}

/** 2.5 million, 500000. */
function valueOfDigits([first, ...scales]: readonly string[]): number | undefined {
  if (!/^\d/.test(first!)) return undefined
  return scales.reduce<number | undefined>((value, scale) => {
    const multiple = MULTIPLES.get(scale)
    return value === undefined || multiple === undefined ? undefined : product(value, multiple)
  }, Number(first))
}

/** One hundred and fifty million. */
function valueOfWords(part: View): number | undefined {
  if (part.match('#Ordinal').length > 0) return undefined
  const [value, ...others] = part.numbers().get()
  return others.length === 0 && typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** 1 to 2 million: the lower end takes the scale of the higher, unless it would overtake it. */
function lowerEnd(low: number, high: number, lowWords: readonly string[], highWords: readonly string[]): number {
  const scale = MULTIPLES.get(highWords.at(-1)!) ?? 1
  const scaled = product(low, scale)
  return MULTIPLES.get(lowWords.at(-1)!) === undefined && scaled <= high ? scaled : low
}
