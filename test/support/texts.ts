import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharedPath } from './shared.js'

const own = fileURLToPath(new URL('../../corpus/texts', import.meta.url))

/** Real policy texts where they are at hand, else the texts of `corpus/`. */
export function benchTexts(): { from: string; texts: string[] } {
  const folder = sharedPath('real/policies')
  const directory = folder ?? own
  const texts = readdirSync(directory)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => readFileSync(`${directory}/${file}`, 'utf8'))
  return { from: folder ? 'shared/real/policies' : 'corpus/texts', texts }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}

/** Rounds before the measured ones: so many until the code of either side is compiled for good. */
const WARMING_ROUNDS = 15

/** Milliseconds of wall time, and of processor time of all threads of the process. */
export const wallTime = (): number => performance.now()
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds that each side takes, in interleaved rounds after the warming ones; medians. */
export function race(sides: Readonly<Record<string, () => void>>, rounds: number, clock = wallTime): Record<string, number> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(sides).map(name => [name, []]))
  for (let round = -WARMING_ROUNDS; round < rounds; round++) {
    for (const [name, run] of Object.entries(sides)) {
      const start = clock()
      run()
      const time = clock() - start
      if (round >= 0) times[name]!.push(time)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
}
