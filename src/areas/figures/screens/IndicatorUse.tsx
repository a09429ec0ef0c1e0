// What became of a figure: what used it, who asks for it, whether to let it go; and what it is called elsewhere.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink, useKindWord } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { LetGo, IndicatorUse as Page } from '../contract/catalogue.ts'
import { figures } from '../contract.ts'
import { catalogueTexts as t } from '../texts/catalogue.de.ts'

const remote = client(figures)
const tones = { unused: 'warning', over: 'warning', noPurpose: 'neutral' } as const

export function LetGoBadges({ letGo }: { letGo: readonly LetGo[] }) {
  return letGo.map((one) => (
    <Badge key={one} tone={tones[one]}>
      {t.use.letGo[one]}
    </Badge>
  ))
}

export function IndicatorUse({ id, held }: { id: string; held: boolean }) {
  const load = useLoad(remote.uses, { id })
  return (
    <Loading load={load} shape="text">
      {(page) => (
        <Stack gap="l">
          <Section title={t.terms.title}>
            <Terms id={id} page={page} />
          </Section>
          {held ? (
            <Section title={t.use.title}>
              <Standing page={page} />
            </Section>
          ) : null}
          <Section title={t.use.uses}>
            <Uses page={page} />
          </Section>
        </Stack>
      )}
    </Loading>
  )
}

function Standing({ page }: { page: Page }) {
  const { cycles, letGo, asked } = page
  return (
    <Stack>
      {letGo.map((one) => (
        <Notice
          key={one}
          tone={one === 'noPurpose' ? 'info' : 'warning'}
          title={one === 'unused' ? t.use.because.unused(cycles.unused) : t.use.because[one]}
        />
      ))}
      <p>
        {t.use.so(cycles)} <small>{t.use.rule}</small>
      </p>
      <div>
        <p>{t.use.asked}:</p>
        {asked.length === 0 ? (
          <p>{t.use.notAsked}</p>
        ) : (
          <ul>
            {asked.map((one) => (
              <li key={`${one.agreement?.id}${one.clause}`}>
                {one.agreement ? (
                  <ObjectLink kind="agreement" id={one.agreement.id}>
                    {one.agreement.title}
                  </ObjectLink>
                ) : null}{' '}
                {one.clause}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Stack>
  )
}

function Uses({ page }: { page: Page }) {
  const wordOf = useKindWord()
  if (page.uses.length === 0) return <p>{t.use.notUsed}</p>
  return (
    <ul>
      {page.uses.map((one) => (
        <li key={one.id}>
          {wordOf(one.kind)}:{' '}
          <ObjectLink kind={one.kind} id={one.id}>
            {one.title}
          </ObjectLink>
          {one.direct ? '' : ` (${t.use.further})`}
          {one.via === 'table' ? <small> {t.use.viaTable}</small> : null}
        </li>
      ))}
    </ul>
  )
}

function Terms({ id, page }: { id: string; page: Page }) {
  const { actingFor } = useSession()
  const toast = useToast()
  const may = useHolds()(['planner', 'head', 'admin'], actingFor?.id)
  const [times, setTimes] = useState(0)
  const add = useAct(remote.addTerm, () => {
    toast({ text: t.terms.added, tone: 'success' })
    setTimes((n) => n + 1)
  })
  const remove = useAct(remote.removeTerm)
  return (
    <Stack>
      <p>{t.terms.lead}</p>
      {page.terms.length === 0 ? (
        <p>{t.terms.none}</p>
      ) : (
        <ul>
          {page.terms.map((one) => (
            <li key={one.id}>
              <Cluster>
                <span>
                  {one.words} <small>({one.organisation.title})</small>
                </span>
                {one.own && may ? (
                  <Button
                    small
                    variant="tertiary"
                    aria-label={t.terms.remove(one.words)}
                    onClick={() => void remove.act({ id: one.id })}
                  >
                    {t.terms.take}
                  </Button>
                ) : null}
              </Cluster>
            </li>
          ))}
        </ul>
      )}
      <Refused error={remove.error} />
      {may ? (
        <Form
          key={times}
          onSubmit={({ words = '' }) => void add.act({ indicator: id, words })}
          errors={add.fields}
          fault={add.error?.fields.length ? undefined : add.error?.message}
          busy={add.busy}
        >
          <TextField name="words" label={t.terms.mine} width="l" />
          <ButtonRow>
            <SubmitButton variant="secondary">{t.terms.add}</SubmitButton>
          </ButtonRow>
        </Form>
      ) : null}
    </Stack>
  )
}
