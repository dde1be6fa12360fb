import { createRequire } from 'node:module'

/** A section, division, group or class of GB/T 4754—2017. */
export interface ClassificationEntry {
  /** Section letter and up to four digits: C, C36, C361, C3611. */
  code: string
  name: string
  /** Code of the level above; absent for a section. */
  parent?: string
}

type Children = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * GB/T 4754—2017 with its 20 sections, 97 divisions, 473 groups and 1 382 classes, each level after the one above it.
 * Source: npm `element-china-category-data`, mended where it departs from the standard.
 */
export function readClassification(): ClassificationEntry[] {
  const children = mend(createRequire(import.meta.url)('element-china-category-data/src/data.js') as Children)
  const entries: ClassificationEntry[] = []
  for (const [section, sectionName] of Object.entries(children['0'] ?? {})) {
    entries.push({ code: section, name: sectionName })
    for (const [division, divisionName] of sorted(children[section])) {
      entries.push({ code: section + division, name: divisionName, parent: section })
      for (const [group, groupName] of sorted(children[division])) {
        entries.push({ code: section + group, name: groupName, parent: section + division })
        const classes = sorted(children[group])
        // the standard writes a group that is not divided further as one class of the same name
        for (const [code, name] of classes.length ? classes : [[`${group}0`, groupName] as const]) {
          entries.push({ code: section + code, name, parent: section + group })
        }
      }
    }
  }
  return entries
}

/** The package leaves out group 403 and numbers class 2039 as 2038. */
function mend(children: Children): Children {
  const { '2038': corkProducts = '', ...woodProducts } = children['203'] ?? {}
  return {
    ...children,
    '40': { ...children['40'], '403': '钟表与计时仪器制造' },
    '203': { ...woodProducts, '2039': corkProducts },
  }
}

const sorted = (level: Readonly<Record<string, string>> | undefined): [string, string][] =>
  Object.entries(level ?? {})
    .map(([code, name]): [string, string] => [code, name.trim()])
    .sort(([a], [b]) => (a < b ? -1 : 1))
