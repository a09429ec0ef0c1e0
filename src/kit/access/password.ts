// Passwords: argon2id with the parameters of OWASP's cheat sheet (19 MiB, 2 passes). The database keeps only a hash of the tag.
import { argon2, randomBytes } from 'node:crypto'

/** The argon2id tag of a password (32 bytes). */
export const tagOf = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = {
      message: Buffer.from(password.normalize('NFC')),
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 19456,
      passes: 2,
    }
    argon2('argon2id', options, (error, tag) => (error ? reject(error) : resolve(tag)))
  })

export const newSalt = (): Buffer => randomBytes(16)

/** An opaque session token of 256 bits, and what the database keeps of it. */
export const newToken = (): string => randomBytes(32).toString('base64url')
