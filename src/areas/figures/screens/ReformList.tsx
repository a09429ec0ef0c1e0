// /zahlen/gebietsaenderungen/einlesen: read a list, look at what is in it, then record what is new.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { ReadFile } from '#kit/web/ReadFile.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { ReformPreview } from '../contract/reforms.ts'
import { figures } from '../contract.ts'
import { areaTexts } from '../texts/areas.de.ts'

const remote = client(figures)
const t = areaTexts.file

export function ReformListPage() {
  const { actingFor } = useSession()
  const may = useHolds()(['planner'], actingFor?.id)
  const [preview, setPreview] = useState<ReformPreview>()
  const [taken, setTaken] = useState<number>()
  const again = () => {
    setPreview(undefined)
    setTaken(undefined)
  }
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      {!may ? (
        <Notice tone="info" title={areaTexts.form.notAllowed} />
      ) : taken !== undefined ? (
        <>
          <Notice tone="success" title={t.taken(taken)} live />
          <ButtonRow>
            <Button variant="primary" to="/zahlen/gebiete">
              {t.toAreas}
            </Button>
            <Button onClick={again}>{t.other}</Button>
          </ButtonRow>
        </>
      ) : preview ? (
        <Check preview={preview} onTaken={setTaken} onOther={again} />
      ) : (
        <Choose onRead={setPreview} />
      )}
    </Stack>
  )
}

function Choose({ onRead }: { onRead: (preview: ReformPreview) => void }) {
  const read = useAct(remote.readReforms, onRead)
  return (
    <ReadFile
      name="datei"
      words={{ ...t, hint: t.columns }}
      accept=".csv,.xlsx,.txt"
      megabytes={5}
      read={read}
      onLook={(file) => void read.act({}, { file })}
    />
  )
}

type CheckProps = { preview: ReformPreview; onTaken: (count: number) => void; onOther: () => void }
function Check({ preview, onTaken, onOther }: CheckProps) {
  const make = useAct(remote.makeReforms, ({ reforms }) => onTaken(reforms.length))
  const fresh = preview.reforms.filter((one) => one.state === 'new').map((one) => one.input)
  return (
    <>
      <Section title={t.found}>
        <DataTable
          caption={t.found}
          hideCaption
          rows={preview.reforms}
          rowKey={(row) => row.lines.join(' ')}
          columns={[
            { id: 'what', header: areaTexts.list.what, main: true, cell: (row) => row.title },
            { id: 'lines', header: t.file, cell: (row) => t.lines(row.lines), phone: 'hide' },
            {
              id: 'state',
              header: t.state,
              cell: (row) => (
                <>
                  {t.states[row.state]}
                  {row.fault ? (
                    <>
                      <br />
                      <small>{row.fault}</small>
                    </>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </Section>
      {preview.leftOut.length > 0 ? (
        <Section title={t.leftOut}>
          <ul>
            {preview.leftOut.map((one) => (
              <li key={one.line}>
                {t.lines([one.line])}: {one.why}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {fresh.length === 0 ? <Notice tone="info" title={t.nothing} /> : null}
      <Refused error={make.error} />
      <ButtonRow>
        {fresh.length > 0 ? (
          <Button variant="primary" busy={make.busy} onClick={() => void make.act({ reforms: fresh.slice(0, 500) })}>
            {t.take(Math.min(fresh.length, 500))}
          </Button>
        ) : null}
        <Button onClick={onOther}>{t.other}</Button>
      </ButtonRow>
    </>
  )
}
