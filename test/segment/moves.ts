export interface Change {
  kind: 'joined' | 'split' | 'moved'
  before: string
  after: string
}

/** What differs between two ways of cutting one text: tokens joined, split, or, where boundaries went elsewhere, moved. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const [left, right] = [[before[i++]!], [after[j++]!]]
    let ahead = left[0]!.length - right[0]!.length
    while (ahead !== 0) {
      const next = ahead < 0 ? before[i++]! : after[j++]!
      const side = ahead < 0 ? left : right
      side.push(next)
      ahead += ahead < 0 ? next.length : -next.length
    }
    if (left.length + right.length === 2) continue
    const kind = right.length === 1 ? 'joined' : left.length === 1 ? 'split' : 'moved'
    changes.push({ kind, before: left.join(' '), after: right.join(' ') })
  }
  return changes
}
