import { describe, expect, it } from 'vitest'
import { ROOT, Steps } from '../../src/text/steps.js'

const stepsOf = (words: readonly string[]): Steps => {
  const steps = new Steps(words.join('').length)
  for (const word of words) [...word].reduce((slot, character) => steps.insert(slot, character.charCodeAt(0)), ROOT)
  return steps
}
const walk = (steps: Steps, word: string): number => {
  let slot = ROOT
  for (const character of word) {
    slot = steps.step(slot, character.charCodeAt(0))
    if (slot < 0) return -1
  }
  return slot
}

describe('steps', () => {
  const words = ['补贴', '补助', '补助金', '贴息', '息']
  const steps = stepsOf(words)

  it('lead along every word and everything that one begins with', () => {
    for (const word of words) expect(walk(steps, word), word).toBeGreaterThanOrEqual(0)
    expect(walk(steps, '补')).toBeGreaterThanOrEqual(0)
  })

  it('lead nowhere else', () => {
    for (const word of ['助', '补息', '贴息金', '补助金息']) expect(walk(steps, word), word).toBe(-1)
  })

  it('have a slot of their own for every word', () => {
    expect(new Set(words.map(word => walk(steps, word))).size).toBe(words.length)
  })

  it('end in a table that is as full as it may be', () => {
    const many = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i))
    const full = stepsOf(many)
    expect(new Set(many.map(word => walk(full, word))).size).toBe(3000)
    expect(walk(full, '龥')).toBe(-1)
  })
})
