// /zahlen/einlesen: choose a file, look at what is in it, take it over or throw it away. Nothing counts before the last step.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { GuidedWay, stepsOf } from '#kit/ui/Stepper.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { ReadFile } from '#kit/web/ReadFile.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { Assign } from './Assign.tsx'
import { ImportFindings } from './ImportFindings.tsx'
import { RememberedMappings } from './Remembered.tsx'

const remote = client(figures)
const t = screens.reading
type Done = { table: { id: string; title: string }; written: number; revised: number; unchanged: number }

export function ImportPage({
  search,
  onSearch,
}: {
  search: Record<string, string>
  onSearch: (next: Record<string, string>) => void
}) {
  const { actingFor } = useSession()
  const may = useHolds()(['planner'], actingFor?.id)
  const [done, setDone] = useState<Done>()
  const id = search.vorschau
  const stage = done ? 2 : id ? 1 : 0
  return (
    <GuidedWay title={t.title} steps={stepsOf([t.choose, t.check, t.done], stage)}>
      {!may ? (
        <Notice tone="info" title={t.notAllowed} />
      ) : done ? (
        <Taken done={done} onNext={() => setDone(undefined)} />
      ) : id ? (
        <Check
          id={id}
          onGone={() => onSearch({})}
          onDone={(result) => {
            setDone(result)
            onSearch({})
          }}
        />
      ) : (
        <>
          <Choose onRead={(preview) => onSearch({ vorschau: preview })} />
          <RememberedMappings />
        </>
      )}
    </GuidedWay>
  )
}

function Choose({ onRead }: { onRead: (id: string) => void }) {
  const read = useAct(remote.readFile, ({ id }) => onRead(id))
  const [validOn, setValidOn] = useState('')
  // Few files do not say of which day they are; only then is it asked.
  const [asked, setAsked] = useState(false)
  if (read.error?.code === 'noDay' && !asked) setAsked(true)
  return (
    <ReadFile
      name="datei"
      words={t}
      accept=".csv,.xlsx,.ods,.xls,.txt,.zip,.json,.geojson,.parquet"
      megabytes={20}
      read={read}
      onLook={(file) => void read.act(validOn ? { validOn } : {}, { file, key: crypto.randomUUID() })}
      lookingHint={t.lookingHint}
    >
      {asked ? (
        <DateField name="validOn" label={t.validOn} hint={t.validOnHint} value={validOn} onChange={setValidOn} />
      ) : null}
    </ReadFile>
  )
}

function Check({ id, onGone, onDone }: { id: string; onGone: () => void; onDone: (done: Done) => void }) {
  const commit = useAct(remote.commit, onDone)
  const discard = useAct(remote.discard, onGone)
  // Once it is taken over or thrown away the preview is gone; it is not asked for again.
  const load = useLoad(remote.preview, { id }, { when: !commit.busy && !discard.busy })
  const [attribution, setAttribution] = useState<string>()
  const [settled, setSettled] = useState(true)
  return (
    <Loading load={load}>
      {(preview) => {
        const count = preview.effect.added + preview.effect.revised
        // Nothing of it belongs to an area that is known here: there is nothing to take over yet.
        const foreign =
          !preview.already &&
          !preview.mapping?.questions.length &&
          (preview.boundaries
            ? preview.boundaries.levels.every(({ drawn }) => drawn === 0)
            : !preview.register && count + preview.effect.unchanged === 0 && preview.unknownAreaCount > 0)
        return (
          <>
            {foreign ? (
              <Notice tone="warning" title={t.foreignTitle} live>
                {t.foreign}
              </Notice>
            ) : null}
            {preview.already ? (
              <Notice
                tone="info"
                title={t.already(preview.already.title)}
                action={<Button to={`/zahlen/tabellen/${preview.already.id}`}>{t.toTable}</Button>}
              />
            ) : null}
            {preview.mapping && !preview.already ? (
              <Assign key={id} id={id} step={preview.mapping} onSettled={setSettled} />
            ) : null}
            {preview.mapping && preview.summary.areas === 0 ? null : <ImportFindings preview={preview} />}
            {preview.already || foreign || preview.mapping ? null : (
              <TextField
                name="attribution"
                label={t.attribution}
                hint={t.attributionHint}
                value={attribution ?? preview.attribution}
                onChange={setAttribution}
              />
            )}
            {commit.busy ? <Notice tone="info" title={t.committing} live /> : null}
            <Refused error={commit.error ?? discard.error} />
            <ButtonRow>
              {preview.already || foreign ? null : (
                <Button
                  variant="primary"
                  busy={commit.busy}
                  disabled={!settled || (preview.mapping?.questions.length ?? 0) > 0}
                  onClick={() => void commit.act(attribution?.trim() ? { id, attribution } : { id })}
                >
                  {preview.boundaries ? t.commitBoundaries : preview.register ? t.commitAreas : t.commit(count)}
                </Button>
              )}
              <Button
                variant={foreign ? 'primary' : 'secondary'}
                busy={discard.busy}
                onClick={() => void discard.act({ id })}
              >
                {foreign ? t.registerFirst : t.discard}
              </Button>
            </ButtonRow>
          </>
        )
      }}
    </Loading>
  )
}

function Taken({ done, onNext }: { done: Done; onNext: () => void }) {
  // A table without a single value would not have been taken over.
  const boundaries = done.written + done.revised + done.unchanged === 0
  return (
    <>
      <Notice tone="success" title={boundaries ? t.writtenBoundaries : t.written(done.written + done.revised)} live>
        <p>
          <ObjectLink kind="officialTable" id={done.table.id}>
            {done.table.title}
          </ObjectLink>
        </p>
        <p>{boundaries ? t.doneBoundaries : t.doneText}</p>
      </Notice>
      <ButtonRow>
        <Button variant="primary" to="/zahlen">
          {t.toFigures}
        </Button>
        <Button onClick={onNext}>{t.next}</Button>
      </ButtonRow>
    </>
  )
}
