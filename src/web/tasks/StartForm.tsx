import { useId, useState } from 'react'
import { Button } from '../shell/Button.js'
import { Field } from '../shell/Field.js'
import { words as everywhere } from '../words.zh.js'
import { StartFailure } from './StartFailure.js'
import { type Beginning, beginnings, type Choices, isReady, startOf } from './start-choice.js'
import { useStart } from './use-start.js'
import { words } from './words.zh.js'

/** The form, the project where it is one's form, and what to begin with. */
export function StartForm({ choices, close }: Readonly<{ choices: Choices; close: () => void }>) {
  const [first] = choices.forms
  const [packId, setPackId] = useState(first?.packId ?? '')
  const [projectName, setProjectName] = useState('')
  const [chosen, setChosen] = useState<Beginning>()
  const start = useStart()
  const form = choices.forms.find((one) => one.packId === packId)
  if (form === undefined) return <p className="quiet">{words.noForms}</p>
  const open = beginnings(choices, form, projectName)
  const from = chosen !== undefined && open.includes(chosen) ? chosen : (open[0] ?? 'blank')
  const given = { form, projectName, from, year: choices.budgetYear }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady(given)) start.mutate({ ...startOf(given), to: from === 'file' ? '/file' : '' })
      }}
    >
      <FormChoice choices={choices} packId={packId} choose={setPackId} />
      {form.companions.length > 0 ? (
        <p className="quiet">{words.companions(form.companions.join('、'))}</p>
      ) : null}
      {form.kind === 'departmentSelfEvaluation' ? null : (
        <ProjectName choices={choices} name={projectName} setName={setProjectName} />
      )}
      <BeginWith open={open} from={from} choose={setChosen} />
      {start.isError ? <StartFailure error={start.error} /> : null}
      <div className="buttons">
        <Button filled type="submit" disabled={!isReady(given)} busy={start.isPending}>
          {words.begin}
        </Button>
        <Button onClick={close}>{everywhere.cancel}</Button>
      </div>
    </form>
  )
}

type FormChoiceProps = Readonly<{ choices: Choices; packId: string; choose: (packId: string) => void }>

function FormChoice({ choices, packId, choose }: FormChoiceProps) {
  return (
    <label className="field">
      <span>{words.form}</span>
      <select value={packId} onChange={({ target }) => choose(target.value)}>
        {choices.forms.map(({ packId: id, title, areaName, years }) => (
          <option key={id} value={id}>
            {words.formName(title, areaName, years[0])}
          </option>
        ))}
      </select>
    </label>
  )
}

type ProjectNameProps = Readonly<{ choices: Choices; name: string; setName: (name: string) => void }>

function ProjectName({ choices, name, setName }: ProjectNameProps) {
  const list = useId()
  return (
    <>
      <Field
        label={words.projectName}
        says={words.projectNameSays}
        required
        maxLength={200}
        list={list}
        value={name}
        onText={setName}
      />
      <datalist id={list}>
        {choices.projects
          .filter(({ hasBegun }) => !hasBegun)
          .map((project) => (
            <option key={project.name} value={project.name} />
          ))}
      </datalist>
    </>
  )
}

type BeginWithProps = Readonly<{
  open: readonly Beginning[]
  from: Beginning
  choose: (from: Beginning) => void
}>

function BeginWith({ open, from, choose }: BeginWithProps) {
  return (
    <fieldset className="begin-with">
      <legend>{words.beginWith}</legend>
      {open.map((one) => (
        <label key={one}>
          <input type="radio" name="from" checked={one === from} onChange={() => choose(one)} />
          {words.beginnings[one]}
        </label>
      ))}
    </fieldset>
  )
}
