// Files on any object: upload, list, download, remove.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Instant } from '#kit/ref.ts'

export const StoredFile = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  by: z.string().nullable(),
  at: Instant,
  revision: z.int(),
  mayRemove: z.boolean(),
})
export type StoredFile = z.infer<typeof StoredFile>

export const files = contract({
  list: {
    method: 'GET',
    path: '/objects/:id/files',
    summary: 'The files of an object',
    who: 'signedIn',
    params: z.object({ id: Id }),
    reply: z.object({ files: z.array(StoredFile), mayAdd: z.boolean() }),
  },
  add: {
    method: 'POST',
    path: '/objects/:id/files',
    summary: 'Add a file to an object that one may change',
    who: 'signedIn',
    params: z.object({ id: Id }),
    reply: z.object({ file: StoredFile }),
    refusals: ['noFile', 'emptyFile', 'unknownType', 'notWhatItSays', 'harmful'],
    journal: 'file.added',
    guard: 'key',
  },
  download: {
    method: 'GET',
    path: '/files/:id',
    summary: 'Download a file',
    who: 'anyone',
    target: 'file',
    params: z.object({ id: Id }),
    reply: z.unknown(),
    file: true,
  },
  remove: {
    method: 'DELETE',
    path: '/files/:id',
    summary: 'Remove a file; for thirty days it can be brought back',
    who: 'signedIn',
    target: 'file',
    params: z.object({ id: Id }),
    reply: z.object({}),
    refusals: ['fixed'],
    journal: 'file.removed',
    guard: 'ifMatch',
  },
  restore: {
    method: 'POST',
    path: '/files/:id/restoration',
    summary: 'Bring a removed file back',
    who: 'signedIn',
    target: 'file',
    alsoDeleted: true,
    params: z.object({ id: Id }),
    reply: z.object({}),
    refusals: ['gone'],
    journal: 'file.restored',
    guard: 'ifMatch',
  },
})
