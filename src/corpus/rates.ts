/** Precision, recall and F1, 0 to 1, and how many there are in gold. */
export interface Rates {
  P: number
  R: number
  F1: number
  gold: number
}

export function rates(found: number, proposed: number, gold: number): Rates {
  const P = proposed ? found / proposed : 0
  const R = gold ? found / gold : 0
  return { P, R, F1: P + R ? (2 * P * R) / (P + R) : 0, gold }
}

/** One classified measure: gold's label, the tagger's, and gold's further labels. */
export interface ClassRow {
  gold: string
  got: string
  secondary: readonly string[]
}

export interface AxisScore {
  n: number
  accuracy: number
  accuracyPrimaryOrSecondary: number
  /** Mean F1 of the labels that gold uses. */
  macroF1: number
  /** Cohen's kappa; NaN where one label is all that either side uses. */
  kappa: number
}

export function axisScore(rows: readonly ClassRow[]): AxisScore {
  const n = rows.length
  const share = (test: (row: ClassRow) => boolean) => rows.filter(test).length / n
  const labels = [...new Set(rows.flatMap(row => [row.gold, row.got]))].map(label => ({
    gold: rows.filter(row => row.gold === label).length,
    got: rows.filter(row => row.got === label).length,
    both: rows.filter(row => row.gold === label && row.got === label).length,
  }))
  const used = labels.filter(label => label.gold > 0).map(label => rates(label.both, label.got, label.gold).F1)
  const accuracy = share(row => row.gold === row.got)
  const chance = labels.reduce((sum, label) => sum + label.gold * label.got, 0) / n ** 2
  return {
    n,
    accuracy,
    accuracyPrimaryOrSecondary: share(row => row.gold === row.got || row.secondary.includes(row.got)),
    macroF1: used.reduce((sum, F1) => sum + F1, 0) / used.length,
    kappa: (accuracy - chance) / (1 - chance),
  }
}
