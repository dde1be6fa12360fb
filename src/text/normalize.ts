import type { Source } from '../types.js'

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Maps every UTF-16 code unit to the one it is matched as. 65 536 entries. */
export type FoldTable = Uint16Array

/** Full-width letters, digits and the signs of numbers become narrow, the ideographic blank a blank. Punctuation stays as it is. */
export function foldWidths(): FoldTable {
  const fold = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) fold[code] = code
  const foldRange = (first: number, last: number) => {
    for (let code = first; code <= last; code++) fold[code] = code - 0xfee0
  }
  foldRange(0xff10, 0xff19) // ０–９
  foldRange(0xff21, 0xff3a) // Ａ–Ｚ
  foldRange(0xff41, 0xff5a) // ａ–ｚ
  for (const sign of '＄％＋－．／＝＠～') fold[sign.charCodeAt(0)] = sign.charCodeAt(0) - 0xfee0
  fold['￥'.charCodeAt(0)] = '¥'.charCodeAt(0)
  fold[0x3000] = 0x20
  fold[0xa0] = 0x20
  return fold
}

/** Folds a text without moving an offset: `folded.length === text.length`. Linear. */
export function normalize(text: string, fold: FoldTable): Source {
  const codes = codesOf(text)
  let changed = false
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    const folded = fold[code]!
    if (folded === code) continue
    codes[i] = folded
    changed = true
  }
  return { text, folded: changed ? decode(codes, text, fold) : text, codes }
}

/** UTF-16 code units of a text; Node copies them at once, where others have to ask for each. */
function codesOf(text: string): Uint16Array {
  const bytes = globalThis.Buffer?.from(text, 'utf16le')
  if (bytes !== undefined) return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i)
  return codes
}

/** The code units as a string; a lone surrogate, which a decoder would replace, forces the slow way. */
function decode(codes: Uint16Array, text: string, fold: FoldTable): string {
  const decoded = decoder.decode(codes)
  if (decoded.length === codes.length && !decoded.includes('\ufffd')) return decoded
  return foldSlowly(text, fold)
}

/** Folds one string, for keys of a dictionary. */
export function foldKey(key: string, fold: FoldTable): string {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    if (fold[code] !== code) return foldSlowly(key, fold)
  }
  return key
}

function foldSlowly(text: string, fold: FoldTable): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(fold[text.charCodeAt(i)]!)
  return folded
}
