// The expected ways of saying no. A rule that refuses is an answer, not a fault.

/** A rule says no (409). `detail` fills the German sentence. `keep`: what was written so far is committed (a failed attempt counts). */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly detail: Record<string, string>
  readonly keep: boolean
  constructor(code: string, detail: Record<string, string> = {}, keep = false) {
    super(code)
    this.code = code
    this.detail = detail
    this.keep = keep
  }
}

/** Not there, or not visible: the caller cannot tell which (404). */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Visible, but not to be done by this actor (403). */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Wrong input beyond its shape (400): `field` is the path of the field, `message` a German sentence. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly fields: { path: string; message: string }[]
  constructor(...fields: { path: string; message: string }[]) {
    super(fields.map((field) => field.message).join(' '))
    this.fields = fields
  }
}
