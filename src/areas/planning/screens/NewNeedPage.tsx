// /bedarfe/neu: the first step of a need. A figure handed over from the explorer comes along, into a new need or into a draft that waits.
import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { GuidedWay } from '#kit/ui/Stepper.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { planning } from '../contract/planning.ts'
import { screens } from '../texts/screens.de.ts'
import { useKept } from '../widgets/kept.ts'
import { contentOf, handedPiece } from '../widgets/need-content.ts'

const remote = client(planning)
const bodiesRemote = client(cooperation)
const t = screens.way

export function NewNeedPage({ search }: { search: Record<string, string> }) {
  const load = useLoad(bodiesRemote.bodies, {})
  const handed = handedPiece(search)
  const { kept, keep, clear } = useKept('bedarf-neu')
  const go = useNavigateTo()
  const begin = useAct(remote.draftNeed, (need) => {
    clear()
    go(`/bedarfe/${need.object.id}/bearbeiten?schritt=2`)
  })
  const steps = t.steps.map((title, at) => ({
    id: String(at + 1),
    title,
    state: at === 0 ? ('current' as const) : ('open' as const),
  }))
  return (
    <Loading load={load}>
      {({ bodies }) => {
        const mine = bodies.filter((body) => body.mine.length > 0)
        if (mine.length === 0)
          return (
            <EmptyState title={screens.board.nobody} action={<Button to="/gremien/neu">{screens.board.found}</Button>}>
              {screens.board.nobodyHint}
            </EmptyState>
          )
        return (
          <GuidedWay
            title={t.title}
            steps={steps}
            aside={
              handed ? (
                <Notice tone="info" title={t.handedTitle}>
                  {t.handed}
                </Notice>
              ) : undefined
            }
          >
            {handed ? <Drafts piece={handed} /> : null}
            <Form
              onSubmit={({ body = '', title = '' }) =>
                void begin.act({ body, title, evidence: handed ? [handed] : [], area: handed?.area ?? null })
              }
              errors={begin.fields}
              fault={begin.error?.message}
              busy={begin.busy}
            >
              {kept ? <p>{t.kept}</p> : null}
              <div
                style={{ display: 'contents' }}
                onChange={(event) => {
                  const field = event.target as unknown as HTMLInputElement
                  keep({ ...kept, [field.name]: field.value })
                }}
              >
                <Select
                  name="body"
                  label={t.body}
                  hint={t.bodyHint}
                  defaultValue={search.gremium ?? kept?.body ?? mine[0]!.id}
                  options={mine.map((body) => ({ value: body.id, label: body.name }))}
                />
                <TextField
                  name="title"
                  label={t.name}
                  hint={t.nameHint}
                  maxLength={200}
                  width="full"
                  defaultValue={kept?.title ?? ''}
                />
              </div>
              <ButtonRow>
                <SubmitButton>{t.next}</SubmitButton>
                <Button to="/bedarfe">{t.cancel}</Button>
              </ButtonRow>
            </Form>
          </GuidedWay>
        )
      }}
    </Loading>
  )
}

/** Drafts that wait can take the figure that was brought along. */
function Drafts({ piece }: { piece: NonNullable<ReturnType<typeof handedPiece>> }) {
  const { data } = useLoad(remote.listNeeds, {})
  const drafts = data?.needs.filter((need) => need.state === 'draft') ?? []
  const [chosen, setChosen] = useState('')
  const go = useNavigateTo()
  const change = useAct(remote.changeNeed, (need) => go(`/bedarfe/${need.object.id}/bearbeiten?schritt=4`))
  if (drafts.length === 0) return null
  const add = async () => {
    const { data: need } = await remote.getNeed({ id: chosen })
    const content = contentOf(need)
    void change.act(
      { id: chosen, ...content, evidence: [...(content.evidence ?? []), piece] },
      { revision: need.object.revision },
    )
  }
  return (
    <>
      <Select
        name="entwurf"
        label={t.toDraft}
        emptyLabel={t.toNew}
        value={chosen}
        onChange={setChosen}
        options={drafts.map((need) => ({ value: need.object.id, label: need.object.title }))}
      />
      {chosen ? (
        <ButtonRow>
          <Button variant="primary" busy={change.busy} onClick={() => void add()}>
            {t.toDraft}
          </Button>
        </ButtonRow>
      ) : null}
      <Refused error={change.error} />
    </>
  )
}
