// On the page of a working group: who set it up, until when, what it owes its body; nothing on the page of another body.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { GroupPage } from '../contract/groups.ts'
import { cooperation } from '../contract.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { lastDay } from './tones.ts'

const remote = client(cooperation)
const t = groupTexts.own

export function GroupBox({ body }: { body: string }) {
  const { data } = useLoad(remote.groups, { id: body })
  return data?.own ? <Own body={body} own={data.own} /> : null
}

function Own({ body, own }: { body: string; own: GroupPage }) {
  const toast = useToast()
  const [reporting, setReporting] = useState(false)
  const prolong = useAct(remote.prolongGroup, ({ prolonged, left }) => toast({ text: t.prolonged(prolonged, left) }))
  const last = formatDay(lastDay(own.until))
  const names = [...new Set(own.ending.map((one) => `${one.person.title} (${one.organisation.title})`))].join(', ')
  return (
    <>
      {own.state === 'ending' ? (
        <Notice tone="warning" title={t.ending}>
          {t.endingHint(last)}
        </Notice>
      ) : null}
      {own.state === 'closed' ? (
        <Notice tone="info" title={t.closed}>
          {t.closedHint(last)}
        </Notice>
      ) : null}
      {own.state !== 'closed' && own.ending.length > 0 ? (
        <Notice
          tone="warning"
          title={t.prolongTitle}
          action={
            own.may.prolong ? (
              <Button busy={prolong.busy} onClick={() => void prolong.act({ id: body })}>
                {t.prolong}
              </Button>
            ) : undefined
          }
        >
          {t.prolongHint(names)}
        </Notice>
      ) : null}
      <Refused error={prolong.error} />
      <Section title={t.title}>
        <DefinitionList
          items={[
            ...(own.parent
              ? [
                  {
                    term: t.by,
                    value: (
                      <ObjectLink kind="body" id={own.parent.id}>
                        {own.parent.title}
                      </ObjectLink>
                    ),
                  },
                ]
              : []),
            { term: t.expects, value: own.result },
            { term: groupTexts.leadBy, value: own.lead.title },
            { term: t.lastDay, value: last },
            { term: groupTexts.page.report, value: groupTexts.page.everyMonths(own.reportEvery) },
          ]}
        />
        {own.mandate ? (
          <p>
            <A to={`/arbeitsgruppen/${own.mandate}`}>{t.toMandate}</A>
          </p>
        ) : null}
      </Section>
      <Section
        title={t.reports}
        actions={
          own.may.report ? (
            <Button icon="edit" onClick={() => setReporting(true)}>
              {t.report}
            </Button>
          ) : undefined
        }
      >
        {own.reports.length === 0 ? <p>{t.noReports}</p> : null}
        <Stack gap="m">
          {own.reports.map((report) => (
            <Prose key={report.id}>
              <h3>{formatDay(report.day)}</h3>
              {report.text.split('\n').map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
                <p key={index}>{line}</p>
              ))}
            </Prose>
          ))}
        </Stack>
      </Section>
      {reporting ? <Report body={body} onClose={() => setReporting(false)} /> : null}
    </>
  )
}

function Report({ body, onClose }: { body: string; onClose: () => void }) {
  const toast = useToast()
  const report = useAct(remote.reportGroup, () => {
    toast({ text: t.reported, tone: 'success' })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.report}>
      <Form
        onSubmit={({ text = '' }) => void report.act({ id: body, text })}
        errors={report.fields}
        fault={report.error && report.error.fields.length === 0 ? report.error.message : undefined}
        busy={report.busy}
      >
        <TextArea name="text" label={t.reportText} hint={t.reportHint} rows={6} />
        <ButtonRow>
          <SubmitButton>{t.reportSubmit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
