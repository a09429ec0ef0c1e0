// "Wer spricht hier für wen am Tag X?": every seat of any day, past or future, with its name of that day and the people sent to it.
import { useState } from 'react'
import { termWords } from '#areas/actors/widgets/terms.ts'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { texts } from '../texts.de.ts'

const remote = client(cooperation)
const t = bodyTexts.page
const w = seatTexts.who

export function WhoOnDay({ body }: { body: string }) {
  const { today } = useSession()
  const [day, setDay] = useState(today)
  const load = useLoad(remote.representation, { id: body, on: day || today }, { keep: true })
  return (
    <Section title={t.who}>
      <DateField name="day" label={t.day} value={day} onChange={setDay} />
      <Loading load={load} shape="table">
        {({ seats, others, there }) => {
          if (!there) return <p>{w.notThere}</p>
          const speaking = [
            ...new Map(
              seats.flatMap(({ organisation, unit, people }) =>
                people.map((one) => [
                  `${organisation.id} ${one.person.id} ${one.role} ${one.from}`,
                  {
                    ...one,
                    organisation,
                    unit: seats.filter((s) => s.organisation.id === organisation.id).length === 1 ? unit : null,
                  },
                ]),
              ),
            ).values(),
            ...others.map((one) => ({ ...one, unit: null })),
          ]
          return (
            <DataTable
              caption={t.who}
              hideCaption
              rows={speaking}
              rowKey={(one) => `${one.organisation.id} ${one.person.id} ${one.role} ${one.from}`}
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
                  cell: (one) => (
                    <>
                      {one.organisation.title}
                      {one.unit ? (
                        <>
                          <br />
                          <small>{one.unit.title}</small>
                        </>
                      ) : null}
                    </>
                  ),
                },
                { id: 'role', header: t.role, sortBy: (one) => one.role, cell: (one) => texts.roles[one.role] },
                { id: 'term', header: t.term, cell: (one) => termWords(one.from, one.until) },
                { id: 'basis', header: t.basis, phone: 'hide', cell: (one) => one.basis },
              ]}
            />
          )
        }}
      </Loading>
    </Section>
  )
}
