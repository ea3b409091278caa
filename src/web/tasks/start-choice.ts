import type { AnswerOf, CallOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'

export type Choices = AnswerOf<Routes['listForms']>
export type FormChoice = Choices['forms'][number]
export type StartBody = NonNullable<CallOf<Routes['startFiling']>['body']>

/** What a filing is begun with. */
export type Beginning = 'lastYear' | 'file' | 'blank'

/** Ways to begin, the best one first: last year's filing where there is one of the same. */
export function beginnings(choices: Choices, form: FormChoice, projectName: string): readonly Beginning[] {
  const ofProject = choices.projects.find(({ name }) => name === projectName.trim())
  const source = form.kind === 'departmentSelfEvaluation' ? choices : ofProject
  return source?.hasLastYear === true ? ['lastYear', 'file', 'blank'] : ['blank', 'file']
}

/** What the dialog has been given. */
export type GivenStart = Readonly<{ form: FormChoice; projectName: string; from: Beginning; year: number }>

/** A project's form needs the project's name. */
export function isReady({ form, projectName }: GivenStart): boolean {
  return form.kind === 'departmentSelfEvaluation' || projectName.trim().length >= 2
}

/** What the server is asked: an imported file goes into a blank form. */
export function startOf({ form: { kind, packId }, projectName, from, year }: GivenStart): StartBody {
  const chosen = { packId, budgetYear: year, from: from === 'lastYear' ? from : ('blank' as const) }
  return kind === 'departmentSelfEvaluation'
    ? { kind, ...chosen }
    : { kind, ...chosen, projectName: projectName.trim() }
}
