/** A rule over two neighbouring tokens. */
export interface Rule {
  name: string
  /** Classes of the last character of the left token and of the first one of the right, one of each at least; else the rule is not asked. */
  after: number
  before: number
  /**
   * Where the token `[start, middle)` ends if the rule has its way with `[middle, end)`: `end` joins them, `middle` leaves them as they are,
   * another place moves the boundary.
   */
  reach(codes: Uint16Array, start: number, middle: number, end: number): number
}
