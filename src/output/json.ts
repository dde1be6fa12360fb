import type { Doc } from '../types.js'

/** A document with the name of the file that it came from. */
export interface DocRecord extends Doc {
  source: string
}

/** One document as an object, several as an array; two blanks of indent. */
export function toJson(records: readonly DocRecord[]): string {
  return `${JSON.stringify(records.length === 1 ? records[0] : records, undefined, 2)}\n`
}

/** One record on one line. */
export const toJsonLine = (record: object): string => `${JSON.stringify(record)}\n`
