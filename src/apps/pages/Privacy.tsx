// Data protection, printed from the data catalogue: which personal data are held why, and the draft assessment.
import { privacy } from '#kit/privacy/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { OpeningsTab } from './Openings.tsx'
import { texts } from './privacy.texts.de.ts'

const remote = client(privacy)
const list = (lines: readonly string[]) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

export function PrivacyPage() {
  return (
    <Stack gap="l">
      <PageHead title={texts.title} lead={texts.lead} />
      <Tabs
        label={texts.title}
        tabs={[
          { id: 'record', label: texts.record, content: <RecordTab /> },
          { id: 'assessment', label: texts.assessment, content: <AssessmentTab /> },
          { id: 'openings', label: texts.openingsTab, content: <OpeningsTab /> },
        ]}
      />
    </Stack>
  )
}

function RecordTab() {
  const load = useLoad(remote.record, {})
  return (
    <Loading load={load}>
      {(record) => (
        <Stack>
          <p>{`${record.norm} · ${record.controller.title}`}</p>
          <Button icon="download" to={addressOf(privacy.recordDocument, {}).url}>
            {texts.word}
          </Button>
          {record.activities.map((one) => (
            <Section key={one.name} title={one.name} lead={one.purpose}>
              <DefinitionList
                items={[
                  { term: texts.basis, value: one.basis },
                  { term: texts.persons, value: one.persons },
                  { term: texts.recipients, value: one.recipients },
                  { term: texts.data, value: one.data.map((part) => part.category).join(', ') },
                  { term: texts.kept, value: list(one.kept) },
                ]}
              />
            </Section>
          ))}
          <Section title={texts.safeguards}>
            <Prose>{list(record.safeguards)}</Prose>
          </Section>
          <Section title={texts.toAdd}>
            <Prose>{list(record.toAdd)}</Prose>
          </Section>
        </Stack>
      )}
    </Loading>
  )
}

function AssessmentTab() {
  const load = useLoad(remote.assessment, {})
  return (
    <Loading load={load}>
      {(draft) => (
        <Stack>
          <p>{`${draft.norm} · ${draft.draft}`}</p>
          <Button icon="download" to={addressOf(privacy.assessmentDocument, {}).url}>
            {texts.word}
          </Button>
          <Section title={texts.description}>
            <Prose>{list(draft.description)}</Prose>
          </Section>
          <Section title={texts.necessity}>
            <Prose>{list(draft.necessity)}</Prose>
          </Section>
          <DataTable
            caption={texts.risks}
            rows={draft.risks}
            rowKey={(row) => row.risk}
            columns={[
              { id: 'risk', header: texts.risk, cell: (row) => row.risk, main: true },
              { id: 'how', header: texts.likelihood, cell: (row) => `${row.likelihood} / ${row.severity}` },
              { id: 'measures', header: texts.measures, cell: (row) => list(row.measures) },
              { id: 'rest', header: texts.rest, cell: (row) => row.rest },
            ]}
          />
          <Section title={texts.toDecide}>
            <Prose>{list(draft.toDecide)}</Prose>
          </Section>
        </Stack>
      )}
    </Loading>
  )
}
