import { type Answer, answer, type Case, fieldsOf, samePer, showMoney, type Wanted } from './cases.js'

/** Right ones of all, by what is compared. */
export type Score = Record<
  'spans' | 'values' | 'roles' | 'provisions' | 'kinds' | 'reliefs' | 'conditions' | 'bases',
  { right: number; of: number }
>

const FIELDS = ['rate', 'rates', 'ratio', 'recipient'] as const

const same = (name: string, wanted: Record<string, string>, got: Record<string, string>): boolean =>
  name === 'rate' ? Number(wanted.rate ?? -1) === Number(got.rate ?? -1) : (wanted[name] ?? '') === (got[name] ?? '')

/** The answer's provision for a wanted one: by its amount, else the next one without an amount. */
function counterpart(wanted: Wanted, { provisions, money }: Answer, taken: Set<unknown>) {
  const found = provisions.find(each =>
    wanted.amount > 0 ? each.amount !== undefined && each.amount === money[wanted.amount - 1] : !each.amount && !taken.has(each),
  )
  if (found) taken.add(found)
  return found
}

/** Compares the answers to cases; `tell` hears of every difference. */
export function score(cases: readonly Case[], tell: (difference: string) => void = () => {}): Score {
  const empty = () => ({ right: 0, of: 0 })
  const result: Score = {
    spans: empty(),
    values: empty(),
    roles: empty(),
    provisions: empty(),
    kinds: empty(),
    reliefs: empty(),
    conditions: empty(),
    bases: empty(),
  }
  const count = (name: keyof Score, isRight: boolean): void => {
    result[name].of++
    if (isRight) result[name].right++
  }
  for (const each of cases) {
    const got = answer(each.text)
    const before = JSON.stringify(result)
    compareAmounts(each, got, count)
    compareProvisions(each, got, count)
    const wrong = (['spans', 'values', 'roles', 'provisions', 'kinds', 'reliefs'] as const).filter(name => {
      const was = JSON.parse(before)[name]
      return result[name].of - was.of !== result[name].right - was.right
    })
    if (wrong.length > 0) tell(difference(wrong, each, got))
  }
  return result
}

function compareAmounts(each: Case, got: Answer, count: (name: keyof Score, isRight: boolean) => void): void {
  const wanted = [...each.marked.matchAll(/\[[^\]]*\]/g)]
  const found = [...got.marked.matchAll(/\[[^\]]*\]/g)]
  // Offsets over the marked text shift by two for every bracket before
  const at = (matches: RegExpMatchArray[]) => matches.map((match, i) => `${match.index! - 2 * i} ${match[0]}`)
  const places = at(found)
  const missing = at(wanted).filter(place => !places.includes(place)).length
  for (let i = 0; i < wanted.length; i++) count('spans', i >= missing)
  for (let i = 0; i < found.length - (wanted.length - missing); i++) count('spans', false)
  at(wanted).forEach((place, i) => {
    const money = got.money[places.indexOf(place)]
    if (!money) return
    const [value, role] = (each.amounts[i] ?? '').split(' ')
    const [gotValue, gotRole] = showMoney(money).split(' ')
    count('values', value === gotValue)
    count('roles', role === gotRole)
  })
}

function compareProvisions(each: Case, got: Answer, count: (name: keyof Score, isRight: boolean) => void): void {
  const taken = new Set<unknown>()
  for (const wanted of each.provisions) {
    const found = counterpart(wanted, got, taken)
    const fields = found ? fieldsOf(found) : {}
    count(
      'provisions',
      found !== undefined && FIELDS.every(name => same(name, wanted.fields, fields)) && samePer(wanted.fields.per, fields.per),
    )
    count('kinds', found?.kind === wanted.kind)
    if (wanted.fields.relief || fields.relief) count('reliefs', wanted.fields.relief === fields.relief)
    if (wanted.fields.condition) count('conditions', wanted.fields.condition === fields.condition)
    if (wanted.fields.base) count('bases', wanted.fields.base === fields.base)
  }
  for (let i = taken.size; i < got.provisions.length; i++) count('provisions', false)
}

function difference(wrong: readonly string[], each: Case, got: Answer): string {
  const wanted = each.provisions.map(({ amount, kind, fields }) => showFields(amount, kind, fields))
  const found = got.provisions.map(each => showFields(each.amount ? got.money.indexOf(each.amount) + 1 : 0, each.kind, fieldsOf(each)))
  return [
    `${wrong.join(' ')}: ${each.marked}`,
    ...(got.marked === each.marked ? [] : [`   marked ${got.marked}`]),
    ...(wrong.some(name => name === 'values' || name === 'roles')
      ? [`   wanted ${each.amounts.join(' ; ')}`, `   got    ${got.amounts.join(' ; ')}`]
      : []),
    ...wanted.filter(line => !found.includes(line)).map(line => `   wanted ${line}`),
    ...found.filter(line => !wanted.includes(line)).map(line => `   got    ${line}`),
  ].join('\n')
}

const showFields = (amount: number, kind: string, fields: Record<string, string>): string =>
  [
    `${amount || '-'} ${kind}`,
    ...Object.entries(fields)
      .sort()
      .map(([name, field]) => (field === 'true' ? name : `${name}=${field}`)),
  ].join(' | ')

export const share = ({ right, of }: { right: number; of: number }): number => (of === 0 ? 1 : right / of)
