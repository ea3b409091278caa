import { filingRoutes } from '../../contract/filing-routes.js'
import { areaOf, isStartKind, nameOfArea, withCompanions } from '../../core/pack/form-choices.js'
import { hasWholeFiling } from '../../store/filing-store.js'
import { listProjects } from '../../store/project-store.js'
import { serveRoute } from '../routing/serve-route.js'
import { findOfferedForms } from './offered-forms.js'

/** 可选的自评表: forms of the year, and what the caller's unit has of it and of the year before. */
export const listForms = serveRoute(
  filingRoutes.listForms,
  async ({ query: { year }, caller, workplace }) => {
    const { regionId, unitId } = caller
    const packs = await workplace.packs(regionId)
    const titles = new Map(packs.map(({ id, title }) => [id, title]))
    const forms = (await findOfferedForms(workplace, { regionId, year })).flatMap((pack) => {
      const { id: packId, title, form: kind, years } = pack
      if (!isStartKind(kind)) return []
      const others = withCompanions(packId, { packs, year }).filter((id) => id !== packId)
      const companions = others.map((id) => titles.get(id) ?? id)
      return [{ packId, title, kind, areaName: nameOfArea(areaOf(packId)), years: [...years], companions }]
    })
    return workplace.store.asActor(caller, async (trx) => {
      const projects = await listProjects(trx, { regionId, unitId, budgetYear: year })
      return {
        budgetYear: year,
        hasLastYear: await hasWholeFiling(trx, { regionId, unitId, budgetYear: year - 1 }),
        hasBegun: await hasWholeFiling(trx, { regionId, unitId, budgetYear: year }),
        forms,
        projects: projects.map(({ name, has_last_year, has_begun }) => ({
          name,
          hasLastYear: has_last_year,
          hasBegun: has_begun,
        })),
      }
    })
  },
)
