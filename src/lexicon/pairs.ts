/** Hash of a pair of code units, 32 bits of which the upper are the better. Tables with a bit or two for each of some of them tell where no word can be. */
export const hashPair = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
