// Who belongs to the body: seats of organisations and departments, with the people sent.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import type { Body, Seat } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { texts } from '../texts.de.ts'

const t = bodyTexts.page

export function BodyMembers({
  body,
  onAdd,
  onSend,
}: {
  body: Body
  onAdd: () => void
  onSend: (organisation: string) => void
}) {
  const { actingFor } = useSession()
  const maySend = (seat: Seat) => body.may.run || (body.may.send && seat.organisation.id === actingFor?.id)
  return (
    <Section
      title={`${t.members} (${new Set(body.seats.map((seat) => seat.organisation.id)).size})`}
      actions={
        body.may.run ? (
          <Button icon="add" onClick={onAdd}>
            {t.addMembers}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        caption={t.members}
        hideCaption
        rows={body.seats}
        rowKey={(seat) => seat.id}
        empty={t.noMembers}
        columns={[
          {
            id: 'organisation',
            header: t.organisation,
            main: true,
            sortBy: (seat) => seat.organisation.title,
            cell: (seat) => (
              <>
                <ObjectLink kind="organisation" id={seat.organisation.id}>
                  {seat.organisation.title}
                </ObjectLink>
                {seat.unit ? (
                  <>
                    <br />
                    <small>{seat.unit.title}</small>
                  </>
                ) : null}
                {body.votes && !seat.voting ? (
                  <>
                    {' '}
                    <Badge>{t.withoutVote}</Badge>
                  </>
                ) : null}
              </>
            ),
          },
          ...(body.constituencies.length > 0
            ? [
                {
                  id: 'group',
                  header: t.group,
                  sortBy: (seat: Seat) => seat.constituency,
                  cell: (seat: Seat) => seat.constituency ?? '–',
                },
              ]
            : []),
          {
            id: 'people',
            header: t.people,
            cell: (seat) => (
              <>
                {seat.delegates.length === 0
                  ? t.nobody
                  : seat.delegates.map(({ person, role }) => `${person.title} (${texts.roles[role]})`).join(', ')}
                {maySend(seat) ? (
                  <>
                    <br />
                    <Button small variant="tertiary" icon="add" onClick={() => onSend(seat.organisation.id)}>
                      {t.send}
                    </Button>
                  </>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
