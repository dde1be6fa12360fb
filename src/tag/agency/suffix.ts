import { charSet, pairSet } from '../chars.js'

/** Organ suffixes as they are written, the longer first, each with its full form. */
const SUFFIXES: readonly (readonly [written: string, full: string])[] = [
  ['委员会', '委员会'],
  ['办公室', '办公室'],
  ['总局', '总局'],
  ['分局', '分局'],
  ['总队', '总队'],
  ['支队', '支队'],
  ['大队', '大队'],
  ['厅', '厅'],
  ['局', '局'],
  ['部', '部'],
  ['室', '室'],
  ['队', '队'],
  ['委', '委员会'],
  ['办', '办公室'],
]
const byFirst = new Map<string, (readonly [string, string])[]>()
for (const suffix of SUFFIXES) byFirst.set(suffix[0][0]!, [...(byFirst.get(suffix[0][0]!) ?? []), suffix])

/** What makes another word of a suffix: 部门, 局长, 委托, 办理, 室内, 办法. */
const continuesSuffix = pairSet({
  部: '门分署位长级队件落委',
  局: '长面部势限级属促',
  委: '托任派员外属',
  办: '理法事好学结税案证电公件医厂实校成',
  厅: '长堂局级',
  室: '内外',
  队: '伍员',
})

export interface Suffix {
  written: string
  full: string
}

/** The organ suffix that stands at `at`, if it is one of `allowed`. */
export function suffixAt(folded: string, at: number, allowed: readonly string[]): Suffix | undefined {
  const candidates = byFirst.get(folded[at] ?? '')
  if (!candidates) return undefined
  for (const [written, full] of candidates) {
    if (!folded.startsWith(written, at) || !allowed.includes(full)) continue
    const end = at + written.length
    if (isContinued(folded, end)) continue
    return { written, full }
  }
  return undefined
}

/** What makes another word of an organ's last two signs: 政府采购, 人大代表, 政协委员. */
const WORD_CONTINUATIONS: Readonly<Record<string, readonly string[]>> = {
  政府: ['网', '采购', '购买', '投资', '债', '性', '补贴', '储备', '引导', '间', '职能'],
  人大: ['代表'],
  政协: ['委员'],
  海关: ['特殊', '监管区', '监管场', '监管作业'],
  法院: ['路'],
}

const endsWord = charSet(
  Object.keys(WORD_CONTINUATIONS)
    .map(word => word.at(-1))
    .join(''),
)

/** Whether what ends at `end` goes on in another word: 财政部|门. */
export function isContinued(folded: string, end: number): boolean {
  if (end >= folded.length) return false
  const last = folded.charCodeAt(end - 1)
  if (continuesSuffix(last, folded.charCodeAt(end))) return true
  if (!endsWord(last)) return false
  return WORD_CONTINUATIONS[folded.slice(end - 2, end)]?.some(word => folded.startsWith(word, end)) ?? false
}
