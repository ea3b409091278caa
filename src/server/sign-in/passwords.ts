import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '../../core/errors/errors.js'

/** argon2id with 19 MiB and two passes: about 8 ms here, and no gain for graphics cards. (2 is Algorithm.Argon2id; the package's own enum is ambient.) */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 10

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

let placeholder: Promise<string> | undefined

/** Takes the same time whether there is such an account or not. */
export async function isPassword(stored: string | null, given: string): Promise<boolean> {
  placeholder ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await placeholder), given.normalize('NFKC'))
  return stored !== null && matches
}

/** Kinds of signs as 等保 counts them. */
const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u] as const

/**
 * The rules of 等保 for a new password.
 *
 * @throws DomainError PASSWORD_TOO_WEAK
 */
export function checkNewPassword(password: string, { login }: Readonly<{ login: string }>): void {
  const problem = findWeakness(password.normalize('NFKC'), login)
  if (problem !== undefined) throw new DomainError('PASSWORD_TOO_WEAK', { problem })
}

function findWeakness(password: string, login: string): string | undefined {
  const signs = [...password]
  if (signs.length < shortest) return `只有 ${signs.length} 个字符，至少要 ${shortest} 个。`
  if (kinds.filter((kind) => kind.test(password)).length < 3)
    return '大写字母、小写字母、数字、符号这四种里至少要有三种。'
  if (login.length > 2 && password.toLowerCase().includes(login.toLowerCase())) return '里面含有账号。'
  if (new Set(signs).size < 5) return '重复的字符太多。'
  return undefined
}
