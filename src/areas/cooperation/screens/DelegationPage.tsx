// /entsendungen/:id: the letter of delegation, for reading, for printing with room for the signature, and with the scan.
import { useState } from 'react'
import { files as filesContract } from '#kit/files/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
import { formatBytes, formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose } from '#kit/ui/Section.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Delegation } from '../contract/seats.ts'
import { cooperation } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { lastDay } from './tones.ts'

const remote = client(cooperation)
const stored = client(filesContract)
const t = seatTexts.letter

export function DelegationPage({ id }: { id: string }) {
  const load = useLoad(remote.delegation, { id })
  return <Loading load={load}>{(letter) => <Shown letter={letter} />}</Loading>
}

function Shown({ letter }: { letter: Delegation }) {
  const { head } = letter
  const until = letter.until ? formatDay(lastDay(letter.until)) : null
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.body ? t.subject(head.body.title) : head.title}
          kind={t.kind}
          state={letter.ended ? { label: seatTexts.members.ended } : undefined}
          owners={[{ label: letter.organisation.title, to: `/organisationen/${letter.organisation.id}` }]}
          invented={head.invented}
          actions={
            <>
              {head.body ? <Button to={`/gremien/${head.body.id}?ansicht=mitglieder`}>{t.back}</Button> : null}
              <Button onClick={() => window.print()}>{t.print}</Button>
            </>
          }
        />
      }
      aside={
        <>
          <SideBox title={t.files}>
            <Attached id={head.id} />
          </SideBox>
          <SideBoxes history={<HistoryBox id={head.id} />} />
        </>
      }
    >
      <Prose>
        <p>{t.to}</p>
        <p>{t.sends(letter.organisation.title, letter.person.title)}</p>
        {letter.deputy ? <p>{t.deputy(letter.deputy.title)}</p> : null}
        <p>{t.term(formatDay(letter.from), until)}</p>
        <p>{t.signed(letter.signedBy, formatDay(letter.signedOn))}</p>
        {letter.source ? <p>{t.source(letter.source)}</p> : null}
        <p className="ns-print-only">
          <br />
          <br />
          _______________________________________
          <br />
          {t.signature}
        </p>
      </Prose>
      <WhomToAsk of={head.body?.id} />
    </ObjectPage>
  )
}

function Attached({ id }: { id: string }) {
  const load = useLoad(stored.list, { id })
  const [chosen, setChosen] = useState<File[]>([])
  const add = useAct(stored.add, () => setChosen([]))
  return (
    <Loading load={load} shape="text">
      {({ files, mayAdd }) => (
        <Stack gap="s">
          {files.length === 0 ? <p>{t.noFile}</p> : null}
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <a href={addressOf(filesContract.download, { id: file.id }).url}>{file.name}</a>{' '}
                <small>{formatBytes(file.size)}</small>
              </li>
            ))}
          </ul>
          {mayAdd ? <FileField name="file" label={t.addFile} files={chosen} onChange={setChosen} /> : null}
          {chosen[0] ? (
            <ButtonRow>
              <Button busy={add.busy} onClick={() => void add.act({ id }, { file: chosen[0]! })}>
                {t.addFile}
              </Button>
            </ButtonRow>
          ) : null}
          <Refused error={add.error} />
        </Stack>
      )}
    </Loading>
  )
}
