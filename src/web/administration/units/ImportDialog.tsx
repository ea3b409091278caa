import { useMutation } from '@tanstack/react-query'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { addressOf, call } from '../../api.js'
import { sentenceOf } from '../../api-problem.js'
import { Confirm } from '../Confirm.js'
import { useChange } from '../use-change.js'

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
      title="从 Excel 导入单位"
      verb="导入"
    >
      <p>
        <a href={addressOf('downloadUnitTemplate')}>下载模板</a>，填好后选文件：
      </p>
      <label className="field">
        <span>单位名单（.xlsx）</span>
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
  if (found === undefined) return '选了文件先看一看会做什么，点“导入”才真正改动。'
  const { added, renamed, unchanged, problems, rows } = found
  if (problems.length > 0)
    return `共 ${rows} 行，有 ${problems.length} 处问题。改好文件再选一次；现在什么都没有改。`
  return `共 ${rows} 行：新增 ${added.length} 个，更名 ${renamed.length} 个，不变 ${unchanged} 个。全部成功才算，错一行都不导入。`
}

function Problems({ problems }: Pick<Preview, 'problems'>) {
  return (
    <ul className="choices">
      {problems.map(({ row, column, message }) => (
        <li key={`${row} ${column} ${message}`}>
          第 {row} 行“{column}”：{message}
        </li>
      ))}
    </ul>
  )
}
