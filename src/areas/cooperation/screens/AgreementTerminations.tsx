// Who leaves an agreement, that it ends, and what is to be decided then: the same words for the authority and for the associations.
import { useState } from 'react'
import { daysBetween } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Agreement, cooperation, type Termination } from '../contract.ts'
import { terminationTexts } from '../texts/terminations.de.ts'
import { TakeBack } from './TakeBack.tsx'
import { TerminateAgreement } from './TerminateAgreement.tsx'

const remote = client(cooperation)
const t = terminationTexts.box

export function AgreementTerminations({ agreement }: { agreement: Agreement }) {
  const { id } = agreement.head
  const load = useLoad(remote.terminations, { id }, { keep: true })
  const [takingBack, setTakingBack] = useState<Termination | null>(null)
  const { today } = useSession()
  const { terminations = [] } = load.data ?? {}
  if (terminations.length === 0 && !ending(agreement, today)) return null
  return (
    <Stack>
      <EndNotice agreement={agreement} />
      {terminations.map((one) => (
        <OneNotice key={one.id} agreement={id} one={one} onTakeBack={() => setTakingBack(one)} />
      ))}
      {takingBack ? <TakeBack agreement={id} one={takingBack} onClose={() => setTakingBack(null)} /> : null}
    </Stack>
  )
}

/** Beside the term: the way out of the agreement, for one's own side or as the office was told. */
export function TerminationActs({ agreement }: { agreement: Agreement }) {
  const load = useLoad(remote.terminations, { id: agreement.head.id }, { keep: true })
  const [dialog, setDialog] = useState<'own' | 'record' | null>(null)
  if (!load.data) return null
  const { earliest, rule, extraordinary, may } = load.data
  return (
    <>
      {may.declare || may.recordFor.length > 0 ? (
        <ButtonRow>
          {may.declare ? (
            <Button small onClick={() => setDialog('own')}>
              {t.terminate}
            </Button>
          ) : null}
          {may.recordFor.length > 0 ? (
            <Button small onClick={() => setDialog('record')}>
              {t.record}
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
      {dialog ? (
        <TerminateAgreement
          agreement={agreement}
          mode={dialog}
          earliest={earliest}
          rule={rule}
          extraordinary={extraordinary}
          recordFor={may.recordFor}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  )
}

/** Warned as long before as the body is asked; afterwards it is said that it is over (on top of the page). */
const daysBefore = 190

const ending = ({ ends }: Agreement, today: string) =>
  ends !== null && ends.on > today && (ends.because === 'parties' || daysBetween(today, ends.on) <= daysBefore)

function EndNotice({ agreement }: { agreement: Agreement }) {
  const { today } = useSession()
  const { head, ends, may } = agreement
  if (!ends || !ending(agreement, today)) return null
  if (ends.because === 'parties')
    return (
      <Notice tone="warning" title={t.endsParties(ends.on)}>
        {t.endsPartiesText}
      </Notice>
    )
  return (
    <Notice
      tone="warning"
      title={t.lapses(ends.on)}
      action={may.write ? <Button to={`/vereinbarungen/${head.id}/bearbeiten`}>{t.renew}</Button> : undefined}
    >
      {t.lapsesText}
    </Notice>
  )
}

type OneProps = { agreement: string; one: Termination; onTakeBack: () => void }

function OneNotice({ agreement, one, onTakeBack }: OneProps) {
  const toast = useToast()
  const { today } = useSession()
  const second = useAct(remote.secondTermination, ({ effectiveOn }) => toast({ text: t.secondDone(effectiveOn) }))
  const settle = useAct(remote.settleSeats, () => toast({ text: t.settled }))
  const at = { id: agreement, termination: one.id }
  const { title } = one.party
  if (one.takenBackOn)
    return (
      <Notice tone="neutral" title={t.takenBack(title, one.takenBackOn)}>
        {one.takenBackBecause ?? undefined}
      </Notice>
    )
  const by = [one.person?.title, one.second?.title, ...one.signatories].filter(Boolean).join(', ')
  const gone = one.effectiveOn <= today
  return (
    <Notice
      tone={one.complete && !gone ? 'warning' : 'info'}
      title={!one.complete ? t.waits(title) : gone ? t.left(title, one.effectiveOn) : t.leaves(title, one.effectiveOn)}
      action={
        <ButtonRow>
          {one.may.second ? (
            <Button variant="primary" busy={second.busy} onClick={() => void second.act(at)}>
              {t.second}
            </Button>
          ) : null}
          {one.may.answer ? (
            <>
              <Button busy={settle.busy} onClick={() => void settle.act({ ...at, answer: 'keep' })}>
                {t.keepSeats}
              </Button>
              <Button busy={settle.busy} onClick={() => void settle.act({ ...at, answer: 'end' })}>
                {t.endSeats}
              </Button>
            </>
          ) : null}
          {one.may.takeBack ? (
            <Button variant="tertiary" onClick={onTakeBack}>
              {t.takeBack}
            </Button>
          ) : null}
        </ButtonRow>
      }
    >
      <p>{one.complete ? t.leavesText(one.effectiveOn) : t.waitsText}</p>
      <p>
        {t.declared(one.declaredOn, `${by} (${one.capacity})`)}
        {one.reason ? ` ${t.reason(one.reason)}` : ''}
        {one.source ? ` ${t.source(one.source)}` : ''}
      </p>
      {one.may.answer ? <p>{t.seats(one.seats)}</p> : null}
      {one.seatAnswer ? <p>{one.seatAnswer === 'keep' ? t.seatKept : t.seatsEnd}</p> : null}
      <Refused error={second.error ?? settle.error} />
    </Notice>
  )
}
