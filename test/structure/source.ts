import { structure } from '../../src/structure/structure.js'
import { foldWidths, normalize } from '../../src/text/normalize.js'
import type { MeasureSpan, Source } from '../../src/types.js'

/** Folds of width, and of the few traditional characters that these tests hold. */
const fold = foldWidths()
for (const [traditional, simplified] of ['條条', '應应', '給给', '勵励', '獎奖', '貼贴', '補补', '創创', '業业', '鼓鼓', '對对']) {
  fold[traditional.charCodeAt(0)] = simplified.charCodeAt(0)
}

export const sourceOf = (text: string): Source => normalize(text, fold)

export const measuresOf = (text: string): MeasureSpan[] => structure(sourceOf(text)).measures

/** The measures of a text as strings. */
export const surfacesOf = (text: string): string[] => measuresOf(text).map(({ start, end }) => text.slice(start, end))
