// /netzwerk/einlesen: choose a list, see what it would do, decide who is meant, enter all of it or nothing.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { GuidedWay } from '#kit/ui/Stepper.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { actors } from '../contract.ts'
import { listPage as t } from '../texts/list-page.de.ts'
import { CheckList, type Entered } from './CheckList.tsx'

const remote = client(actors)
const mostBytes = 5 * 1024 * 1024

export function ListPage({
  search,
  onSearch,
}: {
  search: Record<string, string>
  onSearch: (next: Record<string, string>) => void
}) {
  const { actingFor } = useSession()
  const may = useHolds()(['admin', 'planner'], actingFor?.id)
  const [done, setDone] = useState<Entered>()
  const id = search.vorschau
  const stage = done ? 2 : id ? 1 : 0
  const steps = t.steps.map((title, n) => ({
    id: String(n),
    title,
    state: n < stage ? ('done' as const) : n === stage ? ('current' as const) : ('open' as const),
  }))
  return (
    <GuidedWay title={t.title} steps={steps}>
      {!may ? (
        <Notice tone="info" title={t.notAllowed} />
      ) : done ? (
        <>
          <Notice tone="success" title={t.done} live>
            {t.result(done.made, done.changed, done.persons, done.invited)}
          </Notice>
          <ButtonRow>
            <Button variant="primary" to="/netzwerk">
              {t.toNetwork}
            </Button>
            <Button onClick={() => setDone(undefined)}>{t.next}</Button>
          </ButtonRow>
        </>
      ) : id ? (
        <CheckList
          id={id}
          onGone={() => onSearch({})}
          onDone={(result) => {
            setDone(result)
            onSearch({})
          }}
        />
      ) : (
        <Choose onRead={(preview) => onSearch({ vorschau: preview })} />
      )}
    </GuidedWay>
  )
}

function Choose({ onRead }: { onRead: (id: string) => void }) {
  const [files, setFiles] = useState<File[]>([])
  const read = useAct(remote.readList, ({ id }) => onRead(id))
  const submit = () => {
    const file = files[0]
    if (file) void read.act({}, { file, key: crypto.randomUUID() })
  }
  return (
    <Form onSubmit={submit} errors={read.fields} busy={read.busy}>
      <p>{t.lead}</p>
      <p>
        <a href={addressOf(actors.listTemplate, {}).url} download>
          {t.template}
        </a>
      </p>
      <FileField
        name="datei"
        label={t.file}
        hint={t.hint}
        accept=".csv,.xlsx,.txt"
        files={files}
        maxBytes={mostBytes}
        onChange={(next) => {
          read.reset()
          setFiles(next)
        }}
      />
      {read.busy ? <Notice tone="info" title={t.looking} live /> : null}
      <Refused error={read.error} />
      <ButtonRow>
        <SubmitButton disabled={files.length === 0}>{t.look}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
