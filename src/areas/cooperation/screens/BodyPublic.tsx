// The view "Öffentlich" of a body: what everybody sees, what waits for its keys, and the way back.
import { useState } from 'react'
import type { Reply } from '#kit/http/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { publicTexts } from '../texts/public.de.ts'
import { PublicForm } from '../widgets/PublicForm.tsx'
import { ReleaseBox } from '../widgets/ReleaseBox.tsx'

const remote = client(cooperation)
const t = publicTexts.tab
type View = Reply<(typeof cooperation)['publicPage']>
type Page = NonNullable<View['page']>

export function BodyPublic({ body }: { body: string }) {
  const load = useLoad(remote.publicPage, { id: body })
  const [dialog, setDialog] = useState<'prepare' | 'withdraw' | null>(null)
  const close = () => setDialog(null)
  return (
    <Loading load={load} shape="text">
      {({ page, shown, agreements, may }) => {
        const prepare = may.write ? (
          <Button variant={page ? 'secondary' : 'primary'} icon="edit" onClick={() => setDialog('prepare')}>
            {page ? t.change : t.prepare}
          </Button>
        ) : undefined
        return (
          <Section title={t.title} lead={t.lead}>
            {page ? (
              <Stack gap="l">
                <Standing page={page} />
                <Cluster>
                  {page.shown !== null ? (
                    <Button icon="external" to={`/oeffentlich/gremien/${body}`}>
                      {t.open}
                    </Button>
                  ) : null}
                  {prepare}
                  {may.withdraw ? (
                    <Button variant="danger" onClick={() => setDialog('withdraw')}>
                      {t.withdraw}
                    </Button>
                  ) : null}
                </Cluster>
                <Preview page={page} agreements={agreements} />
                {page.withdrawn ? null : <ReleaseBox object={page.id} />}
              </Stack>
            ) : (
              <EmptyState
                title={shown ? t.shownToAll : t.none}
                action={
                  shown ? (
                    <Button icon="external" to={`/oeffentlich/gremien/${body}`}>
                      {t.open}
                    </Button>
                  ) : (
                    prepare
                  )
                }
              >
                {shown ? null : t.noneHint}
              </EmptyState>
            )}
            {dialog === 'prepare' ? (
              <PublicForm
                body={body}
                begun={page?.content ?? null}
                basedOn={page?.edition ?? null}
                agreements={agreements}
                onClose={close}
              />
            ) : null}
            {dialog === 'withdraw' && page ? <Withdraw page={page} onClose={close} /> : null}
          </Section>
        )
      }}
    </Loading>
  )
}

function Standing({ page }: { page: Page }) {
  const waits = !page.withdrawn && page.shown !== page.edition
  return (
    <Notice
      tone={page.shown === null ? 'info' : 'success'}
      title={page.shown === null ? t.notShown : t.shown(page.shown)}
    >
      {page.withdrawn ? <p>{t.withdrawn}</p> : waits ? <p>{t.waiting(page.edition)}</p> : null}
    </Notice>
  )
}

function Preview({ page: { content }, agreements }: { page: Page; agreements: View['agreements'] }) {
  const yes = (on: boolean) => (on ? t.yes : t.no)
  return (
    <Section title={t.preview} level={3}>
      <DefinitionList
        items={[
          { term: t.introduction, value: <span style={{ whiteSpace: 'pre-line' }}>{content.introduction}</span> },
          { term: t.mission, value: yes(content.mission) },
          { term: t.members, value: yes(content.members) },
          {
            term: t.agreement,
            value: agreements.find((one) => one.id === content.agreement)?.title ?? t.noAgreement,
          },
          { term: t.meetings, value: yes(content.meetings) },
          ...(content.meetingNote ? [{ term: t.meetingNote, value: content.meetingNote }] : []),
          { term: t.contacts, value: yes(content.contacts) },
        ]}
      />
    </Section>
  )
}

function Withdraw({ page, onClose }: { page: Page; onClose: () => void }) {
  const toast = useToast()
  const withdraw = useAct(remote.withdrawPublicPage, () => {
    toast({ text: t.withdrawnNow })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.withdrawTitle}>
      <Form
        onSubmit={({ because = '' }) => void withdraw.act({ id: page.id, because }, { revision: page.revision })}
        errors={withdraw.fields}
        fault={withdraw.error && withdraw.error.fields.length === 0 ? withdraw.error.message : undefined}
        busy={withdraw.busy}
      >
        <p>{t.withdrawLead}</p>
        <TextField name="because" label={t.because} width="full" />
        <ButtonRow>
          <SubmitButton variant="danger">{t.withdraw}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
