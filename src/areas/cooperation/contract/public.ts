// The public face of a body: what its members release, for everybody and without signing in.
import { z } from 'zod'
import { Field } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

const text = (most: number) => z.string().trim().max(most)

/** What a page is to show. Names, members and contacts are not copied: they are shown as they are on the day somebody looks. */
export const PublicContent = z.object({
  introduction: text(3000).min(20),
  mission: z.boolean(),
  members: z.boolean(),
  /** The agreement in force whose text everybody may read. */
  agreement: Id.nullable().default(null),
  meetings: z.boolean(),
  /** How one takes part as a guest, where and when. */
  meetingNote: text(1000).default(''),
  contacts: z.boolean(),
})
export type PublicContent = z.infer<typeof PublicContent>

export const PublicContact = z.object({
  organisation: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
})
export type PublicContact = z.infer<typeof PublicContact>

export const PublicBody = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  foundedOn: Day,
  introduction: z.string(),
  mission: z.string().nullable(),
  topics: z.array(Field),
  edition: z.int(),
  releasedOn: Day,
  invented: z.boolean(),
  office: z.string().nullable(),
  officeContact: PublicContact.nullable(),
  members: z
    .array(
      z.object({
        name: z.string(),
        unit: z.string().nullable(),
        side: z.enum(['public', 'free', 'other']).nullable(),
        chairs: z.boolean(),
      }),
    )
    .optional(),
  agreement: z
    .object({
      title: z.string(),
      edition: z.int(),
      preamble: z.string(),
      since: Day.nullable(),
      /** Whether the released text is the one in force today. */
      current: z.boolean(),
      clauses: z.array(z.object({ number: z.string(), heading: z.string(), text: z.string() })),
    })
    .nullish(),
  meetingNote: z.string().optional(),
  nextMeeting: Day.nullish(),
  contacts: z.array(PublicContact).optional(),
})
export type PublicBody = z.infer<typeof PublicBody>

export const PublicLine = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  introduction: z.string(),
  topics: z.array(Field),
  invented: z.boolean(),
})

export const publicPages = contract({
  publicPage: {
    method: 'GET',
    path: '/bodies/:id/public-page',
    summary:
      'The public page of a body as those who prepare it see it: latest edition, what is shown, whose key is missing',
    who: 'signedIn',
    target: 'body',
    params: z.object({ id: Id }),
    reply: z.object({
      page: z
        .object({
          id: Id,
          revision: z.int(),
          edition: z.int(),
          content: PublicContent,
          /** The edition that everybody sees, if any. */
          shown: z.int().nullable(),
          withdrawn: z.boolean(),
        })
        .nullable(),
      /** Whether everybody sees the body, also where the page in preparation is for its members only. */
      shown: z.boolean(),
      /** Agreements of the body in force, whose text may be shown. */
      agreements: z.array(Named),
      may: z.object({ write: z.boolean(), withdraw: z.boolean() }),
    }),
  },
  preparePublicPage: {
    method: 'POST',
    path: '/bodies/:id/public-page',
    summary: 'Fix what the public page is to show; everybody sees it once the chairs have released this edition',
    who: { as: ['chair', 'office'] },
    target: 'body',
    params: z.object({ id: Id }),
    /** `basedOn`: the edition that was on the screen, null for the first. */
    body: PublicContent.extend({ basedOn: z.int().nullable().default(null) }),
    reply: z.object({ page: Id, edition: z.int() }),
    refusals: ['newerPublicPage', 'agreementNotInForce', 'nothingNew'],
    journal: 'publicPage.prepared',
    guard: 'key',
  },
  withdrawPublicPage: {
    method: 'POST',
    path: '/public-pages/:id/withdrawal',
    summary: 'Take the page back at once; one chair suffices, because it only narrows what is seen',
    who: { as: ['chair'] },
    target: 'publicPage',
    params: z.object({ id: Id }),
    body: z.object({ because: text(500).min(3) }),
    reply: z.object({}),
    refusals: ['notShown'],
    journal: 'publicPage.withdrawn',
    guard: 'ifMatch',
  },
  publicBodies: {
    method: 'GET',
    path: '/public/bodies',
    summary: 'Bodies that show themselves to everybody',
    who: 'anyone',
    shared: true,
    reply: z.object({ bodies: z.array(PublicLine) }),
  },
  publicBody: {
    method: 'GET',
    path: '/public/bodies/:body',
    summary: 'What a body has released for everybody, as it stands today',
    who: 'anyone',
    shared: true,
    params: z.object({ body: Id }),
    reply: PublicBody,
  },
})
