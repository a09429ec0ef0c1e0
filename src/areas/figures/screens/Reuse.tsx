// Where others take a public figure over: the formats, and the catalogue of all of them.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { addressOf } from '#kit/web/client.ts'
import { OpenFormat } from '../contract/reuse.ts'
import type { IndicatorPage } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { reuseTexts as t } from '../texts/reuse.de.ts'

export function Reuse({ page }: { page: IndicatorPage }) {
  const cut = page.held.some((one) => one.cut === '') ? '' : (page.held[0]?.cut ?? '')
  const level = page.held.some((one) => one.level === 'county') ? 'county' : 'municipality'
  const asked = { indicator: page.head.id, level, cut } as const
  return (
    <Section title={t.title}>
      <Stack>
        <p>{t.lead}</p>
        <ButtonRow>
          {OpenFormat.options.map((format) => (
            <Button key={format} icon="download" to={addressOf(figures.openSlice, { ...asked, format }).url}>
              {t.formats[format]}
            </Button>
          ))}
          <Button icon="download" to={addressOf(figures.mapFile, asked).url}>
            {t.csv}
          </Button>
        </ButtonRow>
        <p>
          <A to={addressOf(figures.openCatalogue, {}).url}>{t.catalogue}</A>
        </p>
      </Stack>
    </Section>
  )
}
