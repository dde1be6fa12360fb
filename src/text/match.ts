/** All matches of a global pattern. Unlike `matchAll` it makes no copy of the pattern, which costs more than a short text does. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    matches.push(found)
    if (found[0] === '') pattern.lastIndex++
  }
  return matches
}

/** What a sticky pattern matches at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
