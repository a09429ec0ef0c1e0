/** With which of several bodies a page begins: the one with most members, of equals the first. A working group comes after those that set it up. */
export const firstBody = <B extends { members: number }>(bodies: readonly B[]): B | undefined =>
  bodies.reduce<B | undefined>((most, body) => (most && most.members >= body.members ? most : body), undefined)
