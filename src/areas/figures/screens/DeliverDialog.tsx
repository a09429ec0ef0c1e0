// Delivers one figure, or confirms or comments one official value: definition, last value and deadline beside the field.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { figureStates, wordsOf } from '#kit/ui/figure-state.ts'
import { Notice } from '#kit/ui/Notice.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { Mark, type OwedRow } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { catalogueTexts } from '../texts/catalogue.de.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { screens } from '../texts/screens.de.ts'
import { Asked, faultBeside, useAsked } from '../widgets/Asked.tsx'
import { ExplainedValue, periodWords, Value } from '../widgets/parts.tsx'

const remote = client(figures)
const t = screens.deliveries

export const marksToChoose = figureStates
  .filter((state) => Mark.safeParse(state).success)
  .map((value) => ({ value, label: wordsOf(value) }))
export const markOf = (text: string | undefined): Mark | null => Mark.safeParse(text).data ?? null

export function DeliverDialog({ row, onClose }: { row: OwedRow; onClose: () => void }) {
  const toast = useToast()
  const { actingFor } = useSession()
  const [verdict, setVerdict] = useState(row.official ? 'confirmation' : 'comment')
  const send = useAct(remote.deliver, () => {
    toast({ text: t.sent, tone: 'success' })
    onClose()
  })
  const asked = useAsked(send.error)
  const kind = row.kind === 'deliver' ? 'figure' : verdict === 'confirmation' ? 'confirmation' : 'comment'
  const { area, indicator } = row
  const submit = (values: Record<string, string>) => {
    if (!area || !indicator) return
    const mark = markOf(values.mark)
    const value = mark === null && values.value ? Number(values.value) : null
    void send.act({
      kind,
      indicator: indicator.id,
      area: area.key,
      ...row.period,
      duty: row.duty,
      comment: values.comment || null,
      explanation: values.explanation || null,
      ...(kind === 'figure' ? { value, mark } : {}),
    })
  }
  return (
    <Dialog open onClose={onClose} title={indicator?.title ?? t.deliver} size="l">
      <DefinitionList
        items={[
          ...(row.definition ? [{ term: screens.indicator.what, value: row.definition }] : []),
          ...(row.inclusion ? [{ term: t.counts, value: row.inclusion }] : []),
          ...(row.exclusion ? [{ term: t.countsNot, value: row.exclusion }] : []),
          ...(row.example ? [{ term: catalogueTexts.example, value: row.example }] : []),
          ...(row.neededFor
            ? [
                {
                  term: catalogueTexts.neededFor,
                  value: [row.neededFor, catalogueTexts.why(row.neededBy?.title ?? null, row.neededUntil)]
                    .filter(Boolean)
                    .join(', '),
                },
              ]
            : []),
          { term: t.period, value: periodWords(row.period) },
          ...(area ? [{ term: t.area, value: area.name }] : []),
          { term: t.because, value: `${row.clause}, ${t.due(row.due)}` },
          ...(row.last
            ? [
                {
                  term: t.last,
                  value: <ExplainedValue of={row.last} unit={row.unit ?? undefined} />,
                },
              ]
            : []),
          ...(row.official
            ? [
                {
                  term: t.official,
                  value: (
                    <>
                      <Value
                        value={row.official.value}
                        mark={row.official.mark}
                        unit={row.unit ?? undefined}
                        period={row.official}
                      />{' '}
                      ({periodWords(row.official)}, {row.official.table.title})
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {!area ? (
        <Notice
          tone="warning"
          title={t.noArea}
          action={actingFor ? <Button to={`/organisationen/${actingFor.id}`}>{t.toOrganisation}</Button> : null}
        />
      ) : (
        <Form onSubmit={submit} errors={send.fields} fault={faultBeside(send.error)} busy={send.busy}>
          {row.kind === 'deliver' ? (
            <FigureFields unit={row.unit ?? undefined} manual={row.manual ?? undefined} />
          ) : row.official ? (
            <RadioGroup
              name="verdict"
              label={t.verdict}
              value={verdict}
              onChange={setVerdict}
              options={[
                { value: 'confirmation', label: t.isRight },
                { value: 'comment', label: t.toComment },
              ]}
            />
          ) : (
            <p>{t.noOfficial}</p>
          )}
          {row.kind === 'deliver' ? <Asked asked={asked} /> : null}
          <TextArea
            name="comment"
            label={kind === 'comment' ? t.commentNeeded : t.comment}
            rows={3}
            optional={kind !== 'comment'}
          />
          {row.kind === 'deliver' ? (
            <p>
              <small>{t.seenBy}</small>
            </p>
          ) : null}
          <SubmitButton>
            {kind === 'figure'
              ? asked.explain
                ? checkTexts.deliver.sendExplained
                : t.send
              : kind === 'confirmation'
                ? t.sendConfirm
                : t.sendComment}
          </SubmitButton>
        </Form>
      )}
    </Dialog>
  )
}

/** A number, or the sign that stands in its place. */
export function FigureFields({
  unit,
  value,
  mark,
  manual,
}: {
  unit: string | undefined
  /** How to fill it in. */
  manual?: string | undefined
  value?: number | null
  mark?: Mark | null
}) {
  const [chosen, setChosen] = useState<string>(mark ?? '')
  return (
    <>
      {chosen === '' ? (
        <NumberField
          name="value"
          label={t.figure}
          hint={manual}
          unit={unit}
          defaultValue={value ?? undefined}
          decimals={6}
        />
      ) : null}
      <Select
        name="mark"
        label={t.mark}
        emptyLabel={t.noMark}
        options={marksToChoose}
        value={chosen}
        onChange={setChosen}
      />
    </>
  )
}
