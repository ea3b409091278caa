import { useMutation } from '@tanstack/react-query'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { addressOf, call } from '../../api.js'
import { sentenceOf } from '../../api-problem.js'
import { Confirm } from '../Confirm.js'
import { useChange } from '../use-change.js'
import { words } from './words.zh.js'

type Preview = AnswerOf<Routes['previewUnitImport']>

/** 从 Excel 导入: shows what would happen row by row, then does all of it or nothing. */
export function ImportDialog({ close }: Readonly<{ close: () => void }>) {
  const preview = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return call('previewUnitImport', { form })
    },
  })
  const change = useChange<unknown>('units', close)
  const found = preview.data
  const isReady = found !== undefined && found.problems.length === 0
  return (
    <Confirm
      act={() => change.mutate(() => call('importUnits', { body: { sha256: found?.sha256 ?? '' } }))}
      change={change}
      close={close}
      isReady={isReady}
      says={sayWhat(found)}
      title={words.importTitle}
      verb={words.import}
    >
      <p>
        <a href={addressOf('downloadUnitTemplate')}>{words.template}</a>
        {words.thenChoose}
      </p>
      <label className="field">
        <span>{words.file}</span>
        <input
          accept=".xlsx,.xls,.ods"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file !== undefined) preview.mutate(file)
          }}
          type="file"
        />
      </label>
      {preview.isError ? <p role="alert">{sentenceOf(preview.error)}</p> : null}
      {found === undefined ? null : <Problems problems={found.problems} />}
    </Confirm>
  )
}

function sayWhat(found: Preview | undefined): string {
  if (found === undefined) return words.importSays
  const { added, renamed, unchanged, problems, rows } = found
  if (problems.length > 0) return words.importProblems(rows, problems.length)
  return words.importPreview({ rows, added: added.length, renamed: renamed.length, unchanged })
}

function Problems({ problems }: Pick<Preview, 'problems'>) {
  return (
    <ul className="choices">
      {problems.map(words.problem).map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}
