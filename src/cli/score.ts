import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { defineCommand } from 'citty'
import { parseGold } from '../corpus/gold.js'
import { type Difference, type NamedGold, SCORED_TYPES, type Score, scoreDocuments } from '../corpus/score.js'
import { ZhengceError } from '../errors.js'
import { visible } from '../output/visible.js'
import { renderTable } from '../output/width.js'
import { type Context, UsageError } from './context.js'
import { eachInput } from './inputs.js'
import { DICT_ARGUMENT, taggerOptions } from './tagger.js'

const GOLD_ENDING = '.gold.txt'
const AROUND = 10

export const score = defineCommand({
  meta: { name: 'score', description: 'Precision, recall and F1 against gold annotations' },
  args: {
    gold: { type: 'positional', required: true, description: `Gold files, or folders of *${GOLD_ENDING}` },
    dict: DICT_ARGUMENT,
    errors: { type: 'boolean', description: 'Also list what differs, one line each' },
    json: { type: 'boolean', description: 'As JSON' },
  },
  async run({ args, data }) {
    const context = data as Context
    const golds: NamedGold[] = []
    const paths = (await Promise.all(args._.map(filesOf))).flat()
    await eachInput(context, paths, context.io.stdoutIsTerminal, ({ source, text }) => {
      golds.push({ name: basename(source).replace(GOLD_ENDING, ''), ...parseGold(text) })
    })
    if (golds.length === 0) return
    if (golds.every(({ articles, measures, entities }) => articles.length + measures.length + entities.length === 0))
      throw new ZhengceError('GOLD_MALFORMED', `${paths.join(', ')}: there is no mark, so there is nothing to score against.`)
    const tagger = await context.openTagger(taggerOptions(args.dict))
    const differences: Difference[] = []
    const result = scoreDocuments(golds, tagger, difference => differences.push(difference))
    const listed = args.errors ? differences : undefined
    await context.io.out(args.json ? toJson(result, listed) : toTable(result, listed, golds))
  },
})

/** A folder stands for its gold files, in the order of their names. */
async function filesOf(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return [path]
  const files = (await readdir(path)).filter(name => name.endsWith(GOLD_ENDING)).sort()
  if (files.length === 0) throw new UsageError(`${path} holds no *${GOLD_ENDING}`)
  return files.map(name => join(path, name))
}

const toJson = (result: Score, differences: readonly Difference[] | undefined): string =>
  `${JSON.stringify({ ...result, ...(differences && { differences }) }, rounded, 1)}\n`

/** Four decimals are more than any gold set supports. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value

function toTable(result: Score, differences: readonly Difference[] | undefined, golds: readonly NamedGold[]): string {
  const figure = (value: number) => value.toFixed(4)
  const right = (title: string) => ({ title, align: 'right' }) as const
  const rateRows = [...SCORED_TYPES, 'all' as const].map(type => [type, result.entities[type]] as const)
  const sections = [
    [`documents ${result.docs}, characters ${result.chars}`],
    renderTable(
      [{ title: 'found' }, right('P'), right('R'), right('F1'), right('gold')],
      [...rateRows, ['measure', result.measures] as const].map(([name, { P, R, F1, gold }]) => [
        name,
        figure(P),
        figure(R),
        figure(F1),
        String(gold),
      ]),
    ),
    renderTable(
      [{ title: 'field' }, right('accuracy'), right('n')],
      Object.entries(result.attributes).map(([name, { accuracy, n }]) => [name, figure(accuracy), String(n)]),
    ),
    renderTable(
      [{ title: 'class' }, right('accuracy'), right('or 2nd'), right('macro F1'), right('kappa'), right('n')],
      Object.entries(result.classification).map(([axis, each]) => [
        axis,
        ...[each.accuracy, each.accuracyPrimaryOrSecondary, each.macroF1, each.kappa].map(figure),
        String(each.n),
      ]),
    ),
    ...(differences ? [differences.map(difference => differenceLine(difference, golds))] : []),
  ]
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** miss digest agency gold «市科委» got «-»  …前后文… */
function differenceLine({ kind, document, of, span, gold, got }: Difference, golds: readonly NamedGold[]): string {
  const text = golds.find(each => each.name === document)!.text
  const around = text.slice(Math.max(0, span.start - AROUND), Math.min(span.end, span.start + 2 * AROUND) + AROUND)
  const sides = [gold !== undefined && `gold «${gold}»`, got !== undefined && `got «${got}»`].filter(Boolean).join(' ')
  return visible(`${kind} ${document} ${of} ${sides}  …${around}…`).replaceAll('\n', '⏎')
}
