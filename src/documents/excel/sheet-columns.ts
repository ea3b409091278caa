import type { FormFit } from '../../core/paper/fit-form.js'

/** Two edges nearer than this are one, in points. */
const nearest = 1.5

/** Columns of one sheet on which tables of different columns stand: every edge of every table is one of theirs. */
export class SheetColumns {
  readonly #edges: readonly number[]

  /** Widths in points; a sheet without tables is one column of the whole width. */
  constructor(fits: readonly FormFit[], width: number) {
    const all = fits.flatMap(({ columnWidths }) => edgesOf(columnWidths)).sort((left, right) => left - right)
    const edges: number[] = []
    for (const edge of all) if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > nearest) edges.push(edge)
    this.#edges =
      fits.length === 1 ? edgesOf(fits[0]?.columnWidths ?? []) : edges.length > 1 ? edges : [0, width]
  }

  get widths(): number[] {
    return this.#edges.slice(1).map((edge, index) => edge - (this.#edges[index] ?? 0))
  }

  get count(): number {
    return this.#edges.length - 1
  }

  /** For each edge of a table's columns the column of the sheet that begins there. */
  placesOf({ columnWidths }: FormFit): number[] {
    return edgesOf(columnWidths).map((edge) => this.#nearestTo(edge))
  }

  #nearestTo(edge: number): number {
    let best = 0
    for (const [index, own] of this.#edges.entries())
      if (Math.abs(own - edge) < Math.abs((this.#edges[best] ?? 0) - edge)) best = index
    return best
  }
}

function edgesOf(widths: readonly number[]): number[] {
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width)
  return edges
}
