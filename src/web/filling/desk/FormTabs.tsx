import type { EngineChecked } from '../../engine/engine-messages.js'
import type { FindingGroup } from '../findings/group-findings.js'
import { words } from '../words.zh.js'
import { printedForms, titleOfForm } from './printed-forms.js'

type Props = Readonly<{ checked: EngineChecked; groups: readonly FindingGroup[] }>

/** The forms of a filing as links to their places on the page, with how many findings each has. */
export function FormTabs({ checked, groups }: Props) {
  const forms = printedForms(checked)
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
