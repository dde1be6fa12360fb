import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseGold } from '../../src/corpus/gold.js'
import { type Difference, type NamedGold, type Scorable, scoreDocuments } from '../../src/corpus/score.js'
import type { Classification, Doc } from '../../src/types.js'
import { docOf } from '../support/marked.js'
import { sharedPath } from '../support/shared.js'

const MARKED = `⟦A region=440100⟧广州支持创新
⟦M instrument=fiscal-subsidy domain=sci-tech instrument2=finance-support⟧一是{{广州市|region|adcode=440100}}{{市科技局|agency|name=广州市科学技术局;level=prefecture;adcode=440100}}给予{{新材料|industry}}企业最高{{5万元|money|bound=max;high=50000;role=support;per=企业}}。⟦/M⟧
⟦M instrument=finance-support domain=fiscal-finance⟧二是贷款{{9万元|money|bound=exact;low=90000;high=90000;role=finance}}。⟦/M⟧⟦/A⟧`

const goldOf = (marked: string, name = 'own'): NamedGold => ({ name, ...parseGold(marked) })

/** Answers with prepared documents, and with the classes of the measure that starts where it is asked. */
function answering(docs: readonly Doc[]): Scorable {
  const find = (text: string) => docs.find(doc => doc.text === text)!
  return {
    annotate: find,
    classify: (_text, context) => find(context!.text!).measures.find(measure => measure.start === context!.start) as Classification,
  }
}

describe('scoreDocuments', () => {
  it('is 1 everywhere for a tagger that answers with the gold', () => {
    const differences: Difference[] = []
    const score = scoreDocuments([goldOf(MARKED)], answering([docOf(MARKED)]), difference => differences.push(difference))
    expect(differences).toEqual([])
    expect(score.entities.all).toEqual({ P: 1, R: 1, F1: 1, gold: 5 })
    expect(score.measures).toEqual({ P: 1, R: 1, F1: 1, gold: 2 })
    expect(score.attributes['money.value']).toEqual({ accuracy: 1, n: 2 })
    expect(score.attributes['agency.level']).toEqual({ accuracy: 1, n: 1 })
    expect(score.classification.domain).toMatchObject({ n: 2, accuracy: 1, macroF1: 1, kappa: 1 })
  })

  it('counts a trailing 产业 as the same industry and an overlap as partial', () => {
    const gold = goldOf('{{文旅|industry}}产业和{{上海市|region}}')
    const score = scoreDocuments([gold], answering([docOf('{{文旅产业|industry}}和{{上海|region}}市')]))
    expect(score.entities.industry).toMatchObject({ F1: 1, partialF1: 1 })
    expect(score.entities.region).toMatchObject({ F1: 0, partialF1: 1 })
  })

  it('lets the end of a measure differ by two', () => {
    const ends = [0, 2, 3].map(off => {
      const doc = docOf(MARKED)
      doc.measures[1]!.end -= off
      return scoreDocuments([goldOf(MARKED)], answering([doc])).measures.R
    })
    expect(ends).toEqual([1, 1, 0.5])
  })

  it('reports what is missed, what is too much and which fields and classes are wrong', () => {
    const got = MARKED.replace('{{新材料|industry}}', '新{{材料|industry}}')
      .replace('name=广州市科学技术局', 'name=科技局')
      .replace('=finance-support domain=fiscal', '=fiscal-subsidy domain=fiscal')
    const differences: Difference[] = []
    scoreDocuments([goldOf(MARKED)], answering([docOf(got)]), difference => differences.push(difference))
    expect(differences.map(({ kind, of, gold, got }) => [kind, of, gold, got])).toEqual([
      ['field', 'agency.name', '广州市科学技术局', '科技局'],
      ['miss', 'industry', '新材料', '材料'],
      ['extra', 'industry', undefined, '材料'],
      ['class', 'instrument', 'finance-support', 'fiscal-subsidy'],
    ])
  })

  it('is 0, not NaN, where nothing is found or nothing is there', () => {
    const score = scoreDocuments([goldOf('无')], answering([docOf('无')]))
    expect(score.entities.all).toEqual({ P: 0, R: 0, F1: 0, gold: 0 })
    expect(score.classification).toEqual({})
  })
})

/** Drops, shifts and alters some of what it is given; the same each time. */
function spoil(doc: Doc): Doc {
  const every = (n: number) => (_: unknown, index: number) => index % n !== n - 1
  const entities = doc.entities.filter(every(7)).map((entity, index) => {
    if (index % 5 === 1) return { ...entity, start: entity.start + 1 }
    if (index % 11 === 3) return { ...entity, type: 'region' as const }
    if (entity.type === 'money' && index % 2) return { ...entity, bound: 'about' as const, high: 1, role: 'target' as const }
    return 'adcode' in entity && index % 3 ? { ...entity, adcode: '110000', name: '北京市' } : entity
  })
  const measures = doc.measures.filter(every(6)).map((measure, index) => ({ ...measure, end: measure.end - (index % 4) }))
  return { ...doc, entities: entities as Doc['entities'], measures }
}

describe('the reference scorer', () => {
  const scorer = sharedPath('score/score.mjs')
  it.skipIf(!scorer)('gives the same figures', () => {
    const name = 'digest'
    const marked = readFileSync(sharedPath('real/digest.gold.txt')!, 'utf8')
    const whole = docOf(marked)
    const doc = spoil(whole)
    const folder = mkdtempSync(join(tmpdir(), 'zhengce-score-'))
    try {
      const labels = whole.measures.map(({ start, instrument, domain }, index) => {
        const wrong = whole.measures[(index * 7) % whole.measures.length]!
        return { start, instrument: index % 3 ? instrument : wrong.instrument, domain: index % 4 ? domain : wrong.domain }
      })
      writeFileSync(join(folder, `${name}.gold.txt`), marked)
      writeFileSync(join(folder, 'answers.json'), JSON.stringify({ doc, labels }))
      writeFileSync(
        join(folder, 'adapter.mjs'),
        `import { readFileSync } from 'node:fs'
const { doc, labels } = JSON.parse(readFileSync(new URL('answers.json', import.meta.url)))
export const createTagger = async () => Object.assign(() => doc, {
  classify: (text, all, { start }) => { const { instrument, domain } = labels.find(each => each.start === start); return { instrument: instrument.label, domain: domain.label } },
})`,
      )
      const reference = JSON.parse(execFileSync('node', [scorer!, join(folder, 'adapter.mjs'), folder, '--json'], { encoding: 'utf8' }))
      const tagger: Scorable = {
        annotate: () => doc,
        classify: (_text, context) => labels.find(each => each.start === context!.start) as unknown as Classification,
      }
      const own = scoreDocuments([goldOf(marked, name)], tagger)
      const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value)
      expect(JSON.parse(JSON.stringify(own, rounded))).toEqual(reference)
      expect(own.entities.all.F1).toBeLessThan(0.95)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
