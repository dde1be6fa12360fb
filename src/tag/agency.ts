import { compareSpans } from '../span.js'
import { recognizeLocal } from './agency/local.js'
import { agencyNames } from './agency/national.js'
import type { AgencyCandidate } from './candidate.js'
import type { TagContext } from './context.js'

/** Every name of an organ that the text may mean: by its own name, or by the grammar region + function + suffix. Sorted by start. */
export function recognizeAgencies(context: TagContext): AgencyCandidate[] {
  const national = agencyNames(context)
  return [...national, ...recognizeLocal(context, national)].sort(compareSpans)
}
