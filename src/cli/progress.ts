import { visible } from '../output/visible.js'
import { truncate } from '../output/width.js'
import type { Io } from './io.js'

/** Work that ends sooner shows nothing. */
const PATIENCE_MS = 400
const REDRAW_MS = 100
const COLUMNS = 70
const CLEAR_LINE = '\r\u001b[K'

/** A line on stderr that tells how far a long run has come. Draws only on a terminal that does not show the results at the same time. */
export class Progress {
  readonly #active: boolean
  #next = performance.now() + PATIENCE_MS
  #drawn = false

  constructor(
    private readonly io: Io,
    private readonly total: number,
    resultsOnTerminal: boolean,
  ) {
    this.#active = io.stderrIsTerminal && !resultsOnTerminal && total > 1
  }

  step(done: number, name: string): void {
    const now = performance.now()
    if (!this.#active || now < this.#next) return
    this.#next = now + REDRAW_MS
    this.#drawn = true
    this.io.err(CLEAR_LINE + truncate(`${done}/${this.total}  ${visible(name)}`, COLUMNS))
  }

  /** Takes the line away, so that what follows starts on a clean one. */
  clear(): void {
    if (this.#drawn) this.io.err(CLEAR_LINE)
    this.#drawn = false
  }
}
