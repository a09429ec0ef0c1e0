// Organisations that were asked to join and have not answered: seen by those who act in the body and by whoever was asked.
import { duties } from '#kit/duties/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { SeatOffer } from '../contract/offers.ts'
import { type Body, cooperation } from '../contract.ts'
import { offerTexts } from '../texts/offers.de.ts'

const remote = client(cooperation)
const owed = client(duties)
const t = offerTexts.list

export function SeatOffers({ body }: { body: Body }) {
  const load = useLoad(remote.seatOffers, { id: body.head.id })
  if (!load.data || load.data.offers.length === 0) return null
  return (
    <Section title={`${t.title} (${load.data.offers.length})`} lead={t.lead}>
      <DataTable
        caption={t.title}
        hideCaption
        rows={load.data.offers}
        rowKey={(offer) => offer.id}
        columns={[
          { id: 'organisation', header: t.organisation, main: true, cell: (offer) => <Asked offer={offer} /> },
          {
            id: 'state',
            header: t.state,
            cell: (offer) => (offer.state === 'asked' ? t.asked(offer.askedOn) : t.declined(offer.because)),
          },
          { id: 'acts', header: t.acts, cell: (offer) => <Acts body={body} offer={offer} /> },
        ]}
      />
    </Section>
  )
}

const Asked = ({ offer }: { offer: SeatOffer }) => (
  <>
    <ObjectLink kind="organisation" id={offer.organisation.id}>
      {offer.organisation.title}
    </ObjectLink>{' '}
    {offer.guest ? <Badge>{t.guest}</Badge> : null}
    {offer.unit ? (
      <>
        <br />
        <small>{offer.unit.title}</small>
      </>
    ) : null}
    {offer.about ? (
      <>
        <br />
        <small>
          {t.about} {offer.about.title}
        </small>
      </>
    ) : null}
    {offer.message ? (
      <>
        <br />
        <small>{t.message(offer.message)}</small>
      </>
    ) : null}
  </>
)

function Acts({ body, offer }: { body: Body; offer: SeatOffer }) {
  const { today } = useSession()
  const toast = useToast()
  const accept = useAct(owed.state, () => toast({ text: t.accepted }))
  const withdraw = useAct(remote.withdrawOffer, () => toast({ text: t.withdrawn }))
  const open = offer.state === 'asked' && offer.duty !== null
  const act = { id: body.head.id, offer: offer.id }
  if (!(open && offer.mine) && !(body.may.run && offer.state === 'asked')) return '–'
  return (
    <>
      <ButtonRow>
        {open && offer.mine ? (
          <>
            <Button
              small
              variant="primary"
              busy={accept.busy}
              onClick={() => void accept.act({ id: offer.duty!, day: today, text: t.acceptWords })}
            >
              {t.accept}
            </Button>
            <Button small to={`/aufgaben/${offer.duty}`}>
              {t.decline}
            </Button>
          </>
        ) : null}
        {open && !offer.mine && body.may.run ? (
          <Button small to={`/aufgaben/${offer.duty}`}>
            {t.told}
          </Button>
        ) : null}
        {body.may.run ? (
          <Button small variant="tertiary" busy={withdraw.busy} onClick={() => void withdraw.act(act)}>
            {t.withdraw}
          </Button>
        ) : null}
      </ButtonRow>
      <Refused error={accept.error ?? withdraw.error} />
    </>
  )
}
