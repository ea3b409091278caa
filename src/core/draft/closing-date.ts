import type { Filing } from '../filing/filing.js'

/** The date that closes the report, as printed on a line of its own; undefined when none is. */
export function findClosingDate({ document }: Filing): string | undefined {
  const lines = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : []))
  return lines
    .findLast((line) => /^20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(line))
    ?.replace(/\s/g, '')
}
