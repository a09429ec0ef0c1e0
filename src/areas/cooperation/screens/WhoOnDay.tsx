// "Wer spricht hier für wen am Tag X?": answered for any day, also in the past and in the future.
import { useState } from 'react'
import { termWords } from '#areas/actors/widgets/terms.ts'
import { access } from '#kit/access/contract.ts'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { bodyTexts } from '../texts/bodies.de.ts'

const remote = client(access)
const t = bodyTexts.page

export function WhoOnDay({ body }: { body: string }) {
  const { today } = useSession()
  const [day, setDay] = useState(today)
  const load = useLoad(remote.mandates, { body, on: day || today }, { keep: true })
  return (
    <Section title={t.who}>
      <DateField name="day" label={t.day} value={day} onChange={setDay} />
      <Loading load={load} shape="table">
        {({ mandates }) => (
          <DataTable
            caption={t.who}
            hideCaption
            rows={mandates}
            rowKey={(one) => one.id}
            empty={t.whoNobody}
            columns={[
              {
                id: 'person',
                header: t.person,
                main: true,
                sortBy: (one) => one.person.title,
                cell: (one) => one.person.title,
              },
              {
                id: 'organisation',
                header: t.organisation,
                sortBy: (one) => one.organisation.title,
                cell: (one) => one.organisation.title,
              },
              {
                id: 'role',
                header: t.role,
                sortBy: (one) => one.role,
                cell: (one) => accessTexts.roles[one.role] ?? one.role,
              },
              { id: 'term', header: t.term, cell: (one) => termWords(one.from, one.until) },
              { id: 'basis', header: t.basis, phone: 'hide', cell: (one) => one.basis },
            ]}
          />
        )}
      </Loading>
    </Section>
  )
}
