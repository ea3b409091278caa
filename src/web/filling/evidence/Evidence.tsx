import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { memo, useRef } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import { addressOf, call } from '../../api.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'

type Props = Readonly<{ chosen: CellKey | undefined; nameOf: (key: CellKey) => string; whole: FilingWhole }>

/** 佐证材料 of the indicator in whose row the chosen cell stands, to upload, open and remove. */
export const Evidence = memo(function Evidence({ chosen, nameOf, whole }: Props) {
  const row = chosen === undefined ? undefined : rowOf(chosen)
  const { filingId, actions } = whole.filing
  const files = useEvidence(filingId)
  if (row === undefined) return null
  const own = (files.list.data ?? []).filter(({ cell }) => cell !== null && rowOf(cell) === row)
  const mayEdit = actions.includes('edit')
  const failure = files.list.error ?? files.add.error ?? files.remove.error
  return (
    <section aria-label={words.evidence} className="evidence">
      <h2>{words.evidenceOf(nameOf(row))}</h2>
      {failure === null ? null : <p role="alert">{failure.message}</p>}
      {own.length === 0 ? <p className="quiet">{words.noEvidence}</p> : null}
      <ul>
        {own.map(({ evidenceId, name, byName }) => (
          <li key={evidenceId}>
            <a href={addressOf('downloadEvidence', { params: { filingId, evidenceId } })}>{name}</a>{' '}
            <small>{byName}</small>{' '}
            {mayEdit ? (
              <Button
                aria-label={`${words.removeEvidence} ${name}`}
                onClick={() => files.remove.mutate(evidenceId)}
                small
              >
                {words.removeEvidence}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? <AddFile files={files} row={row} /> : null}
    </section>
  )
})

function AddFile({ files, row }: Readonly<{ files: ReturnType<typeof useEvidence>; row: CellKey }>) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        aria-label={words.addEvidence}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) files.add.mutate({ file, cell: row })
          target.value = ''
        }}
        ref={picker}
        type="file"
      />
      <Button busy={files.add.isPending} onClick={() => picker.current?.click()} small>
        {words.addEvidence}
      </Button>
    </>
  )
}

/** `f1/indicators/r3` of a cell in that row; undefined outside the lists of indicators. */
function rowOf(key: CellKey): CellKey | undefined {
  return /^[^/]+\/indicators\/[^/]+/.exec(key)?.[0]
}

function useEvidence(filingId: string) {
  const client = useQueryClient()
  const queryKey = ['filing', filingId, 'evidence']
  const onSuccess = () => client.invalidateQueries({ queryKey })
  const list = useQuery({ queryKey, queryFn: () => call('listEvidence', { params: { filingId } }) })
  const add = useMutation({
    mutationFn: ({ file, cell }: { file: File; cell: CellKey }) => {
      const form = new FormData()
      form.append('file', file)
      return call('addEvidence', { params: { filingId }, query: { cell }, form })
    },
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (evidenceId: string) => call('removeEvidence', { params: { filingId, evidenceId } }),
    onSuccess,
  })
  return { list, add, remove }
}
