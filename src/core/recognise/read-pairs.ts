import type { InlineBlock, PairsBlock } from '../pack/layout.js'
import { type FormBeingRead, takeValue } from './form-being-read.js'
import { isLabel, labelWords } from './label.js'

/** Reads label cells with their value in the next cell to the right: 单位名称 | …局. */
export function readPairs(read: FormBeingRead, block: PairsBlock): void {
  for (const cell of read.grid.cells()) {
    const field = block.fields.find((one) => !(one.id in read.fields) && isLabel(cell.text, one))
    if (field === undefined) continue
    const value = read.grid.rightOf(cell)
    if (value === undefined || value.row !== cell.row) continue
    if (block.fields.some((one) => isLabel(value.text, one))) continue
    read.taken.add(cell)
    read.fields[field.id] = takeValue(read, value, field.type)
  }
}

/** Reads cells that hold label and value together: 其中：一般公共预算：448.84. */
export function readInline(read: FormBeingRead, block: InlineBlock): void {
  for (const cell of read.grid.cells()) {
    for (const line of cell.text.split('\n')) {
      const split = /^(?<label>.*)[:：](?<value>[^:：]*)$/.exec(line)?.groups
      if (split?.label === undefined) continue
      const words = labelWords(split.label.replace(/^\s*其\s*中\s*[:：]/, ''))
      const field = block.fields.find((one) => !(one.id in read.fields) && isLabel(words, one))
      if (field === undefined) continue
      read.fields[field.id] = {
        ...takeValue(read, cell, field.type, (split.value ?? '').trim()),
        place: takeValue(read, cell, field.type).place,
      }
    }
  }
}
