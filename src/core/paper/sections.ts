import type { PrintedFiling, PrintedForm, PrintedParagraph, PrintedTable } from './printed.js'

type PrintedBlock = PrintedFiling['blocks'][number]

/** What is printed on pages of one direction and one set of margins; every section begins a new page. */
export type PrintedSection = Readonly<{
  kind: 'report' | 'form'
  orientation: 'portrait' | 'landscape'
  blocks: readonly (PrintedParagraph | PrintedForm | PrintedTable)[]
}>

/** 说明、备注 and signature lines that stand below a form. */
const notePattern = /^(?:说明|备注|附?注|填[表报](?:说明|人))[：:\s\d]/

/**
 * Cuts a filing into sections. A form begins one, with the 附件 lines right above it, and notes right below it stay
 * with it; anything else begins the next one, as does the next title. A form without a title of its own
 * stands in the report like any table.
 */
export function sectionsOf({ blocks }: PrintedFiling): readonly PrintedSection[] {
  const groups: PrintedBlock[][] = []
  for (const [at, block] of blocks.entries()) {
    const group = groups.at(-1)
    if (group === undefined || begins(block, group, blocks.slice(at + 1))) groups.push([block])
    else group.push(block)
  }
  return groups.map(describe)
}

function describe(blocks: readonly PrintedBlock[]): PrintedSection {
  const form = blocks.find(hasOwnPage)
  if (form === undefined) return { kind: 'report', orientation: 'portrait', blocks }
  return { kind: 'form', orientation: form.orientation, blocks }
}

function begins(block: PrintedBlock, group: readonly PrintedBlock[], rest: readonly PrintedBlock[]): boolean {
  const before = group.at(-1)
  if (hasOwnPage(block)) return !group.every(isAttachment)
  if (group.some(hasOwnPage)) return !isNote(block)
  if (block.kind !== 'paragraph') return false
  if (isAttachment(block)) return before !== undefined && !isAttachment(before) && leadsToForm(rest)
  return block.style === 'title' && before !== undefined && !isTitle(before) && group.some(isTitle)
}

function leadsToForm(rest: readonly PrintedBlock[]): boolean {
  const next = rest.find((block) => !isAttachment(block))
  return next !== undefined && hasOwnPage(next)
}

function hasOwnPage(block: PrintedBlock): block is PrintedForm {
  return block.kind === 'form' && block.title !== ''
}

function isNote(block: PrintedBlock): boolean {
  return block.kind === 'paragraph' && notePattern.test(block.runs.map(({ text }) => text).join(''))
}

function isAttachment(block: PrintedBlock): boolean {
  return block.kind === 'paragraph' && block.style === 'attachment'
}

function isTitle(block: PrintedBlock): boolean {
  return block.kind === 'paragraph' && block.style === 'title'
}
