import type { Filing } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { fewestLabels, labelsNotIn, type Match, matchPacks, wordsIn } from './choose-pack.js'
import { Grid } from './grid.js'

/**
 * Why none of the wanted forms was seen in a filing: of each, what was looked for in the table that is most like it.
 * Nothing when one of them was.
 */
export function explainMisfit({ document, forms }: Filing, wanted: readonly Pack[]): readonly string[] {
  const packs = wanted.filter(({ blocks }) => blocks.length > 0)
  if (forms.some((form) => packs.some(({ id }) => id === form.pack))) return []
  const tables = document.blocks.filter((block) => block.kind === 'table')
  return packs.map((pack) => {
    const tried = tables.map((table): Tried => {
      const words = wordsIn(Grid.of(table))
      const [match = { pack, hits: 0, signs: 0 }] = matchPacks([pack], words)
      return { ...match, words, table: table.index }
    })
    const [likest] = tried.toSorted((left, right) => right.hits - left.hits || right.signs - left.signs)
    return `没有认出“${pack.title}”（${pack.id}）：${likest === undefined ? '文件里没有表格。' : explain(likest)}`
  })
}

type Tried = Match & Readonly<{ words: ReadonlySet<string>; table: number }>

function explain({ pack, hits, signs, words, table }: Tried): string {
  const fewest = fewestLabels(pack)
  const where = `最像的是第${table}张表，对上了 ${hits} 个行名和栏名`
  if (hits < fewest)
    return `${where}，至少要有 ${fewest} 个；要找而没有的有${quoted(labelsNotIn(words, pack))}。表上印的叫法请加到 labels 里。`
  if (pack.signs.length > 0 && signs === 0)
    return `${where}，但标志词（signs）一个也没有，表上至少要印有一个：${quoted(pack.signs)}。`
  return `${where}，但表的其余部分更像别的表。`
}

const shown = 8

function quoted(words: readonly string[]): string {
  const some = words.slice(0, shown).map((word) => `“${word}”`)
  return some.join('、') + (words.length > some.length ? `等 ${words.length} 个` : '')
}
