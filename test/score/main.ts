/** `npm run score [-- NAME…] [--errors]`: our annotation against gold. Real texts stand outside of the project; what needs them says so and is passed over. */
const SCORES = ['gold', 'real', 'classes', 'duplicates', 'segmentation'] as const

const asked = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const unknown = asked.filter(name => !(SCORES as readonly string[]).includes(name))
if (unknown.length) {
  console.error(`No score ${unknown.join(', ')}; there are ${SCORES.join(', ')}.`)
  process.exit(2)
}
for (const name of asked.length ? asked : SCORES) await import(`./${name}.ts`)

export {}
