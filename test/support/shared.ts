import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Absolute path of a file of the reference material that stands beside a checkout, or undefined where it is absent. */
export function sharedPath(relative: string): string | undefined {
  const path = fileURLToPath(new URL(`../../../shared/${relative}`, import.meta.url))
  return existsSync(path) ? path : undefined
}
