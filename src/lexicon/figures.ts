import type { Sections } from './format.js'
import type { PlanRow, UnitRow } from './tables.js'

/** Rows of `dict/units.tsv`; parsed when quantities are asked for. */
export const readUnits = (sections: Sections): UnitRow[] => sections.json<UnitRow[]>('units')

/** Rows of `dict/plans.tsv`; parsed when periods are asked for. */
export const readPlans = (sections: Sections): PlanRow[] => sections.json<PlanRow[]>('plans')
