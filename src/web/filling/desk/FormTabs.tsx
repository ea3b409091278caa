import type { FilingContent } from '../../../core/editing/content.js'
import type { PrintedFiling } from '../../../core/paper/printed.js'
import type { FindingGroup } from '../findings/group-findings.js'
import { words } from '../words.zh.js'
import { printedForms, titleOfForm } from './printed-forms.js'

type Props = Readonly<{ printed: PrintedFiling; content: FilingContent; groups: readonly FindingGroup[] }>

/** The forms of a filing as links to their places on the page, with how many findings each has. */
export function FormTabs({ printed, content, groups }: Props) {
  const forms = printedForms(printed, content)
  if (forms.length < 2) return null
  return (
    <nav aria-label={words.forms} className="form-tabs">
      {forms.map(({ printed: form, content: { id } }) => {
        const count = groups.find((group) => group.id === id)?.findings.length ?? 0
        return (
          <a href={`#${id}`} key={id}>
            {titleOfForm(form)}
            {count === 0 ? null : <span className="form-count"> {words.violated(count)}</span>}
          </a>
        )
      })}
    </nav>
  )
}
