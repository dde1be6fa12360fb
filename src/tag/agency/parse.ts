import type { AgencyEntity, Level, Tagged } from '../../types.js'
import type { Region, Regions } from '../region/directory.js'

/** What the name of an organ says. */
export interface AgencyName {
  /** Full official name: 上海市经信委 → 上海市经济和信息化委员会. */
  name: string
  /** Id shared by the same organ everywhere: industry-and-information-technology. */
  function: string
  level?: Level
  /** The place whose organ it is; none for a national one, and where the name does not tell it. */
  region?: Region
  /** The organ no longer exists under this name. */
  former?: true
}

export interface Agencies {
  /** Reads the name of one organ, short or full; undefined where it is the name of none, or more than a name. @throws INVALID_TEXT */
  parse(name: string): AgencyName | undefined
}

/** The organ that all of a tagged text names. */
export function agencyNameOf({ text, entities }: Tagged, regions: Regions): AgencyName | undefined {
  const [entity, further] = entities
  if (entity?.type !== 'agency' || further || entity.text.length !== text.length) return undefined
  return describe(entity, regions)
}

function describe({ name, function: id, level, adcode, former }: AgencyEntity, regions: Regions): AgencyName {
  const region = adcode === undefined ? undefined : regions.lookup(adcode)[0]
  return { name, function: id, ...(level && { level }), ...(region && { region }), ...(former && { former }) }
}
