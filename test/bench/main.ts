/** `npm run bench [-- NAME…]`: every figure of one run comes from one process, both sides warmed, rounds interleaved, medians. */
const BENCHES = ['annotate', 'segment', 'money'] as const

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(BENCHES as readonly string[]).includes(name))
if (unknown.length) {
  console.error(`No bench ${unknown.join(', ')}; there are ${BENCHES.join(', ')}.`)
  process.exit(2)
}
for (const name of asked.length ? asked : BENCHES) await import(`./${name}.ts`)

export {}
