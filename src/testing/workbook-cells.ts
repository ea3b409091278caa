import { read, utils } from '@e965/xlsx'
import { strFromU8, strToU8 } from 'fflate'
import { openArchive } from '../documents/gate/archive.js'
import { rewriteArchive } from '../documents/gate/rewrite-archive.js'

/** A cell of a workbook as another program reads it. */
export type WorkbookCell = Readonly<{
  sheet: string
  address: string
  formula: string | undefined
  value: unknown
  /** As shown. */
  text: string
  note: string | undefined
}>

/** Every cell that holds something, sheet by sheet. */
export function workbookCells(bytes: Uint8Array): readonly WorkbookCell[] {
  const workbook = read(bytes, { type: 'array', cellFormula: true })
  return workbook.SheetNames.flatMap((sheet) =>
    Object.entries(workbook.Sheets[sheet] ?? {})
      .filter(([address]) => !address.startsWith('!'))
      .map(([address, cell]) => ({
        sheet,
        address,
        formula: cell.f,
        value: cell.v,
        text: cell.w ?? utils.format_cell(cell),
        note: cell.c?.[0]?.t,
      })),
  )
}

/** The same workbook without the results of its formulas, so that whoever opens it must compute them. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const archive = openArchive(bytes)
  const sheets = archive.names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
  const stripped = sheets.map((name) => {
    const text = strFromU8(archive.read(name) ?? new Uint8Array())
    return [name, strToU8(text.replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))] as const
  })
  return rewriteArchive(archive, new Map(stripped))
}
