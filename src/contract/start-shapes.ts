import { z } from 'zod'
import { startKinds } from '../core/pack/form-choices.js'
import { Id, Year } from './shapes.js'

const From = z.enum(['blank', 'lastYear'])
const chosen = { packId: z.string().min(1).max(200), budgetYear: Year, from: From }

/** How a filing is begun: what the roster asks for, or a form that the unit chose itself. */
export const StartBody = z.union([
  z.strictObject({ entryId: Id, from: From }),
  z.strictObject({ kind: z.literal('departmentSelfEvaluation'), ...chosen }),
  z.strictObject({
    kind: z.enum(['projectSelfEvaluation', 'transferSelfEvaluation']),
    ...chosen,
    projectName: z.string().trim().min(2, '请写明项目名称').max(200),
  }),
])

/** 可选的表, with what the unit's own past says of them. */
export const FormChoices = z.strictObject({
  budgetYear: z.number().int(),
  /** The whole unit has a filing of the year before; of this year. */
  hasLastYear: z.boolean(),
  hasBegun: z.boolean(),
  forms: z.array(
    z.strictObject({
      packId: z.string(),
      title: z.string(),
      kind: z.enum(startKinds),
      /** 湖南, 中央, 通用, 本地. */
      areaName: z.string(),
      years: z.array(z.number().int()),
      /** Titles of the forms that come along. */
      companions: z.array(z.string()),
    }),
  ),
  /** Projects of the unit. */
  projects: z.array(z.strictObject({ name: z.string(), hasLastYear: z.boolean(), hasBegun: z.boolean() })),
})
