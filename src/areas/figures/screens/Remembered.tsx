// What the own organisation has said of files of one shape: to be seen, and to be forgotten.
import { Button } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import { mappingTexts } from '../texts/mapping.de.ts'

const remote = client(figures)
const t = mappingTexts.screen

export function RememberedMappings() {
  const load = useLoad(remote.mappings, {})
  const forget = useAct(remote.forgetMapping)
  if (!load.data || load.data.mappings.length === 0) return null
  return (
    <Section title={t.kept} lead={t.keptLead}>
      <Stack gap="s">
        {load.data.mappings.map((row) => (
          <Cluster key={row.id}>
            <span>
              {row.title}
              <span className="ns-muted ns-small">
                {' '}
                · {t.keptOf(row.columns, row.measures, formatDay(row.at.slice(0, 10)))}
              </span>
            </span>
            <Button
              small
              busy={forget.busy}
              aria-label={t.forgetOf(row.title)}
              onClick={() => void forget.act({ id: row.id })}
            >
              {t.forget}
            </Button>
          </Cluster>
        ))}
      </Stack>
      <Refused error={forget.error} />
    </Section>
  )
}
