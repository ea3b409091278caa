import { useSession } from '../session.js'
import { useYear } from '../year.js'
import { words } from './words.zh.js'

type Named = Readonly<{
  unitId: string
  unitName: string
  title: string
  projectName: string | null
  budgetYear: number
}>

/** What a task is about; the unit and the year only where they are not the person's own and the chosen one. */
export function TaskName({ filing }: Readonly<{ filing: Named }>) {
  const own = useSession().data?.office?.unitId
  const year = useYear()
  const around = [
    filing.unitId === own ? '' : filing.unitName,
    filing.projectName === null ? '' : filing.title,
    filing.budgetYear === year ? '' : words.ofYear(filing.budgetYear),
  ].filter((part) => part !== '')
  return (
    <div className="task-name">
      <h3>{filing.projectName ?? filing.title}</h3>
      {around.length === 0 ? null : <p className="quiet">{around.join(' · ')}</p>}
    </div>
  )
}
