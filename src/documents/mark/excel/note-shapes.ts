import { type CellComment, lineCountOf } from './cell-comment.js'

const vml = 'urn:schemas-microsoft-com:vml'
const office = 'urn:schemas-microsoft-com:office:office'
const excel = 'urn:schemas-microsoft-com:office:excel'
const namespaces = `xmlns:v="${vml}" xmlns:o="${office}" xmlns:x="${excel}"`
const boxType = '_x0000_t202'
const boxTypeShape = `<v:shapetype id="${boxType}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
/** Shapes of a drawing bear numbers of its own thousand. */
const numbersPerDrawing = 1024

/** A drawing without shapes, of the workbook's sheet with this number (from 1). */
export function emptyDrawing(sheet: number): Uint8Array {
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>`
  return new TextEncoder().encode(`<xml ${namespaces}>${layout}${boxTypeShape}</xml>`)
}

/**
 * The boxes that notes are shown in, put at the end of a drawing. It is not parsed: what Excel itself writes there is
 * not always well formed.
 */
export function addShapes(drawing: Uint8Array, comments: readonly CellComment[], sheet: number): Uint8Array {
  const bytes = Buffer.from(drawing.buffer, drawing.byteOffset, drawing.byteLength)
  const text = bytes.toString('latin1')
  const at = text.lastIndexOf('</xml')
  if (at < 0) return addShapes(emptyDrawing(sheet), comments, sheet)
  const numbers = [...text.matchAll(/id="_x0000_s(\d{1,9})"/g)].map(([, number]) => Number(number))
  const first = numbers.reduce((most, number) => Math.max(most, number), sheet * numbersPerDrawing) + 1
  const type = text.includes(`id="${boxType}"`) ? '' : boxTypeShape.replace(' ', ` ${namespaces} `)
  const shapes = comments.map((comment, index) => shapeOf(comment, first + index)).join('')
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(type + shapes, 'utf8'), bytes.subarray(at)])
}

/** Columns that a note is wide, and signs that a line of it then holds; a long text gets the second. */
const [usual, wide] = [
  { columns: 5, signs: 26 },
  { columns: 9, signs: 48 },
] as const
const mostRows = 30

/** Beside its cell, hidden until the pointer rests on it, as high as its text needs. */
function shapeOf(comment: CellComment, number: number): string {
  const { row, column } = comment
  const { columns, signs } = lineCountOf(comment, usual.signs) > mostRows ? wide : usual
  const rows = Math.min(mostRows, lineCountOf(comment, signs) + 1)
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 1 + columns, 15, row + rows, 4].join(
    ', ',
  )
  const style = 'position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:120pt;visibility:hidden'
  return [
    `<v:shape ${namespaces} id="_x0000_s${number}" type="#${boxType}" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('')
}
