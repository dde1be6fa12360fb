import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { Progress } from '../../src/cli/progress.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** What a run over ten files of 200 ms each writes to stderr. */
function drawn(stderrIsTerminal: boolean, resultsOnTerminal = false, total = 10): string {
  const written: string[] = []
  const io = { err: (text: string) => void written.push(text), stderrIsTerminal } as Io
  const progress = new Progress(io, total, resultsOnTerminal)
  for (let done = 0; done < total; done++) {
    progress.step(done, `第${done}份\u001b[2J.txt`)
    vi.advanceTimersByTime(200)
  }
  progress.clear()
  return written.join('')
}

it('tells how far long work has come, and leaves the line empty', () => {
  const err = drawn(true)
  expect(err).toContain('\r\u001b[K2/10  第2份')
  expect(err).not.toContain('1/10  ')
  expect(err).toMatch(/\r\u001b\[K$/)
  expect(err).not.toContain('\u001b[2J')
})

it.each([
  ['in a pipe', false, false, 10],
  ['where the results show on the same terminal', true, true, 10],
  ['for one file', true, false, 1],
])('is silent %s', (_, stderrIsTerminal, resultsOnTerminal, total) => {
  expect(drawn(stderrIsTerminal, resultsOnTerminal, total)).toBe('')
})
