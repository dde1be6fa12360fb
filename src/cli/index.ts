#!/usr/bin/env node
import { EXIT } from './context.js'
import { processIo } from './io.js'
import { main } from './main.js'

// A reader that has seen enough (`| head`) is no error; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  process.stderr.write(`FILE_UNWRITABLE: stdout cannot be written (${error.code})\n`)
  process.exit(EXIT.problems)
})

process.exitCode = await main(process.argv.slice(2), processIo())
