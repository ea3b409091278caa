import { read, utils } from '@e965/xlsx'

/** A comment on a cell of a workbook, as the library that reads workbooks sees it. */
export type ReadNote = Readonly<{ sheet: number; cell: string; text: string; shown: string }>

/** Reads the comments of an .xlsx: sheets in order, cells by row and column; `shown` is what the cell itself shows. */
export function readNotes(xlsx: Uint8Array): ReadNote[] {
  const workbook = read(xlsx, { type: 'array' })
  return workbook.SheetNames.flatMap((name, sheet) => {
    const cells = Object.entries(workbook.Sheets[name] ?? {}).filter(([key]) => !key.startsWith('!'))
    return cells
      .map(([key, cell]) => ({ key, at: utils.decode_cell(key), cell }))
      .sort((left, right) => left.at.r - right.at.r || left.at.c - right.at.c)
      .filter(({ cell }) => cell.c !== undefined)
      .map(({ key, cell }) => {
        const text = cell.c
          .map(({ t }: { t?: string }) => t ?? '')
          .join('\n')
          .replaceAll('\r', '')
        return { sheet, cell: key, text, shown: String(cell.w ?? '') }
      })
  })
}
