// Invitation, agenda and minutes as documents: what counts for everybody in the body, a marked draft for chairs and office.
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Downloads, type Way } from '#kit/web/Downloads.tsx'
import type { Extent } from '../contract/documents.ts'
import { type Meeting, meetings, type PaperKind } from '../contract.ts'
import { documentTexts } from '../texts/documents.de.ts'

const t = documentTexts.screens

const ways = (id: string, paper: PaperKind, extent: Extent): Way[] => [
  { label: t.asPdf, endpoint: meetings.meetingDocument, input: { id, paper, as: 'pdf', extent } },
  { label: t.asWord, endpoint: meetings.meetingDocument, input: { id, paper, as: 'docx', extent } },
]

const isSettled = ({ papers }: Meeting, paper: PaperKind) =>
  papers.some((one) => one.kind === paper && one.settled) &&
  (paper !== 'invitation' || papers.some((one) => one.kind === 'agenda' && one.settled))

/** Buttons for one paper; nothing where the reader would be refused. */
export function PaperDownloads({ meeting, paper, small }: { meeting: Meeting; paper: PaperKind; small?: boolean }) {
  const settled = isSettled(meeting, paper)
  const { status, mayLead, object, items } = meeting
  if (status === 'cancelled' || (!settled && !mayLead)) return null
  if (paper === 'minutes' ? status !== 'held' : items.length === 0) return null
  const title = documentTexts.titles[paper]
  return (
    <Stack gap="s">
      <Downloads ways={ways(object.id, paper, 'whole')} about={title} small={small ?? false} />
      {settled ? null : <small>{t.draftHint}</small>}
    </Stack>
  )
}

/** What else goes with a meeting on paper. */
export function MeetingDocuments({ meeting }: { meeting: Meeting }) {
  const { status, mayLead, object, items } = meeting
  const paper: PaperKind = status === 'held' ? 'minutes' : 'agenda'
  const hidden = items.some((item) => !item.public) && (isSettled(meeting, paper) || mayLead)
  const list = [
    { label: t.asPdf, endpoint: meetings.attendanceList, input: { id: object.id, as: 'pdf' } },
    { label: t.asWord, endpoint: meetings.attendanceList, input: { id: object.id, as: 'docx' } },
  ]
  const csv = [{ label: t.attendanceFile, endpoint: meetings.attendanceFile, input: { id: object.id } }]
  const offered = [
    ...(hidden
      ? [
          {
            term: documentTexts.marked(documentTexts.titles[paper], documentTexts.openFile),
            value: (
              <Stack gap="s">
                <small>{t.openHint}</small>
                <Downloads ways={ways(object.id, paper, 'open')} about={t.open} small />
              </Stack>
            ),
          },
        ]
      : []),
    ...(mayLead && status !== 'held'
      ? [
          {
            term: t.list,
            value: (
              <Stack gap="s">
                <small>{t.listHint}</small>
                <Downloads ways={list} about={t.list} small />
              </Stack>
            ),
          },
        ]
      : []),
    ...(mayLead && status === 'held'
      ? [
          {
            term: documentTexts.attendance,
            value: (
              <Stack gap="s">
                <small>{t.attendanceHint}</small>
                <Downloads ways={csv} small />
              </Stack>
            ),
          },
        ]
      : []),
  ]
  if (status === 'cancelled' || offered.length === 0) return null
  return (
    <Section title={t.title}>
      <DefinitionList items={offered} />
    </Section>
  )
}
