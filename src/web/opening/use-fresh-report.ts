import { useEffect, useRef } from 'react'
import { changesBetween } from '../../core/editing/changes-between.js'
import type { EngineChecked } from '../engine/engine-messages.js'
import type { Filling } from './use-filling.js'

/**
 * Figures of the report follow the forms: what the engine refreshed in its sentences is saved like typed words.
 * Opening a filing writes nothing: they begin to follow with the first change.
 */
export function useFreshReport(filling: Filling, checked: EngineChecked | undefined, mayEdit: boolean): void {
  const { content, follow } = filling
  const opened = useRef(content)
  useEffect(() => {
    if (content === opened.current || !mayEdit || checked === undefined || checked.content !== content) return
    if (checked.report === content.report) return
    follow(changesBetween(content, { ...content, report: checked.report }))
  }, [content, checked, mayEdit, follow])
}
