import { z } from 'zod'
import { Id } from './shapes.js'

/**
 * The people of a demonstration, in the order of the one-click list, as they stand in a region's settings under
 * `demoAccounts`. `does`: what a visitor can try as this person.
 */
export const DemoAccounts = z.array(z.object({ officeId: Id, does: z.string() }))
