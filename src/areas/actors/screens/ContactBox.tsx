// Who answers for an organisation: shown on its page, with the answer of the named person and the ways to change it.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { actors, type Contact, type Organisation } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'

const remote = client(actors)
const t = structureTexts.contact

export function ContactBox({ organisation, onName }: { organisation: Organisation; onName: () => void }) {
  const { contact, may, head } = organisation
  const toast = useToast()
  const ask = useAct(remote.askContact, () => toast({ text: t.asked }))
  const confirm = useAct(remote.confirmContact, ({ became }) =>
    toast({ text: became === 'confirmed' ? t.confirmedNow : became === 'handedOver' ? t.handedOverNow : t.leftNow }),
  )
  const mayName =
    (may.describe || may.correct) && organisation.people.some((one) => one.mandates.some((m) => m.current))
  return (
    <SideBox title={t.title}>
      {contact ? <Shown contact={contact} /> : <p>{t.none}</p>}
      <Refused error={ask.error ?? confirm.error} />
      {may.confirmContact && contact && !contact.fresh ? (
        <ButtonRow>
          <Button
            small
            variant="primary"
            busy={confirm.busy}
            onClick={() => void confirm.act({ id: head.id, stays: true })}
          >
            {t.stays}
          </Button>
          <Button small busy={confirm.busy} onClick={() => void confirm.act({ id: head.id, stays: false })}>
            {t.leaves}
          </Button>
        </ButtonRow>
      ) : null}
      {mayName ? (
        <ButtonRow>
          <Button small onClick={onName}>
            {contact ? t.change : t.name}
          </Button>
          {contact && !contact.fresh && !may.confirmContact ? (
            <Button small variant="tertiary" busy={ask.busy} onClick={() => void ask.act({ id: head.id })}>
              {t.ask}
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
    </SideBox>
  )
}

function Shown({ contact }: { contact: Contact }) {
  const reach = (email: string | null, phone: string | null) => (
    <>
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}
      {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null}
    </>
  )
  return (
    <Stack gap="s">
      <strong>{contact.person.title}</strong>
      {reach(contact.email, contact.phone)}
      {contact.hours ? (
        <span>
          {t.hours}: {contact.hours}
        </span>
      ) : null}
      {contact.replyDays ? <span>{t.reply(contact.replyDays)}</span> : null}
      {contact.handedOver ? <small>{t.handedOver}</small> : null}
      {contact.away ? <small>{t.away(contact.standIn?.title)}</small> : null}
      {contact.deputy ? (
        <>
          <span>
            {t.deputy}: {contact.deputy.title}
          </span>
          {reach(contact.deputyEmail, contact.deputyPhone)}
        </>
      ) : (
        <small>{t.noDeputy}</small>
      )}
      {contact.confirmedOn === null ? (
        <span>
          <Badge tone="warning">{t.unconfirmed}</Badge>
        </span>
      ) : (
        <small>
          {contact.fresh ? t.confirmed(formatDay(contact.confirmedOn)) : t.stale(formatDay(contact.confirmedOn))}
        </small>
      )}
      {contact.audience === 'public' ? <small>{contact.confirmedOn ? t.public : t.publicWaits}</small> : null}
    </Stack>
  )
}
