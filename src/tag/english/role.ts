import type { MoneyRole } from '../../types.js'
import type { Clause, Limit } from './bound.js'
import { withoutShares } from './share.js'

type Sense = Exclude<MoneyRole, 'target' | 'other'> | 'figure'

/** Words that tell what an amount does; `figure` is a quantity that a firm has or a place reports. */
const WORDS: Readonly<Record<Sense, string>> = {
  penalty: 'fine|fines|fined|penalty|penalties|confiscat\\w*',
  finance:
    'loan|loans|credit|credits|guarantee|guarantees|guaranteed|lend|lending|financing|insurance|insured|bond|bonds|equity|fund|funds|borrow\\w*|premium|premiums',
  support:
    'grant|grants|granted|subsid\\w+|award|awards|awarded|reward\\w*|funding|bonus|bonuses|allowance\\w*|stipend\\w*|incentive\\w*|support|supported|assistance|aid|relief|rebate\\w*|refund\\w*|compensation|scholarship\\w*|prize\\w*|voucher\\w*|budget|earmark\\w*|allocat\\w+|appropriat\\w+|special fund|special funds|interest discount\\w*|matching funds|exempt\\w*|receive|receives|offer|offers|offered|reimburse\\w*|be provided|set aside|sets aside',
  price: 'price|prices|priced|fee|fees|rent|rents|rental|tuition|toll|tolls|wage|wages|salary|salaries|charge|charges|charged|cost|costs',
  figure:
    'revenue|revenues|turnover|sales|income|investment|investments|invest|invested|investing|capital|output|profit|profits|tax payments?|taxes|expenditure\\w*|spending|assets|exports?|imports?|trade|gdp|value|valuation|contracts?|orders?|transactions?|volume|deposits?',
  threshold: 'threshold|thresholds',
}
const SENSES = Object.keys(WORDS) as Sense[]
const ANY = new RegExp(
  `(?<![a-z-])(?:${SENSES.map(sense => `(?<${sense}>${WORDS[sense].replaceAll(' ', '\\s+')})`).join('|')})(?![a-z])`,
  'gi',
)
/** The noun that an amount belongs to: RMB 10 million in subsidies, a RMB 5 million loan. */
const HEAD =
  /^\s*(?:(?:in|of|as|worth\s+of|for)\s+)?(?:(?:a|an|one-off|annual|special|government|financial|cash|fiscal|equity|bank|interest-free|registered|annual|paid-in|startup|start-up)\s+)*([a-z]+(?:\s+(?:funds?|support|relief))?)/i
/** A loan subsidy is a subsidy, a guarantee fee a fee, research funding no fund. */
const COMPOUND = /^(?:\s+interest)?\s+(subsid\w+|grants?|rewards?|fees?|premium)(?![a-z])/i
/** Conditions name who must have what. */
const CONDITION =
  /(?<![a-z])(?:with|whose|having|that|which|who|if|where|when|provided|requir\w+|must|shall|should|eligible|projects?|companies|company|enterprises?|firms?|applicants?|investing|reach(?:es|ing)?)(?![a-z])/i
const GOAL =
  /(?<![a-z])(?:by\s+20\d\d|will\s+(?:reach|exceed|hit)|aims?|target\w*|goal|attract\w*|leverag\w+|mobili[sz]\w+|driv\w+|total(?:l?ed|l?ing|s)|grew|rose|hit|year-on-year|generated?|is\s+expected|strive)(?![a-z])/i

/** What an amount does: by the noun it belongs to, else by the nearest word before it, else by the amount before or what is said around it. */
export function roleOf(clause: Clause, limit: Limit, previous: MoneyRole | undefined): MoneyRole {
  const head = senseOfHead(clause.right)
  if (head && head !== 'figure') return head
  const sense = nearestSense(withoutShares(clause.left))
  if (!sense && previous) return previous
  const found = sense ?? head ?? nearestSense(withoutShares(clause.sentence)) ?? firstSense(clause.right)
  if (!found) return 'other'
  return found === 'figure' ? figureRole(clause, limit) : found
}

function senseOfHead(right: string): Sense | undefined {
  const found = HEAD.exec(right)
  if (!found) return undefined
  const compound = COMPOUND.exec(right.slice(found[0].length))
  return nearestSense(compound?.[1] ?? found[1]!)
}

/** The sense of the last word that has one. */
function nearestSense(text: string): Sense | undefined {
  let last: Sense | undefined
  for (const { groups } of text.matchAll(ANY)) last = SENSES.find(sense => groups![sense])
  return last
}

function firstSense(text: string): Sense | undefined {
  for (const { groups } of text.matchAll(ANY)) return SENSES.find(sense => groups![sense])
  return undefined
}

/** A figure is a condition where one is asked for, a target where it is aimed at or reported. */
function figureRole({ left }: Clause, { bound }: Limit): MoneyRole {
  if (GOAL.test(left)) return 'target'
  const asks = bound === 'min' || bound === 'max' || /reach(?:es|ing)?\s*$/i.test(left)
  return asks && CONDITION.test(left) ? 'threshold' : 'target'
}
