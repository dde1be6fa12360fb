/** A number for each UTF-16 code unit: the kind of the last entry that holds it, 0 for all others. */
export function charTable(...entries: readonly (readonly [characters: string, kind: number])[]): Uint8Array {
  const table = new Uint8Array(65536)
  for (const [characters, kind] of entries) for (const character of characters) table[character.charCodeAt(0)] = kind
  return table
}
