import type { Doc } from '../types.js'

/** A document with the name of the file that it came from. */
export interface DocRecord extends Doc {
  source: string
}

/** For people and for files of one document or of several; two blanks of indent. */
export const toJson = (records: DocRecord | readonly DocRecord[]): string => `${JSON.stringify(records, undefined, 2)}\n`

/** One record on one line. */
export const toJsonLine = (record: object): string => `${JSON.stringify(record)}\n`
