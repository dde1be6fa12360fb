// Controls that would steer a terminal or turn the reading direction of a page. Line break and tab stay.
const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** A text that is safe to show: control characters, direction marks and lone surrogates as ⟨U+202E⟩; CR LF as LF. */
export function visible(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(UNSAFE, unit => `⟨U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}
