import type { Source, Span } from '../types.js'

/** Two characters without which a text states no share and no relief: by its first, what the second may be. */
const PAIRS: Record<string, string> = {
  减: '按征收免租半税',
  免: '征收缴交除租予',
  缓: '缴征期',
  退: '还税',
  返: '还',
  抵: '免扣减',
  扣: '除减',
  征: '即后',
  延: '期缓',
  全: '免',
  分: '之',
  一: '半',
  税: '率',
  收: '取税费',
  递: '延',
  基: '点',
}
const SIGNS = '%％‰'
const COLONS = ':：∶'
const TENTH = '成'

const SIGN = 1
const COLON = 2
const TENTHS = 3
/** From here on the kinds are pairs. */
const FIRST_PAIR = 4

/** By the low bits of the code, small enough to stay in the cache; `CODES` tells whose bits they are. */
const LOW_BITS = 0xfff
const KINDS = new Uint8Array(LOW_BITS + 1)
const CODES = new Uint16Array(LOW_BITS + 1)
const SECONDS: Set<number>[] = []
function mark(character: string, kind: number): void {
  const code = character.charCodeAt(0)
  KINDS[code & LOW_BITS] = kind
  CODES[code & LOW_BITS] = code
}
for (const character of SIGNS) mark(character, SIGN)
for (const character of COLONS) mark(character, COLON)
mark(TENTH, TENTHS)
for (const [first, seconds] of Object.entries(PAIRS)) {
  mark(first, FIRST_PAIR + SECONDS.length)
  SECONDS.push(new Set([...seconds].map(character => character.charCodeAt(0))))
}

const NUMERALS = new Set([...'一二三四五六七八九0123456789'].map(character => character.charCodeAt(0)))
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

function holds(codes: Uint16Array, kind: number, at: number): boolean {
  if (kind === SIGN) return true
  if (kind === COLON) return isDigit(codes[at - 1]) && isDigit(codes[at + 1])
  if (kind === TENTHS) return NUMERALS.has(codes[at - 1] as number)
  return (SECONDS[kind - FIRST_PAIR] as Set<number>).has(codes[at + 1] as number)
}

/** Where a text may state a share or a relief. One look at most characters. */
export function triggersIn({ codes }: Source, { start, end }: Span): number[] {
  const triggers: number[] = []
  for (let at = start; at < end; at++) {
    const code = codes[at] as number
    const kind = KINDS[code & LOW_BITS] as number
    if (kind !== 0 && CODES[code & LOW_BITS] === code && holds(codes, kind, at)) triggers.push(at)
  }
  return triggers
}
