import { useMemo, useRef } from 'react'
import type { FormContent } from '../../../core/editing/content.js'
import type { PrintedForm } from '../../../core/paper/printed.js'
import { type Grid, gridOf } from './grid.js'
import { paperCells } from './paper-cell.js'

const noGrid = gridOf([], 0, 0)

/** The cells of a printed form by place; cells that did not change stay the same objects from one to the next. */
export function useGrid(printed: PrintedForm, content: FormContent): Grid {
  const before = useRef(noGrid)
  return useMemo(() => {
    const cells = paperCells(printed, content, before.current.cells)
    before.current = gridOf(cells, printed.rows, printed.widths.length)
    return before.current
  }, [printed, content])
}

/** The grid last shown that had a cell: a cell does not go from under the words that are being typed into it. */
export function useSteadyGrid(grid: Grid, typingIn: string | undefined): Grid {
  const shown = useRef(grid)
  const keeps = typingIn !== undefined && !grid.byId.has(typingIn) && shown.current.byId.has(typingIn)
  if (!keeps) shown.current = grid
  return shown.current
}
