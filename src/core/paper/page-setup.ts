/** Sizes in millimetres and points, the same for Word and PDF. */

/** A4 upright; a landscape page swaps the two. */
export const paperSize = { width: 210, height: 297 } as const

/** 页边距: of a report after GB/T 9704, and of a page that holds a form. */
export const margins = {
  report: { top: 37, bottom: 35, left: 28, right: 26 },
  form: { top: 25, bottom: 22, left: 22, right: 22 },
} as const

/** Points: body and headings, title of the report, title of a form, line below and above a form, page number. */
export const fontSizes = { body: 16, title: 22, formTitle: 18, formLine: 10.5, pageNumber: 14 } as const

/** Exact distance of two lines of a report, and of two lines of a title, in points. */
export const linePitch = { body: 28, title: 34, formTitle: 28 } as const

/** Of a form's cell: line pitch in parts of the font size, blank space beside and above the text in points. */
export const cellSpace = { line: 1.3, beside: 3, above: 2 } as const

const pointsPerMillimetre = 72 / 25.4

/** A length in millimetres as points, not rounded. */
export function pointsOf(millimetres: number): number {
  return millimetres * pointsPerMillimetre
}

/** Paper in the given direction, in millimetres. */
export function paperOf(orientation: 'portrait' | 'landscape'): Readonly<{ width: number; height: number }> {
  const { width, height } = paperSize
  return orientation === 'portrait' ? { width, height } : { width: height, height: width }
}
