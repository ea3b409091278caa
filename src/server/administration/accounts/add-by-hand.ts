import { DomainError } from '../../../core/errors/errors.js'
import { type Role, roleNames } from '../../../core/workflow/role.js'
import { recordAccount, recordOffice } from '../../../store/account-store.js'
import { recordEvent } from '../../../store/event-store.js'
import { recordPasswordLink } from '../../../store/password-link-store.js'
import { listRegions } from '../../../store/region-store.js'
import type { Store, Trx } from '../../../store/store.js'
import { listUnitsCalled, type Unit } from '../../../store/unit-store.js'
import { createSecret, hashOfSecret } from '../../door/secrets.js'
import { refuseWrongPlace } from './separation.js'

/** Somebody to add from the machine itself. `unit`: code or full name; `region` may be left out where there is one. */
export type PersonByHand = Readonly<{
  login: string
  name: string
  role: Role
  unit: string
  region: string | undefined
}>

const validFor = 24 * 3_600_000

/**
 * Adds an account with one office, for whoever may use the machine, and leaves two events of the system.
 *
 * @returns the path of the link that sets the password, shown once
 * @throws DomainError REGION_UNKNOWN, UNIT_CODE_UNKNOWN, OFFICE_NOT_FITTING, LOGIN_TAKEN
 */
export function addByHand(store: Store, person: PersonByHand, now: Date) {
  return store.asSystem('people', async (trx) => {
    const regionId = await getRegionId(trx, person.region)
    const unit = await getUnitCalled(trx, regionId, person.unit)
    refuseWrongPlace(person.role, unit)
    const { login, name, role } = person
    const accountId = await recordAccount(trx, { regionId, login, name, now })
    await recordOffice(trx, { regionId, accountId, unitId: unit.unit_id, role, now })
    const token = createSecret()
    const expiresAt = new Date(now.getTime() + validFor)
    await recordPasswordLink(trx, { regionId, accountId, tokenHash: hashOfSecret(token), expiresAt })
    const event = { regionId, happenedAt: now, accountId: null, accountName: '命令行', role: null }
    await recordEvent(trx, { ...event, action: 'createAccount', data: { login, name } })
    const data = { name, unit: unit.name, roleName: roleNames[role] }
    await recordEvent(trx, {
      ...event,
      action: 'giveOffice',
      unitId: unit.unit_id,
      unitPath: unit.path,
      data,
    })
    return { path: `/password/${token}`, unitName: unit.name }
  })
}

async function getRegionId(trx: Trx, given: string | undefined): Promise<string> {
  const regions = await listRegions(trx)
  const found = regions.filter((region) => given === undefined || region.region_id === given)
  if (found.length !== 1 || found[0] === undefined)
    throw new DomainError('REGION_UNKNOWN', { region: given ?? '' })
  return found[0].region_id
}

async function getUnitCalled(trx: Trx, regionId: string, given: string): Promise<Unit> {
  const [only, ...others] = await listUnitsCalled(trx, regionId, given)
  if (only === undefined || others.length > 0) throw new DomainError('UNIT_CODE_UNKNOWN', { unit: given })
  return only
}
