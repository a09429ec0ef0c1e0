// A paper of the secret ballot, as the voter's own device makes it: a random mark, blinded so that the house signs it unseen, and unblinded afterwards
// (blind signature after Chaum, RSA). What is cast later can be recognised as genuine by everybody and as somebody's by nobody.
const publicExponent = 65537n

export type Paper = { mark: string; signature: string }
export type Blank = { mark: string; factor: bigint; blinded: string }

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [low, high, before, now] = [value % modulus, modulus, 1n, 0n]
  while (low > 1n) {
    const times = high / low
    ;[low, high, before, now] = [high - times * low, low, now - times * before, before]
  }
  return ((before % modulus) + modulus) % modulus
}

/** The mark spread over the whole width of the modulus; cooperation.spread in SQL is the same. */
export async function spread(mark: Uint8Array, modulus: bigint): Promise<bigint> {
  let wide = ''
  for (let block = 0; block <= 8; block += 1)
    wide += hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...mark, block]))))
  return BigInt(`0x${wide}`) % modulus
}

/** A new paper, blinded: only `blinded` leaves the device before the vote. */
export async function blankPaper(modulus: string): Promise<Blank> {
  const n = BigInt(modulus)
  const mark = randomBytes(32)
  const factor = (BigInt(`0x${hexOf(randomBytes(320))}`) % (n - 2n)) + 2n
  const blinded = ((await spread(mark, n)) * power(factor, publicExponent, n)) % n
  return { mark: hexOf(mark), factor, blinded: blinded.toString() }
}

/** The paper with its signature, or null when the house did not sign what it was given. */
export async function signedPaper(blank: Blank, signed: string, modulus: string): Promise<Paper | null> {
  const n = BigInt(modulus)
  const signature = (BigInt(signed) * inverse(blank.factor, n)) % n
  const mark = Uint8Array.from(blank.mark.match(/../g)!, (pair) => Number.parseInt(pair, 16))
  return power(signature, publicExponent, n) === (await spread(mark, n))
    ? { mark: blank.mark, signature: signature.toString() }
    : null
}
