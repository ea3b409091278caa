import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.js'
import { Dialog } from '../shell/Dialog.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { words as everywhere } from '../words.zh.js'
import { useYear } from '../year.js'
import { StartForm } from './StartForm.js'
import { words } from './words.zh.js'

/** Asks which form, of which year, for which project, and what to begin with. */
export function StartDialog({ today, close }: Readonly<{ today: string; close: () => void }>) {
  const thisYear = Number(today.slice(0, 4))
  const years = [thisYear, thisYear - 1, thisYear - 2]
  const lookedAt = useYear()
  const [year, setYear] = useState(years.find((one) => one === lookedAt) ?? thisYear - 1)
  const forms = useQuery({
    queryKey: ['forms', year],
    queryFn: ({ signal }) => call('listForms', { query: { year }, signal }),
    staleTime: 0,
  })
  return (
    <Dialog title={words.start} close={close}>
      <label className="field">
        <span>{everywhere.year}</span>
        <select value={year} onChange={({ target }) => setYear(Number(target.value))}>
          {years.map((one) => (
            <option key={one} value={one}>
              {everywhere.yearName(one)}
            </option>
          ))}
        </select>
      </label>
      {forms.isPending ? <Loading /> : null}
      {forms.isError ? <Failure error={forms.error} again={() => void forms.refetch()} /> : null}
      {forms.isSuccess ? <StartForm key={year} choices={forms.data} close={close} /> : null}
    </Dialog>
  )
}
