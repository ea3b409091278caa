import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { hasUnused } from '../paper/print-form.js'
import type { PrintedForm } from '../paper/printed.js'
import { checkForms, printWithUnused } from './checked-form.js'
import type { FilingContent } from './content.js'

const packs = loadPacks()
const papers = packs.filter((pack) => pack.paper !== undefined && hasUnused(pack))

describe('a form shown with the rows and columns that nothing stands in yet', () => {
  it('is a matter of several packs', () => {
    expect(papers.length).toBeGreaterThan(5)
  })

  it.each(papers.map((pack) => [pack.id, pack] as const))(
    '%s: has every place once, and all that is printed',
    (id, pack) => {
      const lists = { indicators: [{ id: 'r1', cells: { name: '维修渠道' } }] }
      const fields = {}
      const content: FilingContent = {
        unit: '',
        budgetYear: 2024,
        forms: [
          {
            id: 'f1',
            pack: id,
            fields,
            lists: pack.blocks.some(({ kind }) => kind === 'indicators') ? lists : {},
          },
        ],
        report: [],
      }
      const official = checkForms(content, packs)[0]?.printed
      const shown = printWithUnused(content, packs)[0]
      if (official === undefined || shown === undefined) throw new Error('nothing is printed')
      expect(fieldsOf(shown)).toEqual(expect.arrayContaining([...fieldsOf(official)]))
      expect(shown.cells.length).toBeGreaterThan(official.cells.length - 1)
      expect(shown.widths).toHaveLength(pack.paper?.columns.length ?? 0)
      expect(overlaps(shown)).toEqual([])
      expect(checkForms(content, packs)[0]?.printed).toBe(official)
    },
  )
})

function fieldsOf({ cells }: PrintedForm): readonly string[] {
  return cells.flatMap(({ field }) => field ?? [])
}

/** Places that two cells cover, or that stand outside of the form. */
function overlaps({ cells, rows, widths }: PrintedForm): readonly string[] {
  const taken = new Set<string>()
  return cells.flatMap(({ row, column, rowSpan, columnSpan }) =>
    Array.from({ length: rowSpan * columnSpan }, (_, at) => {
      const [down, across] = [row + Math.floor(at / columnSpan), column + (at % columnSpan)]
      const place = `${down},${across}`
      const isWrong = taken.has(place) || down >= rows || across >= widths.length
      taken.add(place)
      return isWrong ? place : ''
    }).filter((place) => place !== ''),
  )
}
