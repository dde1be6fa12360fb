import { defineConfig, type Options } from 'tsup'

/** `node:` is kept before the built-in modules: Deno takes no others. Constants are written into the code that uses them, which runs faster. */
const shared: Options = { target: 'node20', sourcemap: true, external: ['nodejieba'], removeNodeProtocol: false, minifySyntax: true }

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts', cli: 'src/cli/index.ts' }, format: ['esm'], dts: { entry: { index: 'src/index.ts' } } },
  { ...shared, entry: { index: 'src/index.ts' }, format: ['cjs'], dts: true, shims: true },
])
