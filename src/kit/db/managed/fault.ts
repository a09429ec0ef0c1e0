// The refusals of the managed database: a German sentence for the terminal and a word for the program.
export type ManagedReason =
  | 'held'
  | 'platform'
  | 'version'
  | 'accounts'
  | 'folder'
  | 'unprivileged'
  | 'creation'
  | 'start'
  | 'stop'

export class ManagedFault extends Error {
  readonly reason: ManagedReason

  constructor(reason: ManagedReason, sentence: string) {
    super(sentence)
    this.name = 'ManagedFault'
    this.reason = reason
  }
}
