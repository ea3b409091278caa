import { type Place, placeInTable } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind } from '../../../law/check.js'
import { findTitles } from '../../../narrative/title.js'
import { wordsOf } from '../../parameters.js'
import { tablesOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 他年度: every title of the file and every year in the heads of the base data table belong to the budget year. */
export const oneYear: CheckKind = (filing, definition) => {
  const year = filing.budgetYear
  if (year === undefined) return []
  const dated = [...datedTitles(filing), ...datedHeads(filing, wordsOf(definition, 'currentYearLabels'))]
  const right = dated.filter((one) => one.year === year)
  if (right.length * 2 < dated.length) return []
  return dated.map(({ year: printed, place, words }) => {
    if (printed === year) return holdsAt(place)
    const message = `这份自评是${year}年度的，这里写的是“${words}”。请核对是否照抄了别的年度。`
    return violatedAt([place], message, { expected: String(year), stated: String(printed) })
  })
}

type Dated = Readonly<{ year: number; place: Place; words: string }>

function datedTitles({ document }: Filing): readonly Dated[] {
  return findTitles(document).flatMap(({ year, place, text }) =>
    year === undefined ? [] : [{ year, place, words: text }],
  )
}

/** 2023年实际在职人数, 2023年决算数 of the newest column. */
function datedHeads(filing: Filing, labels: readonly string[]): readonly Dated[] {
  const pattern = new RegExp(`^(20\\d{2})年(?:度)?(?:${labels.join('|')})$`)
  return tablesOf(filing).flatMap((table) =>
    table.cells.flatMap((cell) => {
      const words = cell.text.replace(/[\s（）()]/g, '').replace(/万元|㎡|人$/g, '')
      const match = pattern.exec(words)
      return match === null ? [] : [{ year: Number(match[1]), place: placeInTable(table, cell), words }]
    }),
  )
}
