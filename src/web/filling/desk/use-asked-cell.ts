import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { PageCommands } from './use-page-commands.js'

/** Chooses the cell that the address names, `?cell=f1/indicators/r3/actual`, once when it does. */
export function useAskedCell({ focusCell }: PageCommands): void {
  const [asked] = useSearchParams()
  const cell = asked.get('cell')
  useEffect(() => {
    if (cell !== null) focusCell(cell)
  }, [cell, focusCell])
}
