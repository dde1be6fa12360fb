import { softmax } from './linear.js'

/** A measure held back from training: its scores, the columns of an axis, and its label among them. */
export interface HeldBack {
  scores: readonly number[]
  label: number
}

/** The temperature that makes the probabilities of held-back measures come true (Guo et al., 2017): that of the least log loss. */
export function calibrate(rows: readonly HeldBack[], range: readonly [number, number]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let temperature = 0.2; temperature <= 3; temperature += 0.05) {
    const loss = rows.reduce((sum, { scores, label }) => sum - Math.log(softmax(scores, range, temperature)[label - range[0]]! + 1e-12), 0)
    if (loss >= least) continue
    least = loss
    best = temperature
  }
  return best
}

/** A label is uncertain where labels of its score and below are wrong as often as right. */
const COIN = 0.5

/** The score below which held-back labels are wrong as often as right; 0 where there is none. */
export function uncertainBelow(rows: readonly HeldBack[], range: readonly [number, number], temperature: number): number {
  const labels = rows.map(({ scores, label }) => {
    const probabilities = softmax(scores, range, temperature)
    const score = Math.max(...probabilities)
    return { score, right: probabilities[label - range[0]] === score }
  })
  labels.sort((a, b) => a.score - b.score)
  let threshold = 0
  let right = 0
  for (const [i, label] of labels.entries()) {
    if (label.right) right++
    if (right <= COIN * (i + 1)) threshold = labels[i + 1]?.score ?? 1
  }
  return threshold
}
