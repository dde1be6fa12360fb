/** The package as built, typed as its source, so that types are checked without a build. */
export const loadBuilt = (): Promise<typeof import('../../src/index.js')> => import(new URL('../../dist/index.js', import.meta.url).href)
