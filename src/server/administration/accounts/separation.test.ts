import { describe, expect, it } from 'vitest'
import { administratorRoles, businessRoles, roles } from '../../../core/workflow/role.js'
import { refuseMixedRoles } from './separation.js'

describe('refuseMixedRoles', () => {
  it('lets business roles stand beside each other and keeps every administrator alone', () => {
    for (const held of roles)
      for (const wanted of roles) {
        const bothBusiness = [held, wanted].every((role) => businessRoles.some((one) => one === role))
        const give = () => refuseMixedRoles('王…', [held], wanted)
        if (bothBusiness || held === wanted) expect(give, `${held} ${wanted}`).not.toThrow()
        else expect(give, `${held} ${wanted}`).toThrow('要由不同的人担任')
      }
  })

  it('gives anybody without an office any first one', () => {
    for (const role of administratorRoles) expect(() => refuseMixedRoles('王…', [], role)).not.toThrow()
  })
})
