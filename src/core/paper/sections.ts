import type { PrintedFiling, PrintedForm, PrintedParagraph, PrintedTable } from './printed.js'

type PrintedBlock = PrintedFiling['blocks'][number]

/** What is printed on pages of one direction and one set of margins; every section begins a new page. */
export type PrintedSection = Readonly<{
  kind: 'report' | 'form'
  orientation: 'portrait' | 'landscape'
  blocks: readonly (PrintedParagraph | PrintedForm | PrintedTable)[]
}>

/**
 * Cuts a filing into sections. A form begins one, with the 附件 lines right above it; notes right below it stay with
 * it; a title, a first-level heading or a 附件 line after a form begins the next one, as does a title after other text.
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
  const form = blocks.find((block) => block.kind === 'form')
  if (form === undefined) return { kind: 'report', orientation: 'portrait', blocks }
  return { kind: 'form', orientation: form.orientation, blocks }
}

function begins(block: PrintedBlock, group: readonly PrintedBlock[], rest: readonly PrintedBlock[]): boolean {
  if (block.kind === 'form') return !group.every(isAttachment)
  if (block.kind === 'table') return false
  const afterForm = group.some(({ kind }) => kind === 'form')
  if (isAttachment(block)) return !group.every(isAttachment) && (afterForm || leadsToForm(rest))
  if (block.style === 'title') return afterForm || group.some((one) => !isTitle(one) && !isAttachment(one))
  return afterForm && block.style === 'heading1'
}

function leadsToForm(rest: readonly PrintedBlock[]): boolean {
  return rest.find((block) => !isAttachment(block))?.kind === 'form'
}

function isAttachment(block: PrintedBlock): boolean {
  return block.kind === 'paragraph' && block.style === 'attachment'
}

function isTitle(block: PrintedBlock): boolean {
  return block.kind === 'paragraph' && block.style === 'title'
}
