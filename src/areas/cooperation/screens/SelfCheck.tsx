// The yearly look back: which rules the body has kept, counted from what happened. About the body, never about persons.
import { useState } from 'react'
import { yearOf } from '#kit/clock/days.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { ruleTexts } from '../texts/rules.de.ts'

const remote = client(cooperation)
const t = ruleTexts.check

export function SelfCheck({ body }: { body: string }) {
  const { today } = useSession()
  const now = yearOf(today)
  const [year, setYear] = useState(now)
  const load = useLoad(remote.selfCheck, { id: body, year }, { keep: true })
  return (
    <Section title={t.title} lead={t.lead}>
      <Stack>
        <Select
          name="jahr"
          label={t.year}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          options={[0, 1, 2, 3, 4].map((back) => ({ value: String(now - back), label: String(now - back) }))}
        />
        <Loading load={load} shape="table">
          {(check) => (
            <Stack>
              {check.year === now ? <p>{t.partly}</p> : null}
              {check.edition === null ? <p>{t.noRules}</p> : null}
              <DataTable
                caption={t.title}
                hideCaption
                rows={check.lines}
                rowKey={(row) => row.rule}
                columns={[
                  { id: 'rule', header: t.rule, main: true, cell: (row) => t.rules[row.rule](row.asked) },
                  {
                    id: 'kept',
                    header: t.kept,
                    cell: (row) =>
                      row.of === 0 ? (
                        t.nothing
                      ) : (
                        <Badge tone={row.kept >= row.of ? 'success' : 'warning'}>{t.of(row.kept, row.of)}</Badge>
                      ),
                  },
                ]}
              />
              {check.returned > 0 ? <p>{t.returned(check.returned)}</p> : null}
              {check.deadlocks > 0 ? <p>{t.deadlocks(check.deadlocks)}</p> : null}
            </Stack>
          )}
        </Loading>
      </Stack>
    </Section>
  )
}
