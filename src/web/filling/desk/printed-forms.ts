import type { FormContent } from '../../../core/editing/content.js'
import type { PrintedForm } from '../../../core/paper/printed.js'
import type { EngineChecked } from '../../engine/engine-messages.js'

/** Every printed form with the content that it was printed from. */
export function printedForms({
  forms,
  content,
}: Pick<EngineChecked, 'forms' | 'content'>): readonly Readonly<{
  printed: PrintedForm
  content: FormContent
}>[] {
  return forms.flatMap((printed) => {
    const form = content.forms[printed.index]
    return form === undefined ? [] : [{ printed, content: form }]
  })
}

/** A form's title on one line. */
export function titleOfForm({ title, form }: PrintedForm): string {
  return (title === '' ? form.title : title).replace(/\s+/g, '')
}
