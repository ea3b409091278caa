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
      says={
        parent === undefined
          ? '请选上级单位。'
          : `“${name}”会放在“${parent.name}”下面，看得到它的人随之确定。`
      }
      title="新增单位"
      verb="新增"
    >
      <Field label="单位名称" onText={setName} value={name} />
      <Field label="单位编码" onText={setCode} value={code} />
      <label className="field">
        <span>类别</span>
        <select onChange={({ target }) => setKind(target.value as UnitShown['kind'])} value={kind}>
          {kinds.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <UnitChoice choose={setParent} chosen={parent} label="上级单位" />
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
    rename: `“${unit.name}”更名为“${name}”。往年自评仍显示当时的名称，沿革里会记下这一步。`,
    move: `“${unit.name}”和它的下级、${unit.filings} 份自评一起划到“${other?.name ?? '…'}”下面；原上级从此看不到它们，在途的自评改由新上级审核。`,
    merge: `“${unit.name}”撤销，并入“${other?.name ?? '…'}”；它的 ${unit.filings} 份自评和历史由“${other?.name ?? '…'}”的人查看，下级单位改归它管。这一步不能撤回。`,
  }
  const titles = { rename: '单位更名', move: '单位划转', merge: '单位合并' }
  return (
    <Confirm
      act={act}
      change={change}
      close={close}
      isReady={kind === 'rename' ? name.trim().length > 1 && name !== unit.name : other !== undefined}
      says={says[kind]}
      title={titles[kind]}
      verb={{ rename: '更名', move: '划转', merge: '并入' }[kind]}
    >
      {kind === 'rename' ? (
        <Field label="新名称" onText={setName} value={name} />
      ) : (
        <UnitChoice
          choose={setOther}
          chosen={other}
          label={kind === 'move' ? '新的上级单位' : '并入哪个单位'}
        />
      )}
      <Field label="从哪天起" onText={setHappenedOn} type="date" value={happenedOn} />
      <Field label="依据或说明" onText={setNote} says="如编办文号，会写进沿革。" value={note} />
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
  const names = into.map(({ name }) => `“${name}”`).join('、')
  return (
    <Confirm
      act={act}
      change={change}
      close={close}
      isReady={into.length > 0}
      says={`由“${unit.name}”拆出 ${into.length} 个单位${names === '' ? '' : `：${names}`}。原有的 ${unit.filings} 份自评留在“${unit.name}”${endsOld ? '，它从这天起撤销，主管部门仍能查看' : ''}。`}
      title="单位拆分"
      verb="拆分"
    >
      <label className="field">
        <span>拆出的单位</span>
        <textarea onChange={({ target }) => setLines(target.value)} rows={4} value={lines} />
        <small>每行一个：先写编码，空一格，再写名称。</small>
      </label>
      <label>
        <input checked={endsOld} onChange={({ target }) => setEndsOld(target.checked)} type="checkbox" />{' '}
        原单位撤销
      </label>
      <Field label="从哪天起" onText={setHappenedOn} type="date" value={happenedOn} />
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
    <Dialog close={close} title={`${unit.name}的沿革`}>
      {found.data === undefined ? <Loading /> : null}
      {found.data?.lineage.length === 0 ? <p>没有更名、划转、合并或拆分过。</p> : null}
      <ol>
        {found.data?.lineage.map(({ happenedOn, words }) => (
          <li key={`${happenedOn} ${words}`}>
            {happenedOn}　{words}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
