import { defineConfig, type Options } from 'tsup'

const shared: Options = { target: 'node20', sourcemap: true, external: ['nodejieba'] }

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts' }, format: ['esm', 'cjs'], dts: true, shims: true },
  { ...shared, entry: { cli: 'src/cli/index.ts' }, format: ['esm'], banner: { js: '#!/usr/bin/env node' } },
])
