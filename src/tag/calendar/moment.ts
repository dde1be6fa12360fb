/** A year, a month or a day, as precise as the text is; without a year it recurs every year. */
export interface Moment {
  year?: number
  month?: number
  day?: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** ISO 8601: 2027, 2027-03, 2027-03-31; without the year --03 and --03-31, as XML Schema writes them. Undefined for no moment at all. */
export function isoOf({ year, month, day }: Moment): string | undefined {
  if (year === undefined && month === undefined) return undefined
  const parts = [month, day].filter(part => part !== undefined).map(two)
  return year === undefined ? `--${parts.join('-')}` : [String(year), ...parts].join('-')
}

/** The last day of a month; of February the 28th where no year is known. */
export const lastDayOf = (year: number | undefined, month: number): number => new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate()

/** Whether there is such a day. */
export const isMoment = ({ year, month, day }: Moment): boolean =>
  (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (day >= 1 && day <= (year === undefined && month === 2 ? 29 : lastDayOf(year, month!))))
