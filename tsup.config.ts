import { defineConfig, type Options } from 'tsup'

/** `node:` is kept before the built-in modules: Deno takes no others. */
const shared: Options = { target: 'node20', sourcemap: true, external: ['nodejieba'], removeNodeProtocol: false }

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts', cli: 'src/cli/index.ts' }, format: ['esm'], dts: { entry: { index: 'src/index.ts' } } },
  { ...shared, entry: { index: 'src/index.ts' }, format: ['cjs'], dts: true, shims: true },
])
