// Seams as a table, and as the section of a body or an agreement to which they belong.
import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { SeamLine, SeamState } from '../contract/seams.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'

const remote = client(cooperation)
const t = seamTexts.list
export const seamTone = { draft: 'neutral', offered: 'warning', agreed: 'success' } as const satisfies Record<
  SeamState,
  string
>

export const SeamTable = ({ caption, seams }: { caption: string; seams: readonly SeamLine[] }) => (
  <DataTable
    caption={caption}
    hideCaption
    rows={seams}
    rowKey={(seam) => seam.id}
    columns={[
      {
        id: 'name',
        header: t.name,
        main: true,
        sortBy: (seam) => seam.title,
        cell: (seam) => (
          <ObjectLink kind="seam" id={seam.id}>
            {seam.title}
          </ObjectLink>
        ),
      },
      {
        id: 'owners',
        header: t.owners,
        cell: (seam) => seam.owners.map((one) => <div key={one.id}>{one.title}</div>),
      },
      {
        id: 'state',
        header: t.state,
        sortBy: (seam) => seam.state,
        cell: (seam) => (
          <>
            <Badge tone={seamTone[seam.state]}>{seamTexts.states[seam.state]}</Badge>
            {seam.since ? <small> {t.since(formatDayShort(seam.since))}</small> : null}
          </>
        ),
      },
      {
        id: 'review',
        header: t.review,
        sortBy: (seam) => seam.nextReview,
        cell: (seam) => (seam.nextReview ? formatDayShort(seam.nextReview) : '–'),
      },
      {
        id: 'frictions',
        header: t.frictions,
        align: 'end',
        sortBy: (seam) => seam.frictions,
        cell: (seam) => seam.frictions,
      },
    ]}
  />
)

/** For the pages of bodies and agreements: nothing is shown where there is nothing. */
export function SeamsOf({ object }: { object: string }) {
  const { data } = useLoad(remote.seams, { object })
  if (!data || data.seams.length === 0) return null
  return (
    <Section title={seamTexts.section.title} actions={<A to="/nahtstellen">{seamTexts.section.all}</A>}>
      <SeamTable caption={seamTexts.section.title} seams={data.seams} />
    </Section>
  )
}
