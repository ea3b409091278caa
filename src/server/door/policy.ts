import { z } from 'zod'

const Policy = z.object({
  /** Minutes without a request after which a session ends. */
  sessionMinutes: z.number().int().min(5).max(480).catch(30),
  /** Hours after which a session ends whatever happens. */
  sessionHours: z.number().int().min(1).max(24).catch(12),
  lockAfterAttempts: z.number().int().min(3).max(20).catch(5),
  lockMinutes: z.number().int().min(5).max(1440).catch(15),
  /** Days until a password must be changed; 0: never. */
  passwordDays: z.number().int().min(0).max(365).catch(0),
})

/** Sign-in rules of a region. */
export type Policy = z.output<typeof Policy>

/** The rules in a region's settings, `signIn`; what is missing or wrong there is as 等保 asks for. */
export function parsePolicy(settings: unknown): Policy {
  const given = z.object({ signIn: z.record(z.string(), z.unknown()) }).safeParse(settings)
  return Policy.parse(given.success ? given.data.signIn : {})
}
