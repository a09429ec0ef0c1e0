// /angebote/:id: one service, how it stands, and the one next step: opening it.
import { useState } from 'react'
import { objects } from '#kit/objects/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Service, services } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { statusTone } from './ServicesPage.tsx'

const remote = client(services)
const undo = client(objects)
const t = screens.page

export function ServicePage({ id }: { id: string }) {
  const load = useLoad(remote.getService, { id })
  return <Loading load={load}>{(service) => <Shown service={service} key={id} />}</Loading>
}

function Shown({ service }: { service: Service }) {
  const { object, status } = service
  const id = object.id
  const { today } = useSession()
  const toast = useToast()
  const go = useNavigateTo()
  const [dialog, setDialog] = useState<'open' | 'close' | 'announce' | null>(null)
  const over = (text: string) => () => {
    setDialog(null)
    toast({ text })
  }
  const open = useAct(remote.openService, over(t.opened))
  const close = useAct(remote.closeService, over(t.closed))
  const announce = useAct(remote.announceChange, over(t.announced))
  const restore = useAct(undo.restore, over(t.undone))
  const remove = useAct(undo.remove, (gone) => {
    toast({ text: t.removed, undo: () => void restore.act({ id }, { revision: gone.object.revision }) })
    go('/angebote')
  })
  const may = object.mayChange && status !== 'closed'
  const revision = object.revision
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={`${screens.kind} · ${texts.categories[service.category]}`}
          state={{ label: texts.statuses[status], tone: statusTone[status] }}
          invented={object.invented}
          owners={object.owner ? [{ label: object.owner.title, to: `/organisationen/${object.owner.id}` }] : undefined}
          main={
            may && status === 'planned' ? (
              <Button variant="primary" onClick={() => setDialog('open')}>
                {t.open}
              </Button>
            ) : undefined
          }
          actions={
            may ? (
              <>
                <Button icon="edit" to={`/angebote/${id}/bearbeiten`}>
                  {screens.page.edit}
                </Button>
                {status === 'open' ? <Button onClick={() => setDialog('announce')}>{t.announce}</Button> : null}
                {status === 'open' ? <Button onClick={() => setDialog('close')}>{t.close}</Button> : null}
                {status === 'planned' && !service.answers ? (
                  <Button variant="tertiary" busy={remove.busy} onClick={() => void remove.act({ id }, { revision })}>
                    {t.remove}
                  </Button>
                ) : null}
              </>
            ) : undefined
          }
        />
      }
      aside={<Around id={id} />}
    >
      <Stack gap="l">
        <Refused error={remove.error} />
        {may && status === 'planned' ? (
          <Notice tone="info" title={t.whatNext}>
            {t.whatNextText}
          </Notice>
        ) : null}
        <Details service={service} />
        {service.description ? (
          <Prose>
            <p style={{ whiteSpace: 'pre-line' }}>{service.description}</p>
          </Prose>
        ) : null}
        <Dialog open={dialog === 'open'} onClose={() => setDialog(null)} title={t.openTitle}>
          <Form
            onSubmit={({ day = '' }) => void open.act({ id, day }, { revision })}
            errors={open.fields}
            fault={open.error?.message}
            busy={open.busy}
          >
            <DateField name="day" label={t.day} max={today} defaultValue={today} />
            <SubmitButton>{t.open}</SubmitButton>
          </Form>
        </Dialog>
        <Dialog open={dialog === 'announce'} onClose={() => setDialog(null)} title={t.announceTitle}>
          <Form
            onSubmit={({ day = '', what = '' }) => void announce.act({ id, day, what })}
            errors={announce.fields}
            fault={announce.error?.message}
            busy={announce.busy}
          >
            <DateField name="day" label={t.announceDay} />
            <TextArea name="what" label={t.announceWhat} hint={t.announceHint} maxLength={2000} />
            <SubmitButton>{t.announce}</SubmitButton>
          </Form>
        </Dialog>
        <Dialog open={dialog === 'close'} onClose={() => setDialog(null)} title={t.closeTitle}>
          <Form
            onSubmit={({ lastDay = '', reason = '' }) => void close.act({ id, lastDay, reason }, { revision })}
            errors={close.fields}
            fault={close.error?.message}
            busy={close.busy}
          >
            <DateField name="lastDay" label={t.lastDay} />
            <TextArea name="reason" label={t.reason} maxLength={2000} />
            <SubmitButton>{t.close}</SubmitButton>
          </Form>
        </Dialog>
      </Stack>
    </ObjectPage>
  )
}

function Details({ service }: { service: Service }) {
  const f = screens.form
  const rows = [
    { term: f.targetGroup, value: service.targetGroup },
    {
      term: f.area,
      value: [
        service.area?.title && service.areaName?.includes(service.area.title) ? '' : service.area?.title,
        service.areaName,
      ]
        .filter(Boolean)
        .join(', '),
    },
    { term: f.address, value: service.address },
    { term: f.capacity, value: service.capacity ? `${service.capacity} ${service.capacityUnit}`.trim() : '' },
    { term: f.opening, value: service.opening },
    { term: f.contact, value: service.contact },
    { term: service.status === 'planned' ? t.planned : t.from, value: service.from ? formatDay(service.from) : '' },
    ...(service.lastDay ? [{ term: t.until, value: formatDay(service.lastDay) }] : []),
    { term: t.seenBy, value: f.audiences[service.object.audience as keyof typeof f.audiences] ?? '' },
    ...(service.answers
      ? [
          {
            term: t.measure,
            value: (
              <ObjectLink kind="measure" id={service.answers.id}>
                {service.answers.title}
              </ObjectLink>
            ),
          },
        ]
      : []),
  ]
  return <DefinitionList items={rows.map((row) => ({ ...row, value: row.value || t.notGiven }))} />
}
