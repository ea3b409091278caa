import type { FilingContent } from '../../src/core/editing/content.js'
import type { Pack } from '../../src/core/pack/pack.js'
import { writeDepartmentContent } from '../../src/demo/contents.js'
import { departments } from '../../src/demo/departments.js'
import { drawYears } from '../../src/demo/figures.js'

/** A department's forms and report with 40 indicators, more than any form that was found published. */
export function largeContent(packs: readonly Pack[]): FilingContent {
  const work = departments[0]?.works[1]
  if (work === undefined) throw new RangeError('the demonstration has no unit')
  const [, figures] = drawYears(3, [2023, 2024])
  const given = { unit: '云溪县农村供水站', department: '云溪县水利局', work, figures }
  const content = writeDepartmentContent({ ...given, lastYear: undefined, packs })
  return {
    ...content,
    forms: content.forms.map((form) => {
      const rows = form.lists.indicators ?? []
      const many = rows.flatMap(({ cells }, index) =>
        Array.from({ length: 8 }, (_, copy) => ({
          id: `r${index * 8 + copy + 1}`,
          cells: { ...cells, name: `${cells.name}（${copy + 1}）`, weight: '2.25', score: '2.25' },
        })),
      )
      return rows.length === 0 ? form : { ...form, lists: { ...form.lists, indicators: many } }
    }),
  }
}
