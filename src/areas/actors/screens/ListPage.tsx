// /netzwerk/einlesen: choose a list, see what it would do, decide who is meant, enter all of it or nothing.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { GuidedWay, stepsOf } from '#kit/ui/Stepper.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { ReadFile } from '#kit/web/ReadFile.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { actors } from '../contract.ts'
import { listPage as t } from '../texts/list-page.de.ts'
import { CheckList, type Entered } from './CheckList.tsx'

const remote = client(actors)

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
  return (
    <GuidedWay title={t.title} steps={stepsOf(t.steps, stage)}>
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
  const read = useAct(remote.readList, ({ id }) => onRead(id))
  return (
    <ReadFile
      name="datei"
      words={t}
      accept=".csv,.xlsx,.txt"
      megabytes={5}
      read={read}
      onLook={(file) => void read.act({}, { file, key: crypto.randomUUID() })}
    >
      <p>{t.lead}</p>
      <p>
        <a href={addressOf(actors.listTemplate, {}).url} download>
          {t.template}
        </a>
      </p>
    </ReadFile>
  )
}
