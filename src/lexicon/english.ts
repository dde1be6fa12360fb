import type { Sections } from './format.js'
import type { EnglishRow } from './tables.js'

/** Rows of `dict/english.tsv`; parsed when the first English run is met, since most texts have none. */
export const readEnglish = (sections: Sections): EnglishRow[] => sections.json<EnglishRow[]>('english')
