// The endpoints of reading a file in: look at it, say what its columns are, take it over or throw it away.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { ImportPreview } from './import.ts'
import { Mapping, Remembered } from './mapping.ts'

const id = z.object({ id: Id })

export const importEndpoints = contract({
  readFile: {
    method: 'POST',
    path: '/figures/imports',
    summary: 'Read an official file and show what is in it; nothing is written yet',
    who: { as: ['planner'] },
    /** The day of a file that does not print one: a register, boundaries. */
    query: z.object({ validOn: Day.optional() }),
    reply: ImportPreview,
    refusals: ['noFile', 'noDay', 'unreadable', 'unsafeFile'],
    journal: { none: 'a preview changes nothing that anybody else sees' },
    guard: 'key',
  },
  preview: {
    method: 'GET',
    path: '/figures/imports/:id',
    summary: 'What was read, left out and why',
    who: { as: ['planner'] },
    params: id,
    reply: ImportPreview,
  },
  commit: {
    method: 'POST',
    path: '/figures/imports/:id/commit',
    summary: 'Write what the preview showed: all of it or nothing',
    who: { as: ['planner'] },
    params: id,
    body: z
      .object({
        /** Whose table it is, where the file does not say so itself. */ attribution: z
          .string()
          .trim()
          .min(3)
          .max(300)
          .optional(),
      })
      .default({}),
    reply: z.object({
      table: Named,
      written: z.int(),
      revised: z.int(),
      unchanged: z.int(),
      indicators: z.array(Named),
    }),
    refusals: [
      'openQuestions',
      'alreadyRead',
      'nothingNew',
      'noKnownArea',
      'noAttribution',
      'unreadable',
      'unsafeFile',
    ],
    journal: 'figures.imported',
    guard: 'key',
  },
  discard: {
    method: 'DELETE',
    path: '/figures/imports/:id',
    summary: 'Throw a preview away',
    who: { as: ['planner'] },
    params: id,
    reply: z.object({}),
    journal: { none: 'nothing was written' },
    guard: { none: 'only the own preview, and again is no effect' },
  },
  assign: {
    method: 'PUT',
    path: '/figures/imports/:id/mapping',
    summary: 'Say what the columns of a table are, and see at once what would be written',
    who: { as: ['planner'] },
    params: id,
    body: Mapping,
    reply: ImportPreview,
    refusals: ['needsNoMapping', 'unreadable', 'unsafeFile'],
    journal: { none: 'a preview changes nothing that anybody else sees' },
    guard: { none: 'only the own preview, and again is no effect' },
  },
  mappings: {
    method: 'GET',
    path: '/figures/mappings',
    summary: 'What my organisation has said of files of one shape',
    who: { as: ['planner'] },
    reply: z.object({ mappings: z.array(Remembered) }),
  },
  forgetMapping: {
    method: 'DELETE',
    path: '/figures/mappings/:id',
    summary: 'Forget what was said of files of one shape',
    who: { as: ['planner'] },
    params: id,
    reply: z.object({}),
    journal: 'figures.mappingForgotten',
    guard: { none: 'only those of the own organisation, and again is not there' },
  },
})
