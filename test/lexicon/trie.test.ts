import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Trie } from '../../src/lexicon/trie.js'

const key = fc.string({ unit: fc.constantFrom('一', '二', '省', '市', 'a', '\ud83d', '\ude00'), minLength: 1, maxLength: 6 })

it('knows its keys, their values, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat(2 ** 31 - 1))), fc.array(key), (entries, others) => {
      const trie = Trie.build(entries)
      const map = new Map(entries)
      for (const [word, value] of map) expect(trie.get(word)).toBe(value)
      for (const word of others) expect(trie.get(word)).toBe(map.get(word) ?? -1)
    }),
  )
})

it('is empty without keys', () => {
  const trie = Trie.build([])
  for (const word of ['', 'a', '省', '\0']) expect(trie.get(word)).toBe(-1)
})

it('does not take NUL for the end of a key', () => {
  const trie = Trie.build([
    ['省', 1],
    ['省市', 2],
  ])
  expect(trie.get('省\0')).toBe(-1)
})

it('places a hundred thousand keys', () => {
  const entries = Array.from({ length: 100_000 }, (_, i) => [String(i), i] as const)
  const trie = Trie.build(entries)
  for (const [word, value] of entries) if (trie.get(word) !== value) expect(`${word} → ${trie.get(word)}`).toBe(`${word} → ${value}`)
})
