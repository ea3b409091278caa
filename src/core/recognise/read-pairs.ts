import type { InlineBlock, PairsBlock } from '../pack/layout.js'
import { isLabel, labelWords } from './label.js'
import { type Reading, takeValue } from './reading.js'

/** Reads label cells with their value in the next cell to the right: 单位名称 | …局. */
export function readPairs(reading: Reading, block: PairsBlock): void {
  for (const cell of reading.grid.cells()) {
    const field = block.fields.find((one) => !(one.id in reading.fields) && isLabel(cell.text, one))
    if (field === undefined) continue
    const value = reading.grid.rightOf(cell)
    if (value === undefined || value.row !== cell.row) continue
    if (block.fields.some((one) => isLabel(value.text, one))) continue
    reading.taken.add(cell)
    reading.fields[field.id] = takeValue(reading, value, field.type)
  }
}

/** Reads cells that hold label and value together: 其中：一般公共预算：448.84. */
export function readInline(reading: Reading, block: InlineBlock): void {
  for (const cell of reading.grid.cells()) {
    for (const line of cell.text.split('\n')) {
      const split = /^(?<label>.*)[:：](?<value>[^:：]*)$/.exec(line)?.groups
      if (split?.label === undefined) continue
      const words = labelWords(split.label.replace(/^\s*其\s*中\s*[:：]/, ''))
      const field = block.fields.find((one) => !(one.id in reading.fields) && isLabel(words, one))
      if (field === undefined) continue
      reading.fields[field.id] = {
        ...takeValue(reading, cell, field.type, (split.value ?? '').trim()),
        place: takeValue(reading, cell, field.type).place,
      }
    }
  }
}
