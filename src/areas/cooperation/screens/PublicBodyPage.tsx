// /oeffentlich/gremien/:id: what a body has released for everybody. Light, printable, without tracking.
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { Breadcrumbs } from '#kit/ui/Breadcrumbs.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { PublicBody, PublicContact } from '../contract/public.ts'
import { cooperation } from '../contract.ts'
import { publicTexts } from '../texts/public.de.ts'

const remote = client(cooperation)
const t = publicTexts.page

export function PublicBodyPage({ id }: { id: string }) {
  const load = useLoad(remote.publicBody, { body: id })
  if (load.error?.status === 404)
    return (
      <Stack gap="l">
        <PageHead title={t.gone} />
        <EmptyState title={t.gone} action={<Button to="/oeffentlich">{t.back}</Button>}>
          {t.goneHint}
        </EmptyState>
      </Stack>
    )
  return <Loading load={load}>{(body) => <Shown body={body} />}</Loading>
}

function Shown({ body }: { body: PublicBody }) {
  const { agreement, contacts, members } = body
  return (
    <Stack gap="l">
      <Breadcrumbs items={[{ label: t.back, to: '/oeffentlich' }, { label: body.shortName }]} />
      <PageHead
        title={body.name}
        kind={t.kind}
        lead={t.since(formatDay(body.foundedOn))}
        invented={body.invented}
        actions={
          <Button icon="print" onClick={() => window.print()}>
            {t.print}
          </Button>
        }
      />
      <Prose>
        <p style={{ whiteSpace: 'pre-line' }}>{body.introduction}</p>
      </Prose>
      {body.mission ? (
        <Section title={t.mission}>
          <Prose>
            <p style={{ whiteSpace: 'pre-line' }}>{body.mission}</p>
            {body.topics.length > 0 ? (
              <p>
                {t.topics}: {body.topics.map((topic) => fieldWords[topic]).join(', ')}
              </p>
            ) : null}
          </Prose>
        </Section>
      ) : null}
      {body.nextMeeting !== undefined ? (
        <Section title={t.meeting}>
          <Prose>
            <p>{body.nextMeeting ? <strong>{formatDay(body.nextMeeting)}</strong> : t.noMeeting}</p>
            {body.meetingNote ? <p style={{ whiteSpace: 'pre-line' }}>{body.meetingNote}</p> : null}
          </Prose>
        </Section>
      ) : null}
      {members ? (
        <Section title={t.members} lead={t.membersLead}>
          <Prose>
            <Members members={members} />
          </Prose>
        </Section>
      ) : null}
      {contacts ? (
        <Section title={t.contacts} lead={contacts.length > 0 ? t.contactsLead : undefined}>
          {contacts.length === 0 ? (
            <p>{t.noContacts}</p>
          ) : (
            <Prose>
              <ul>
                {contacts.map((contact) => (
                  <li key={contact.organisation}>
                    <ContactLine contact={contact} />
                  </li>
                ))}
              </ul>
            </Prose>
          )}
        </Section>
      ) : null}
      {agreement ? (
        <Section
          title={t.agreement}
          lead={
            agreement.current && agreement.since
              ? t.agreementSince(agreement.edition, formatDay(agreement.since))
              : t.agreementOld(agreement.edition)
          }
        >
          <Prose>
            <h3>{agreement.title}</h3>
            {agreement.preamble ? <p style={{ whiteSpace: 'pre-line' }}>{agreement.preamble}</p> : null}
            {agreement.clauses.map((clause) => (
              <div key={clause.number}>
                <h4>
                  {clause.number} {clause.heading}
                </h4>
                <p style={{ whiteSpace: 'pre-line' }}>{clause.text}</p>
              </div>
            ))}
          </Prose>
        </Section>
      ) : null}
      <Imprint body={body} />
    </Stack>
  )
}

/** An organisation with several seats stands once, its departments beneath it. */
function Members({ members }: { members: NonNullable<PublicBody['members']> }) {
  const names = [...new Set(members.map((member) => member.name))]
  return (
    <ul>
      {names.map((name) => {
        const seats = members.filter((member) => member.name === name)
        const units = seats.flatMap((seat) => (seat.unit ? [seat.unit] : []))
        return (
          <li key={name}>
            {name}
            {seats.some((seat) => seat.chairs) ? ` (${t.chairs})` : ''}
            {units.length > 0 ? (
              <ul>
                {units.map((unit) => (
                  <li key={unit}>{unit}</li>
                ))}
              </ul>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function ContactLine({ contact }: { contact: PublicContact }) {
  const ways = [
    contact.email ? (
      <A key="mail" to={`mailto:${contact.email}`}>
        {contact.email}
      </A>
    ) : null,
    contact.phone ? (
      <A key="phone" to={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
        {contact.phone}
      </A>
    ) : null,
    contact.website ? (
      <A key="web" to={contact.website}>
        {contact.website.replace(/^https?:\/\//, '')}
      </A>
    ) : null,
  ].filter(Boolean)
  return (
    <>
      {contact.organisation}: {contact.name}
      {ways.map((way, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order
        <span key={index}>, {way}</span>
      ))}
    </>
  )
}

function Imprint({ body }: { body: PublicBody }) {
  return (
    <footer>
      <Section title={t.imprint}>
        <Prose>
          <p>{body.office ? t.imprintBy(body.name, body.office) : t.imprintAlone(body.name)}</p>
          <p>{t.released(formatDay(body.releasedOn), body.edition)}</p>
          <p>
            <strong>{t.accessibility}.</strong> {t.accessibilityText}{' '}
            {body.officeContact ? (
              <ContactLine contact={body.officeContact} />
            ) : (
              t.accessibilityOffice(body.office ?? body.name)
            )}
          </p>
          <p>
            <strong>{t.privacy}.</strong> {t.privacyText}
          </p>
        </Prose>
      </Section>
    </footer>
  )
}
