// The title of an organisation is its name of today: what somebody recorded who may describe it but not write kit's tables is taken over here.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import { organisations } from '../store/organisations.ts'

export async function takeOverNames({ db }: ChoreScene, only?: string): Promise<void> {
  for (const { id, name } of await organisations(db).renamed(only)) await objects(db).change(id, { title: name })
  if (only) await search(db).put(only, (await organisations(db).row(only))?.short_name)
}
