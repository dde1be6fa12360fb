import { compareSpans } from '../span.js'
import type { Span } from '../types.js'
import { readLists } from './agency/lists.js'
import { readOrgans } from './agency/local.js'
import { agencyNames } from './agency/national.js'
import type { AgencyCandidate } from './candidate.js'
import type { TagContext } from './context.js'
import { mergeSpans, SpanCursor } from './spans.js'

/** Every name of an organ that the text may mean: by its own name, by the grammar region + function + suffix, or by a list that it stands in. Sorted by start. */
export function recognizeAgencies(context: TagContext): AgencyCandidate[] {
  const { prefixed, bare } = readOrgans(context)
  prefixed.sort(compareSpans)
  const names = agencyNames(context)
  const named = new SpanCursor(names)
  const longer = new SpanCursor(prefixed)
  const known = mergeSpans(
    names.filter(name => !isInside(name, longer.covering(name))),
    prefixed.filter(organ => organ.prefix.kind !== 'national' || !named.covering(organ)),
  )
  const inOrganisation = new SpanCursor(context.organisations)
  const agencies = mergeSpans(known, readLists(bare, known, context))
  return agencies.filter(agency => !isInside(agency, inOrganisation.covering(agency)))
}

/** 发展改革委 in 市发展改革委 is no organ of the centre. */
const isInside = ({ start, end }: Span, outer: Span | undefined): boolean => outer !== undefined && outer.end - outer.start > end - start
