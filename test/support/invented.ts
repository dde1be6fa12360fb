import type { CustomTaxonomy, TrainingRow } from '../../src/index.js'

/** A small taxonomy of invented crafts: what is done for them, and for which craft. */
export const CRAFTS: CustomTaxonomy = {
  name: 'crafts',
  axes: {
    act: { max_secondary: 1, leaves: [{ id: 'pay', mapping: { ours: 'A1' } }, { id: 'teach' }] },
    craft: {
      context: true,
      leaves: [
        { id: 'tea', cues: ['茶叶', '茶园', '制茶'] },
        { id: 'salt', cues: ['制盐', '盐田', '海盐'] },
      ],
    },
  },
}

const ACTS = {
  pay: ['对%企业给予补助五万元。', '给予%农户一次性奖励。', '按照投入对%基地发放补贴。', '安排资金补助%作坊。'],
  teach: ['举办%技艺培训班。', '组织%能手开展讲习。', '聘请师傅传授%手艺。', '编写%教材并开课讲授。'],
}
const WORDS = { tea: ['茶叶', '茶园', '制茶', '采茶'], salt: ['制盐', '盐田', '海盐', '晒盐'] }
const PLACES = ['东山', '西河', '南岭', '北港', '中塘', '上坪']

/** Rows of it, four to a document, each act and craft equally often. */
export const CRAFT_ROWS: TrainingRow[] = PLACES.flatMap((place, p) =>
  (['tea', 'salt'] as const).flatMap(craft =>
    (['pay', 'teach'] as const).flatMap(act =>
      ACTS[act].map((pattern, i) => ({
        document: `${place} ${craft}`,
        title: `${place}镇扶持${WORDS[craft][0]}生产的办法`,
        text: `${i + 1}. ${pattern.replace('%', WORDS[craft][(i + p) % 4]!)}`,
        act,
        craft,
        act2: [],
      })),
    ),
  ),
)
