/** A rule over neighbouring words of a unit. What was joined is the left neighbour of what follows. */
export interface Pass {
  name: string
  /** Classes of characters, one of which the unit must have for the pass to matter. */
  needs: number
  /** Where the token `[start, middle)` ends if the rule has its way with `[middle, end)`: `middle` leaves both, `end` joins them. */
  reach(codes: Uint16Array, start: number, middle: number, end: number): number
}
