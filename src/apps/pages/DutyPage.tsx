// A duty: what, to whom, because of which clause, until when, and what is there already.
import { useState } from 'react'
import { ToldBox } from '#areas/cooperation/widgets/ToldBox.tsx'
import { duties } from '#kit/duties/contract.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { ObjectPage, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'
import { placeOf, toneOf } from './work-item.tsx'

const remote = client(duties)
const t = texts.duty

export function DutyPage({ id }: { id: string }) {
  const load = useLoad(remote.get, { id })
  const holds = useHolds()
  const toast = useToast()
  const [waiving, setWaiving] = useState(false)
  const waive = useAct(remote.waive, () => {
    setWaiving(false)
    toast({ text: t.waived })
  })
  return (
    <Loading load={load}>
      {({ duty, evidence }) => {
        const unsettled = ['notYet', 'open', 'overdue'].includes(duty.state)
        const mayWaive = unsettled && holds(['chair', 'office', 'admin', 'head', 'planner'], duty.creditor?.id)
        const mayAct =
          unsettled && holds(['chair', 'office', 'admin', 'head', 'planner', 'staff', 'counsellor'], duty.debtor?.id)
        return (
          <ObjectPage
            head={
              <PageHead
                title={duty.title}
                kind={texts.kinds.duty}
                state={{ label: dutyTexts.states[duty.state], tone: toneOf(duty) }}
                invented={duty.invented}
                main={
                  mayAct ? (
                    <Button variant="primary" to={placeOf(duty)}>
                      {dutyTexts.acts[duty.kind] ?? texts.today.open}
                    </Button>
                  ) : undefined
                }
                actions={mayWaive ? <Button onClick={() => setWaiving(true)}>{t.waive}</Button> : undefined}
              />
            }
            aside={
              <SideBoxes
                restsOn={
                  duty.because.object ? (
                    <ObjectLink
                      kind="agreement"
                      id={duty.because.object}
                    >{`${duty.because.title ?? ''} ${duty.because.clause}`}</ObjectLink>
                  ) : (
                    duty.because.clause
                  )
                }
                history={<HistoryBox id={id} />}
                trailTo={duty.subject ? `/datenspur/${duty.subject.id}` : undefined}
              />
            }
          >
            <DefinitionList
              items={[
                { term: t.debtor, value: duty.debtor?.title ?? '–' },
                { term: t.creditor, value: duty.creditor?.title ?? '–' },
                { term: t.due, value: formatDay(duty.due) },
                { term: t.because, value: `${duty.because.title ?? ''} ${duty.because.clause}` },
                { term: t.strength, value: dutyTexts.strengths[duty.strength] },
                ...(duty.needed > 1 ? [{ term: t.state, value: t.needed(duty.have, duty.needed) }] : []),
                ...(duty.waivedBecause ? [{ term: t.waiveReason, value: duty.waivedBecause }] : []),
              ]}
            />
            <Section title={t.evidence}>
              {evidence.length === 0 ? (
                <p>{t.noEvidence}</p>
              ) : (
                <ul>
                  {evidence.map((fact) => (
                    <li key={fact.object + fact.day}>
                      <ObjectLink kind={fact.kind} id={fact.object}>
                        {fact.title ?? texts.kinds[fact.kind]}
                      </ObjectLink>
                      {` · ${formatDay(fact.day)}`}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <ToldBox duty={id} body={duty.body} debtor={duty.debtor?.title ?? null} />
            <Dialog open={waiving} onClose={() => setWaiving(false)} title={t.waiveTitle}>
              <Form
                onSubmit={({ because = '' }) => void waive.act({ id, because })}
                errors={waive.fields}
                fault={waive.error?.message}
                busy={waive.busy}
              >
                <TextArea name="because" label={t.waiveReason} hint={t.waiveHint} />
                <SubmitButton>{t.waive}</SubmitButton>
              </Form>
            </Dialog>
          </ObjectPage>
        )
      }}
    </Loading>
  )
}
