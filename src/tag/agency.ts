import { compareSpans } from '../span.js'
import { readLists } from './agency/lists.js'
import { readOrgans } from './agency/local.js'
import { agencyNames } from './agency/national.js'
import type { AgencyCandidate } from './candidate.js'
import type { TagContext } from './context.js'

/** Every name of an organ that the text may mean: by its own name, by the grammar region + function + suffix, or by a list that it stands in. */
export function recognizeAgencies(context: TagContext): AgencyCandidate[] {
  const { prefixed, bare } = readOrgans(context)
  const known = [...agencyNames(context), ...prefixed]
  return [...known, ...readLists(bare, known, context)].sort(compareSpans)
}
