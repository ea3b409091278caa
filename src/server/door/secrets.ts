import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, for a cookie, a link or a token. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: with 256 random bits a plain hash cannot be guessed backwards. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
