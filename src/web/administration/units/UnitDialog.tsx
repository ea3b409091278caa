import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.js'
import { Dialog } from '../../shell/Dialog.js'
import { Field } from '../../shell/Field.js'
import { Loading } from '../../shell/Loading.js'
import { Confirm } from '../Confirm.js'
import { useChange } from '../use-change.js'
import { UnitChoice } from './UnitChoice.js'
import { kinds, type UnitShown } from './unit-shown.js'
import { words } from './words.zh.js'

/** What is to be done with a unit. */
export type UnitTask =
  | Readonly<{ kind: 'add'; unit: undefined }>
  | Readonly<{ kind: 'rename' | 'move' | 'merge' | 'split' | 'history'; unit: UnitShown }>

type Props = Readonly<{ task: UnitTask; close: () => void }>

/** Asks for what a task needs and says what will happen. */
export function UnitDialog({ task, close }: Props) {
  if (task.kind === 'add') return <Add close={close} />
  if (task.kind === 'history') return <History close={close} unit={task.unit} />
  return task.kind === 'split' ? (
    <Split close={close} unit={task.unit} />
  ) : (
    <Change close={close} kind={task.kind} unit={task.unit} />
  )
}

const today = () => new Date().toISOString().slice(0, 10)

function Add({ close }: Readonly<{ close: () => void }>) {
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<UnitShown['kind']>('unit')
  const [parent, setParent] = useState<UnitShown>()
  const change = useChange<unknown>('units', close)
  return (
    <Confirm
      act={() =>
        change.mutate(() => call('addUnit', { body: { name, code, kind, parentId: parent?.unitId ?? null } }))
      }
      change={change}
      close={close}
      isReady={name.trim().length > 1 && code.trim() !== '' && parent !== undefined}
      says={parent === undefined ? words.chooseParent : words.addSays(name, parent.name)}
      title={words.addTitle}
      verb={words.addVerb}
    >
      <Field label={words.name} onText={setName} value={name} />
      <Field label={words.unitCode} onText={setCode} value={code} />
      <label className="field">
        <span>{words.kind}</span>
        <select onChange={({ target }) => setKind(target.value as UnitShown['kind'])} value={kind}>
          {kinds.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <UnitChoice choose={setParent} chosen={parent} label={words.parentUnit} />
    </Confirm>
  )
}

type ChangeProps = Readonly<{ unit: UnitShown; kind: 'rename' | 'move' | 'merge'; close: () => void }>

function Change({ unit, kind, close }: ChangeProps) {
  const [name, setName] = useState(unit.name)
  const [other, setOther] = useState<UnitShown>()
  const [happenedOn, setHappenedOn] = useState(today)
  const [note, setNote] = useState('')
  const change = useChange<unknown>('units', close)
  const dated = { happenedOn, note }
  const params = { unitId: unit.unitId }
  const target = other?.unitId ?? ''
  const act = () =>
    change.mutate((): Promise<unknown> => {
      if (kind === 'rename') return call('renameUnit', { params, body: { name, ...dated } })
      if (kind === 'move') return call('moveUnit', { params, body: { parentId: target, ...dated } })
      return call('mergeUnits', { body: { from: [unit.unitId], into: target, ...dated } })
    })
  const says = {
    rename: words.renameSays(unit.name, name),
    move: words.moveSays(unit.name, unit.filings, other?.name ?? '…'),
    merge: words.mergeSays(unit.name, unit.filings, other?.name ?? '…'),
  }
  const titles = { rename: words.renameTitle, move: words.moveTitle, merge: words.mergeTitle }
  return (
    <Confirm
      act={act}
      change={change}
      close={close}
      isReady={kind === 'rename' ? name.trim().length > 1 && name !== unit.name : other !== undefined}
      says={says[kind]}
      title={titles[kind]}
      verb={words[kind]}
    >
      {kind === 'rename' ? (
        <Field label={words.newName} onText={setName} value={name} />
      ) : (
        <UnitChoice
          choose={setOther}
          chosen={other}
          label={kind === 'move' ? words.newParent : words.mergeInto}
        />
      )}
      <Field label={words.happenedOn} onText={setHappenedOn} type="date" value={happenedOn} />
      <Field label={words.note} onText={setNote} says={words.noteSays} value={note} />
    </Confirm>
  )
}

function Split({ unit, close }: Readonly<{ unit: UnitShown; close: () => void }>) {
  const [lines, setLines] = useState('')
  const [endsOld, setEndsOld] = useState(false)
  const [happenedOn, setHappenedOn] = useState(today)
  const change = useChange<unknown>('units', close)
  const into = lines.split('\n').flatMap((line) => {
    const [code = '', name = ''] = line.trim().split(/[\s,，]+/)
    return name === '' ? [] : [{ code, name }]
  })
  const act = () =>
    change.mutate(() =>
      call('splitUnit', { params: { unitId: unit.unitId }, body: { into, endsOld, happenedOn } }),
    )
  const names = into.map(({ name }) => name)
  return (
    <Confirm
      act={act}
      change={change}
      close={close}
      isReady={into.length > 0}
      says={words.splitSays(unit.name, unit.filings, names, endsOld)}
      title={words.splitTitle}
      verb={words.split}
    >
      <label className="field">
        <span>{words.splitInto}</span>
        <textarea onChange={({ target }) => setLines(target.value)} rows={4} value={lines} />
        <small>{words.splitIntoSays}</small>
      </label>
      <label>
        <input checked={endsOld} onChange={({ target }) => setEndsOld(target.checked)} type="checkbox" />{' '}
        {words.endsOld}
      </label>
      <Field label={words.happenedOn} onText={setHappenedOn} type="date" value={happenedOn} />
    </Confirm>
  )
}

function History({ unit, close }: Readonly<{ unit: UnitShown; close: () => void }>) {
  const { unitId } = unit
  const found = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: () => call('readUnit', { params: { unitId } }),
  })
  return (
    <Dialog close={close} title={words.historyOf(unit.name)}>
      {found.data === undefined ? <Loading /> : null}
      {found.data?.lineage.length === 0 ? <p>{words.noHistory}</p> : null}
      <ol>
        {found.data?.lineage.map(({ happenedOn, words: said }) => (
          <li key={`${happenedOn} ${said}`}>
            {happenedOn}　{said}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
