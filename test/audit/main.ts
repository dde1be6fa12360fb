/** `npm run audit -- NAME…`: what the tagger finds in real documents, laid out to be read from top to bottom by a person. */
const AUDITS = ['agencies', 'money', 'industries', 'structure'] as const

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(AUDITS as readonly string[]).includes(name))
if (unknown.length || !asked.length) {
  console.error(`${unknown.length ? `No audit ${unknown.join(', ')}; there are` : 'Name an audit:'} ${AUDITS.join(', ')}.`)
  process.exit(2)
}
for (const name of asked) await import(`./${name}.ts`)

export {}
