import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedPath } from '../support/shared.js'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const gold = sharedPath('real/digest.gold.txt')
const scorer = sharedPath('score/score.mjs')
const errors = process.argv.includes('--errors') ? ['--errors'] : []

if (!gold || !scorer) console.log('gold: ../shared is absent, nothing to score')
else {
  console.log('gold: the real digest, by `zhengce score`')
  console.log(execFileSync(process.execPath, [path('../../dist/cli.js'), 'score', gold, ...errors], { encoding: 'utf8' }))
  const run = (command: string[]): string => execFileSync(process.execPath, command, { encoding: 'utf8' })
  const theirs = JSON.parse(run([scorer, path('adapter.mjs'), dirname(gold), '--json']))
  const ours = JSON.parse(run([path('../../dist/cli.js'), 'score', gold, '--json']))
  const same = theirs.chars === readFileSync(gold.replace('.gold', ''), 'utf8').length && agree(theirs, ours)
  console.log(
    same ? 'The scorer of ../shared/score gives the same figures.' : `The scorer of ../shared/score differs: ${JSON.stringify(theirs)}`,
  )
  if (!same) process.exitCode = 1
}

/** Every figure of the one report stands in the other, to four digits. */
function agree(theirs: unknown, ours: unknown): boolean {
  if (typeof theirs === 'number') return typeof ours === 'number' && Math.abs(theirs - ours) < 1e-4
  if (typeof theirs !== 'object' || theirs === null) return theirs === ours
  return Object.entries(theirs).every(([key, value]) => agree(value, (ours as Record<string, unknown> | undefined)?.[key]))
}
