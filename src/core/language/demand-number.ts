import type { FieldType } from '../pack/layout.js'
import { SentenceError, type Span } from './syntax.js'

const numberTypes: ReadonlySet<FieldType> = new Set(['amount', 'percent', 'weight', 'score', 'count', 'area'])

/** @throws SentenceError when the cell holds words */
export function demandNumber({ name, type }: { name: string; type: FieldType }, span: Span): void {
  if (!numberTypes.has(type))
    throw new SentenceError(span, `“${name}”是文字，不能参与计算，只能写“有值”或“为空”。`)
}
