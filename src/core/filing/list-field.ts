import { remembered } from '../remember.js'

const listField = /^([^.[\]]+)\[(\d+)\]\.(.+)$/

type ListField = Readonly<{ list: string; index: number; column: string }>

/** A field as printed forms name it, taken apart: `indicators[0].score`; undefined for a single cell. */
export const parseListField = remembered((field): ListField | undefined => {
  const match = listField.exec(field)
  if (match === null) return undefined
  const [, list = '', index = '', column = ''] = match
  return { list, index: Number(index), column }
})
