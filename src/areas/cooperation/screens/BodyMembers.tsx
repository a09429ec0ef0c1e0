// Who belongs to the body: one line per organisation with its departments and the people it sends; searched and grouped.
import { useState } from 'react'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { Menu } from '#kit/ui/Menu.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { purposeTexts } from '../texts/purposes.de.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { texts } from '../texts.de.ts'
import { DelegatePerson } from '../widgets/DelegatePerson.tsx'
import { PurposeDialog } from '../widgets/PurposeDialog.tsx'
import { EndSeat } from './EndSeat.tsx'
import { type GroupBy, grouped, type MemberLine, matching, memberLines, sidesOf } from './member-lines.ts'

const t = bodyTexts.page
const m = seatTexts.members
/** From so many members on one wants to search, and a long group folds to its first lines. */
const many = 8
const first = 5

type Props = { body: Body; onAdd: () => void; onSend: (organisation: string) => void }
type Doing = { what: 'end' | 'delegate' | 'purpose'; organisation: string }

export function BodyMembers({ body, onAdd, onSend }: Props) {
  const { actingFor } = useSession()
  const [search, setSearch] = useState('')
  const [by, setBy] = useState<GroupBy>(body.constituencies.length > 0 ? 'constituency' : 'none')
  const [unfolded, unfold] = useState<readonly string[]>([])
  const [doing, setDoing] = useState<Doing | null>(null)
  const lines = memberLines(body)
  const found = matching(lines, search)
  const sides = sidesOf(lines)
  const alive = body.standing !== 'dissolved'
  const maySend = ({ organisation }: MemberLine) =>
    alive && (body.may.run || (body.may.send && organisation.id === actingFor?.id))
  const isLong = (title: string | null, own: readonly MemberLine[]) =>
    search === '' && own.length > many && !unfolded.includes(title ?? '')
  const acts = {
    id: 'acts',
    header: m.acts,
    cell: (line: MemberLine) =>
      maySend(line) ? (
        <Menu
          label={`${m.acts}: ${line.organisation.title}`}
          small
          iconOnly
          icon="more"
          items={[
            {
              label: m.delegate,
              icon: 'edit',
              onAction: () => setDoing({ what: 'delegate', organisation: line.organisation.id }),
            },
            { label: t.send, icon: 'mail', onAction: () => onSend(line.organisation.id) },
            ...(body.may.run
              ? [
                  ...(line.organisation.id === actingFor?.id
                    ? []
                    : [
                        {
                          label: purposeTexts.act,
                          onAction: () => setDoing({ what: 'purpose', organisation: line.organisation.id }),
                        },
                      ]),
                  {
                    label: m.endSeat,
                    danger: true,
                    onAction: () => setDoing({ what: 'end', organisation: line.organisation.id }),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        '–'
      ),
  }
  const ways: readonly GroupBy[] = body.constituencies.length > 0 ? ['constituency', 'side', 'none'] : ['none', 'side']
  return (
    <Section
      title={`${t.members} (${lines.filter((line) => !line.guest).length})`}
      lead={lines.length > 0 ? m.parity(sides.public, sides.free, sides.other) : undefined}
      actions={
        body.may.run && alive ? (
          <Button icon="add" onClick={onAdd}>
            {t.addMembers}
          </Button>
        ) : undefined
      }
    >
      {lines.length >= many ? (
        <FilterBar fold>
          <TextField name="member" type="search" label={m.search} value={search} onChange={setSearch} />
          <Select
            name="by"
            label={m.groupBy}
            value={by}
            onChange={(value) => setBy(value as GroupBy)}
            options={ways.map((value) => ({ value, label: m.by[value] }))}
          />
        </FilterBar>
      ) : null}
      <Stack gap="m">
        {found.length === 0 ? <p>{lines.length === 0 ? t.noMembers : m.nothingFound}</p> : null}
        {grouped(found, by).map(({ title, lines: own }) => (
          <Stack key={title ?? ''} gap="s">
            <DataTable
              caption={title ? `${title} (${own.length})` : t.members}
              hideCaption={title === null}
              rows={isLong(title, own) ? own.slice(0, first) : own}
              rowKey={(line) => line.organisation.id}
              columns={[
                {
                  id: 'organisation',
                  header: t.organisation,
                  main: true,
                  sortBy: (line) => line.organisation.title,
                  cell: (line) => <Organisation line={line} votes={body.votes} />,
                },
                { id: 'people', header: t.people, cell: (line) => <People line={line} /> },
                ...(lines.some(maySend) ? [acts] : []),
              ]}
            />
            {isLong(title, own) ? (
              <ButtonRow>
                <Button small variant="tertiary" icon="chevron-down" onClick={() => unfold([...unfolded, title ?? ''])}>
                  {m.showAll(own.length)}
                </Button>
              </ButtonRow>
            ) : null}
          </Stack>
        ))}
      </Stack>
      {doing?.what === 'end' ? (
        <EndSeat body={body} organisation={doing.organisation} onClose={() => setDoing(null)} />
      ) : null}
      {doing?.what === 'purpose' ? (
        <PurposeDialog
          body={body}
          organisation={lines.find((line) => line.organisation.id === doing.organisation)!.organisation}
          onClose={() => setDoing(null)}
        />
      ) : null}
      {doing?.what === 'delegate' ? (
        <DelegatePerson
          body={body.head.id}
          organisation={doing.organisation}
          onClose={() => setDoing(null)}
          onInvite={() => {
            setDoing(null)
            onSend(doing.organisation)
          }}
        />
      ) : null}
    </Section>
  )
}

const Organisation = ({ line, votes }: { line: MemberLine; votes: boolean }) => (
  <>
    <ObjectLink kind="organisation" id={line.organisation.id}>
      {line.organisation.title}
    </ObjectLink>
    {line.guest ? (
      <>
        {' '}
        <Badge>{m.guest}</Badge>
      </>
    ) : votes && !line.voting ? (
      <>
        {' '}
        <Badge>{t.withoutVote}</Badge>
      </>
    ) : null}
    {line.fields.length > 0 ? (
      <>
        <br />
        <Badge tone="info">{purposeTexts.only(line.fields.map((field) => fieldWords[field]).join(', '))}</Badge>
      </>
    ) : null}
    {line.units.map((unit) => (
      <span key={unit}>
        <br />
        <small>{unit}</small>
      </span>
    ))}
  </>
)

const People = ({ line }: { line: MemberLine }) =>
  line.people.length === 0
    ? t.nobody
    : line.people.map(({ person, role }, index) => (
        <span key={`${person.id} ${role}`}>
          {index > 0 ? <br /> : null}
          {`${person.title} (${texts.roles[role]})`}
        </span>
      ))
