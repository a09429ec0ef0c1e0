// /anliegen/:id: a concern word for word, what became of it, and for chairs and office the way into a topic.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Concern } from '../contract/concerns.ts'
import { meetings } from '../contract.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { longDay } from '../texts/days.de.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { ConcernWay, impulseBadge } from './ConcernWay.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { TopicForm } from './TopicForm.tsx'

const remote = client(meetings)
const t = concernTexts.page

export function ConcernPage({ id }: { id: string }) {
  const load = useLoad(remote.getConcern, { id })
  return <Loading load={load}>{(concern) => <Shown key={id} concern={concern} />}</Loading>
}

function Shown({ concern }: { concern: Concern }) {
  const { object, from, topic, way, mayLead } = concern
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={concernTexts.kind}
          state={impulseBadge(way)}
          owners={object.body ? [{ label: object.body.title, to: `/anliegen?gremium=${object.body.id}` }] : undefined}
          invented={object.invented}
        />
      }
      aside={<Around id={object.id} />}
    >
      <Stack gap="l">
        <Section title={t.way}>
          <ConcernWay way={way} />
        </Section>
        <Section title={t.words}>
          <Prose>{concern.text}</Prose>
          <DefinitionList
            items={[
              { term: t.from, value: from?.title ?? t.noName },
              { term: t.received, value: longDay(way.receivedOn) },
              ...(concern.targetGroup ? [{ term: t.targetGroup, value: concern.targetGroup }] : []),
              ...(concern.areaName ? [{ term: t.areaName, value: concern.areaName }] : []),
              ...(topic
                ? [
                    {
                      term: t.topic,
                      value: (
                        <ObjectLink kind="topic" id={topic.id}>
                          {topic.title}
                        </ObjectLink>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
        {mayLead ? <Leading concern={concern} /> : null}
      </Stack>
    </ObjectPage>
  )
}

function Leading({ concern }: { concern: Concern }) {
  const { object, topic, way } = concern
  const [dialog, setDialog] = useState<'topic' | 'new' | 'close' | null>(null)
  const close = () => setDialog(null)
  const toast = useToast()
  const go = useNavigateTo()
  const bundle = useAct(remote.bundleConcern, (after) => toast({ text: after.topic ? t.bundled : t.takenOut }))
  const closing = useAct(remote.closeConcern, (after) => {
    close()
    toast({ text: after.way.closed ? t.closed : t.reopened })
  })
  const based = { revision: object.revision }
  return (
    <Stack>
      <ButtonRow>
        {topic ? (
          <Button busy={bundle.busy} onClick={() => void bundle.act({ id: object.id, topic: null }, based)}>
            {t.takeOut}
          </Button>
        ) : way.closed ? (
          <Button busy={closing.busy} onClick={() => void closing.act({ id: object.id, because: null }, based)}>
            {t.reopen}
          </Button>
        ) : (
          <>
            <Button variant="primary" onClick={() => setDialog('topic')}>
              {t.intoTopic}
            </Button>
            <Button onClick={() => setDialog('new')}>{t.newTopic}</Button>
            <Button variant="tertiary" onClick={() => setDialog('close')}>
              {t.close}
            </Button>
          </>
        )}
      </ButtonRow>
      <Refused error={bundle.error ?? (dialog === 'close' ? null : closing.error)} />
      <Dialog open={dialog === 'topic'} onClose={close} title={t.intoTopic}>
        <ChooseTopic
          body={object.body!.id}
          busy={bundle.busy}
          onChoose={(to) => void bundle.act({ id: object.id, topic: to }, based).then((done) => done && close())}
        />
      </Dialog>
      <Dialog open={dialog === 'new'} onClose={close} title={topicTexts.form.make}>
        <TopicForm
          body={object.body!.id}
          concerns={[{ id: object.id, title: object.title }]}
          onDone={(made) => go(`/themen/${made.object.id}`)}
        />
      </Dialog>
      {dialog === 'close' ? (
        <ReasonDialog
          title={t.closeTitle}
          lead={t.closeLead}
          label={t.because}
          button={t.close}
          onClose={close}
          onSend={(because) => void closing.act({ id: object.id, because }, based)}
          busy={closing.busy}
          error={closing.error}
          fields={closing.fields}
        />
      ) : null}
    </Stack>
  )
}

function ChooseTopic({ body, busy, onChoose }: { body: string; busy: boolean; onChoose: (topic: string) => void }) {
  const load = useLoad(remote.getBacklog, { id: body })
  const [chosen, setChosen] = useState('')
  return (
    <Loading load={load} shape="text">
      {({ topics }) => {
        const open = topics.filter((one) => !one.closed && one.object.body?.id === body)
        if (open.length === 0) return <p>{t.noTopics}</p>
        return (
          <Stack>
            <Select
              name="thema"
              label={t.chooseTopic}
              emptyLabel="–"
              value={chosen}
              onChange={setChosen}
              options={open.map(({ object }) => ({ value: object.id, label: object.title }))}
            />
            <ButtonRow>
              <Button variant="primary" disabled={!chosen} busy={busy} onClick={() => onChoose(chosen)}>
                {t.bundle}
              </Button>
            </ButtonRow>
          </Stack>
        )
      }}
    </Loading>
  )
}
