// /anfragen/:id: what an organisation was asked, and its answer; its yes makes the seat.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { ObjectPage, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { SeatOffer } from '../contract/involvement.ts'
import { cooperation } from '../contract.ts'
import { involvementTexts } from '../texts/involvement.de.ts'

const remote = client(cooperation)
const t = involvementTexts.page

export function SeatOfferPage({ id }: { id: string }) {
  const load = useLoad(remote.seatOffer, { id })
  return <Loading load={load}>{(offer) => <Shown offer={offer} key={id} />}</Loading>
}

function Shown({ offer }: { offer: SeatOffer }) {
  const { head, answer, may } = offer
  const toast = useToast()
  const [noting, setNoting] = useState(false)
  const say = useAct(remote.answerOffer, () => {
    toast({ text: t.done })
    setNoting(false)
  })
  const state = answer ? (answer.accepted ? t.accepted : t.declined) : t.open
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={t.kind}
          invented={head.invented}
          state={{ label: state, tone: answer ? (answer.accepted ? 'success' : 'neutral') : 'info' }}
          owners={[
            { label: offer.body.title, to: `/gremien/${offer.body.id}` },
            { label: offer.organisation.title, to: `/organisationen/${offer.organisation.id}` },
          ]}
        />
      }
      aside={<SideBoxes history={<HistoryBox id={head.id} />} />}
    >
      <Stack gap="l">
        <Refused error={say.error} />
        <DefinitionList
          items={[
            { term: t.asked, value: formatDay(offer.on) },
            { term: t.as, value: offer.guest ? t.guest : t.member },
            ...(offer.about ? [{ term: t.about, value: offer.about.title }] : []),
            ...(answer
              ? [
                  {
                    term: t.whether,
                    value: [
                      `${state} ${t.on(formatDay(answer.on))}`,
                      answer.text,
                      answer.source ? involvementTexts.fromSource(answer.source) : '',
                    ]
                      .filter(Boolean)
                      .join('; '),
                  },
                ]
              : []),
          ]}
        />
        <Section title={t.text}>
          <Prose>
            <p style={{ whiteSpace: 'pre-line' }}>{offer.text}</p>
          </Prose>
        </Section>
        {may === 'own' ? (
          <Form
            onSubmit={({ text = '', accept }) => void say.act({ id: head.id, accept: accept === 'ja', text })}
            busy={say.busy}
          >
            <RadioGroup
              name="accept"
              label={t.whether}
              defaultValue="ja"
              options={[
                { value: 'ja', label: t.accept },
                { value: 'nein', label: t.decline },
              ]}
            />
            <TextArea name="text" label={t.answerText} rows={2} optional />
            <ButtonRow>
              <SubmitButton>{t.save}</SubmitButton>
            </ButtonRow>
          </Form>
        ) : null}
        {may === 'office' ? (
          <ButtonRow>
            <Button onClick={() => setNoting(true)}>{t.answerOf(offer.organisation.title)}</Button>
          </ButtonRow>
        ) : null}
        {answer?.accepted ? (
          <p>
            {answer.seated ? t.seated : t.waiting} <A to={`/gremien/${offer.body.id}`}>{t.toBody}</A>
          </p>
        ) : null}
      </Stack>
      {noting ? (
        <Dialog open onClose={() => setNoting(false)} title={t.answerOf(offer.organisation.title)}>
          <Form
            onSubmit={({ text = '', source = '', accept }) =>
              void say.act({ id: head.id, accept: accept === 'ja', text, source: source || null })
            }
            errors={say.fields}
            fault={say.error && say.error.fields.length === 0 ? say.error.message : undefined}
            busy={say.busy}
          >
            <RadioGroup
              name="accept"
              label={t.whether}
              defaultValue="ja"
              options={[
                { value: 'ja', label: t.accepted },
                { value: 'nein', label: t.declined },
              ]}
            />
            <TextField name="source" label={t.source} hint={involvementTexts.sourceHint} width="full" />
            <TextArea name="text" label={t.answerText} rows={2} optional />
            <ButtonRow>
              <SubmitButton>{t.save}</SubmitButton>
            </ButtonRow>
          </Form>
        </Dialog>
      ) : null}
    </ObjectPage>
  )
}
