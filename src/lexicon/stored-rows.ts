import type { Section, Sections } from './format.js'
import type { Rows } from './tables.js'

/** Rows of a table as they stand in a dictionary, each as JSON: one is read when it is first asked for, and is the same object from then on. */
export class StoredRows<Row> implements Rows<Row> {
  readonly length: number
  private readonly known: (Row | undefined)[]
  private readonly decoder = new TextDecoder()

  private constructor(
    private readonly bytes: Uint8Array,
    /** Where each row begins in `bytes`, and the end of the last. */
    private readonly starts: Int32Array,
  ) {
    this.length = starts.length - 1
    this.known = new Array(this.length)
  }

  /** @throws DICTIONARY_DAMAGED */
  static open<Row>(sections: Sections, table: string): StoredRows<Row> {
    return new StoredRows<Row>(sections.view(`${table}.rows`, 'u8'), sections.view(`${table}.starts`, 'i32'))
  }

  at(i: number): Row | undefined {
    return this.known[i] ?? this.read(i)
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!
  }

  private read(i: number): Row | undefined {
    if (i >= this.length) return undefined
    // a copy, for decoders take no shared memory
    const bytes = new Uint8Array(this.bytes.subarray(this.starts[i], this.starts[i + 1]))
    const row = JSON.parse(this.decoder.decode(bytes)) as Row
    this.known[i] = row
    return row
  }
}

/** The sections that `StoredRows` opens. */
export function rowSections(table: string, rows: Iterable<unknown>): Record<string, Section> {
  const encoder = new TextEncoder()
  const encoded = Array.from(rows, row => encoder.encode(JSON.stringify(row)))
  const starts = new Int32Array(encoded.length + 1)
  for (const [i, row] of encoded.entries()) starts[i + 1] = starts[i]! + row.length
  const bytes = new Uint8Array(starts[encoded.length]!)
  for (const [i, row] of encoded.entries()) bytes.set(row, starts[i])
  return { [`${table}.rows`]: bytes, [`${table}.starts`]: starts }
}

/** Rows of a table with those that a user adds behind them. */
export class JoinedRows<Row> implements Rows<Row> {
  readonly length: number

  constructor(
    private readonly first: Rows<Row>,
    private readonly added: readonly Row[],
  ) {
    this.length = first.length + added.length
  }

  at(i: number): Row | undefined {
    return i < this.first.length ? this.first.at(i) : this.added[i - this.first.length]
  }

  *[Symbol.iterator](): Iterator<Row> {
    yield* this.first
    yield* this.added
  }
}
