/** Whether a code unit is a Chinese character. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** A set of characters that is asked by code unit. */
export function charSet(characters: string): (code: number) => boolean {
  const set = new Uint8Array(65536)
  for (const character of characters) set[character.charCodeAt(0)] = 1
  return code => set[code] === 1
}
