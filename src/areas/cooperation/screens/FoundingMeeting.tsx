// Seventh step of founding: the constituent meeting with its day, place and agenda.
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useSession } from '#kit/web/session.tsx'
import { foundingTexts } from '../texts/founding.de.ts'
import { FoundingForm, type StepProps } from './FoundingForm.tsx'
import { emptyMeeting, type FoundingMeeting as Meeting, toBeElected, usualItems } from './founding-draft.ts'

const t = foundingTexts.meeting

export function FoundingMeeting(props: StepProps) {
  const { draft, onChange } = props
  const { today } = useSession()
  const { meeting } = draft
  const items = draft.items ?? usualItems(draft)
  const set = (field: keyof Meeting) => (value: string) =>
    meeting && onChange({ meeting: { ...meeting, [field]: value } })
  const groups = toBeElected(draft).map((one) => one.group)
  const days = draft.procedure?.noticeDays ?? 0
  const inviteBy = meeting?.day && days > 0 ? addDays(meeting.day, -days) : null
  const up = (at: number) => onChange({ items: items.with(at - 1, items[at]!).with(at, items[at - 1]!) })
  return (
    <FoundingForm {...props}>
      <p>{t.lead}</p>
      <Checkbox
        name="plan"
        label={t.plan}
        hint={t.planHint}
        checked={meeting !== null}
        onChange={(planned) => onChange({ meeting: planned ? emptyMeeting : null })}
      />
      {meeting ? (
        <>
          <DateField name="day" label={t.day} value={meeting.day} onChange={set('day')} min={today} />
          {inviteBy ? (
            <p role="status">
              {inviteBy < today ? t.tooSoon(formatDay(inviteBy)) : t.inviteBy(formatDay(inviteBy), days)}
            </p>
          ) : null}
          <TextField
            name="starts"
            label={t.starts}
            hint={t.timeHint}
            width="s"
            value={meeting.starts}
            onChange={set('starts')}
          />
          <TextField name="ends" label={t.ends} optional width="s" value={meeting.ends} onChange={set('ends')} />
          <TextField
            name="place"
            label={t.place}
            hint={t.placeHint}
            width="full"
            maxLength={300}
            value={meeting.place}
            onChange={set('place')}
          />
          <TextField
            name="online"
            label={t.online}
            optional
            width="full"
            maxLength={500}
            value={meeting.online}
            onChange={set('online')}
          />
          <Fieldset legend={t.agenda}>
            <Stack>
              <p>{t.agendaHint}</p>
              {items.map((title, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its words change while they are typed
                <Stack key={at} gap="s">
                  <TextField
                    name={`item-${at}`}
                    label={t.item(at + 1)}
                    width="full"
                    maxLength={300}
                    value={title}
                    onChange={(text) => onChange({ items: items.with(at, text) })}
                  />
                  <ButtonRow>
                    {at > 0 ? (
                      <Button small variant="tertiary" icon="arrow-up" onClick={() => up(at)}>
                        {t.up(at + 1)}
                      </Button>
                    ) : null}
                    <Button
                      small
                      variant="tertiary"
                      icon="delete"
                      onClick={() => onChange({ items: items.filter((_, place) => place !== at) })}
                    >
                      {t.remove(at + 1)}
                    </Button>
                  </ButtonRow>
                </Stack>
              ))}
              <ButtonRow>
                <Button small icon="add" onClick={() => onChange({ items: [...items, ''] })}>
                  {t.add}
                </Button>
                {draft.items ? (
                  <Button small variant="tertiary" onClick={() => onChange({ items: null })}>
                    {t.usual}
                  </Button>
                ) : null}
              </ButtonRow>
              {groups.length > 0 ? <p>{t.elections(groups.join(', '))}</p> : null}
            </Stack>
          </Fieldset>
        </>
      ) : null}
    </FoundingForm>
  )
}
