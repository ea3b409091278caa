import type { FilingContent, FormContent } from '../../../core/editing/content.js'
import type { PrintedFiling, PrintedForm } from '../../../core/paper/printed.js'

/** Every printed form with the content that it was printed from. */
export function printedForms(
  { blocks }: PrintedFiling,
  { forms }: FilingContent,
): readonly Readonly<{ printed: PrintedForm; content: FormContent }>[] {
  return blocks.flatMap((printed) => {
    const content = printed.kind === 'form' ? forms[printed.index] : undefined
    return printed.kind === 'form' && content !== undefined ? [{ printed, content }] : []
  })
}

/** A form's title on one line. */
export function titleOfForm({ title, form }: PrintedForm): string {
  return (title === '' ? form.title : title).replace(/\s+/g, '')
}
