import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { randomFrom } from '../../testing/random.js'
import type { Form } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { fieldsOf } from '../paper/field-types.js'
import { frameOfPaper, hasUnused, printForm } from '../paper/print-form.js'
import type { PrintedForm } from '../paper/printed.js'
import { blankForm } from './blank-content.js'
import type { FormContent } from './content.js'
import { layOutContent, layoutFor, printOn } from './form-on-paper.js'

const packs = loadPacks()
const position = { index: 1, year: 2024 }

describe('a form printed on the layout of all forms of its shape', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))(
    '%s: is what it is printed alone, whatever is typed into whichever cell',
    (_id, pack) => {
      const random = randomFrom(20_240_322)
      let content: FormContent = { id: 'f1', pack: pack.id, fields: {}, lists: {} }
      for (const cell of cellsOf(pack)) {
        for (const text of texts) {
          const { typed } = layOutContent(withText(content, cell, text), pack, position)
          for (const showUnused of hasUnused(pack) ? [false, true] : [false]) {
            const layout = layoutFor(typed, pack, { year: position.year, showUnused })
            const printed = printOn(layout, typed, { pack, ...position })
            expect(cellsIn(printed)).toBe(cellsIn(printedAlone(typed, pack, showUnused)))
          }
        }
        content = withText(content, cell, texts[Math.floor(random() * texts.length)] ?? '')
      }
    },
  )

  it('keeps every cell and every row but those that a typed figure changes', () => {
    const pack = packs.find(({ form }) => form === 'projectSelfEvaluation')
    if (pack === undefined) throw new Error('no pack for projects')
    const blank = blankForm(pack, { id: 'f1', unit: '' })
    const [before, after] = ['12', '123'].map((actual) => {
      const [first, ...others] = blank.lists.indicators ?? []
      const rows = [{ id: 'r1', cells: { ...first?.cells, name: '培训场次', actual } }, ...others]
      const content = { ...blank, lists: { ...blank.lists, indicators: rows } }
      const { layout, form } = layOutContent(content, pack, position)
      return { form, cells: printOn(layout, form, { pack, ...position }).cells }
    })
    const fresh = after?.cells.filter((cell, at) => cell !== before?.cells[at])
    expect(fresh?.map(({ text }) => text)).toEqual(['123'])
    const rows = after?.form.lists.indicators?.filter(
      (row, at) => row !== before?.form.lists.indicators?.[at],
    )
    expect(rows).toHaveLength(1)
  })
})

function cellsIn({ cells, rows, widths, header }: PrintedForm): string {
  return JSON.stringify({ cells, rows, widths, header })
}

function printedAlone(form: Form, pack: Pack, showUnused: boolean): PrintedForm {
  const frame = frameOfPaper(pack, position.year)
  return printForm(form, pack, { frame, ...position, unplaced: [], table: undefined, showUnused })
}

const texts = ['12', '', '—', '产出指标', ' ', '效益指标', '全年完成灌区维修养护四十处，覆盖全部受益农户。']

type Cell = Readonly<{ list: string | undefined; row: number; id: string }>

/** Every single field, and every column of the first and the second row of every list. */
function cellsOf(pack: Pack): readonly Cell[] {
  const { singles, lists } = fieldsOf(pack)
  const columns = [...lists].flatMap(([list, infos]) =>
    [...infos.keys()]
      .filter((id) => id !== 'initialTarget')
      .map((id) => ({ list, id }))
      .toReversed(),
  )
  return [
    ...[...singles.keys()].map((id) => ({ list: undefined, row: 0, id })),
    ...columns.flatMap((column) => [0, 1].map((row) => ({ ...column, row }))),
  ]
}

function withText(content: FormContent, { list, row, id }: Cell, text: string): FormContent {
  const { fields, lists } = content
  if (list === undefined) return { ...content, fields: { ...fields, [id]: text } }
  const rows = [...(lists[list] ?? [])]
  for (const at of [0, 1]) rows[at] ??= { id: `n${at}`, cells: {} }
  const changed = rows.map((one, at) => (at === row ? { ...one, cells: { ...one.cells, [id]: text } } : one))
  return { ...content, lists: { ...lists, [list]: changed } }
}
