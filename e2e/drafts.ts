import type { FilingContent } from '../src/core/editing/content.js'
import { ask, type Person } from './people.js'

type Listed = Readonly<{ items: readonly Readonly<{ filingId: string; state: string }>[] }>

/** The filing of a person of the demonstration that is being filled in. */
export async function draftOf(person: Person): Promise<string> {
  const { items } = await ask<Listed>(person, '/api/filings?state=draft')
  const [first] = items
  if (first === undefined) throw new Error('there is no draft')
  return first.filingId
}

/** What the server has in a cell. */
export async function savedText(person: Person, filingId: string, key: string): Promise<string> {
  const { content } = await ask<{ content: FilingContent }>(person, `/api/filings/${filingId}`)
  const [formId = '', ...rest] = key.split('/')
  const form = content.forms.find(({ id }) => id === formId)
  const [list = '', row, column = ''] = rest
  if (row === undefined) return form?.fields[list] ?? ''
  return form?.lists[list]?.find(({ id }) => id === row)?.cells[column] ?? ''
}
