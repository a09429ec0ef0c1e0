// The ladder of a cooperation: founded, agreed, constituted, dissolved; each step with the document on which it stands, none without.
import { useState } from 'react'
import { files } from '#kit/files/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Icon } from '#kit/ui/Icon.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { type Body, type BodyState, cooperation } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { standingTexts } from '../texts/standing.de.ts'
import { Constitute } from './Constitute.tsx'
import { documentWords } from './document-words.ts'

const remote = client(cooperation)
const t = seatTexts.ladder
const d = standingTexts.document

export function StandingLadder({ body }: { body: Body }) {
  const load = useLoad(remote.bodyState, { id: body.head.id }, { keep: true })
  const [open, setOpen] = useState(false)
  if (!load.data) return null
  const { agreed, constituted, dissolved, may, standing } = load.data
  const chairs = body.people.filter((one) => one.role === 'chair' && one.current)
  const lacks = body.missing.includes('document')
  const steps = [
    { id: 'informal', done: true, label: t.informal, ground: t.informalBy(formatDay(body.foundedOn)) },
    {
      id: 'agreed',
      done: agreed !== null,
      label: t.agreed,
      ground: agreed ? <Document ground={agreed} /> : t.agreedOpen,
    },
    {
      id: 'constituted',
      done: constituted !== null,
      label: t.constituted,
      ground: constituted ? (
        <>
          <Document ground={constituted} />
          <br />
          {t.constitutedBy(chairs.map((one) => one.person.title).join(', '))}
        </>
      ) : lacks ? (
        d.missing
      ) : (
        t.constitutedOpen
      ),
    },
    ...(standing === 'dissolved'
      ? [{ id: 'dissolved', done: true, label: t.dissolved, ground: dissolved ? documentWords(dissolved) : null }]
      : []),
  ]
  return (
    <SideBox title={t.title}>
      <Stack gap="s">
        {steps.map((step) => (
          <div key={step.id}>
            <Icon name={step.done ? 'success' : 'clock'} size="s" /> <strong>{step.label}</strong>
            <br />
            <small>{step.ground}</small>
          </div>
        ))}
        {may.constitute && (lacks || constituted !== null) ? (
          <ButtonRow>
            <Button small onClick={() => setOpen(true)}>
              {d.record}
            </Button>
          </ButtonRow>
        ) : null}
        <A to={`/gremien/${body.head.id}/stand`}>{standingTexts.on.link}</A>
      </Stack>
      {open && agreed ? <Constitute body={body.head.id} on={agreed.id} onClose={() => setOpen(false)} /> : null}
    </SideBox>
  )
}

/** With the way to it, where it may be read. */
function Document({ ground }: { ground: NonNullable<BodyState['agreed']> }) {
  const words =
    ground.kind === 'agreement' && ground.title !== null
      ? t.agreedBy(ground.title, formatDay(ground.on))
      : documentWords(ground)
  if (ground.title === null) return words
  if (ground.kind === 'file') return <a href={addressOf(files.download, { id: ground.id }).url}>{words}</a>
  if (ground.kind === 'agreement') return <A to={`/vereinbarungen/${ground.id}`}>{words}</A>
  if (ground.kind === 'mandate') return <A to={`/arbeitsgruppen/${ground.id}`}>{words}</A>
  return words
}
