import { charTable } from '../text/char-table.js'

/** Whether a code unit is a Chinese character. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** A set of characters that is asked by code unit. */
export function charSet(characters: string): (code: number) => boolean {
  const set = charTable([characters, 1])
  return code => set[code] === 1
}

/** Pairs of characters, given as the first and all that may follow it, that are asked by code unit. */
export function pairSet(pairs: Readonly<Record<string, string>>): (first: number, second: number) => boolean {
  const isFirst = charSet(Object.keys(pairs).join(''))
  const set = new Set<number>()
  for (const [first, seconds] of Object.entries(pairs)) {
    for (const second of seconds) set.add((first.charCodeAt(0) << 16) | second.charCodeAt(0))
  }
  return (first, second) => isFirst(first) && set.has((first << 16) | second)
}
