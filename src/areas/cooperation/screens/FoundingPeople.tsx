// Fourth step of founding: who takes the chair. Somebody who is entered is chosen, somebody new gets a mail; it may also stay open.
import { type ReactNode, useState } from 'react'
import { actors } from '#areas/actors/contract.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { chairPlaces, type FoundingChair, type FoundingDraft } from './founding-draft.ts'

const people = client(actors)
const t = foundingTexts.people
const fresh = 'fresh'

export function FoundingPeople({
  draft,
  onNext,
  back,
}: {
  draft: FoundingDraft
  onNext: (change: Partial<FoundingDraft>) => void
  back: ReactNode
}) {
  const places = chairPlaces(draft)
  const [chairs, setChairs] = useState<(FoundingChair | null)[]>(() => places.map((_, at) => draft.chairs[at] ?? null))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = () => {
    const found: Record<string, string> = {}
    chairs.forEach((chair, at) => {
      if (!chair || chair.person !== null) return
      if (chair.name.trim().length < 2) found[`name-${at}`] = t.missing.name
      if (!/.@.+\../.test(chair.email)) found[`email-${at}`] = t.missing.email
    })
    const same = chairs.findIndex(
      (chair, at) => chair && chairs.slice(0, at).some((other) => other?.organisation === chair.organisation),
    )
    if (same > 0) found[`organisation-${same}`] = t.missing.same
    setFaults(found)
    if (Object.keys(found).length === 0) onNext({ chairs })
  }
  return (
    <Form onSubmit={submit} errors={faults}>
      <p>{t.lead}</p>
      {places.map((place, at) => (
        <Place
          key={place.group ?? 'one'}
          at={at}
          draft={draft}
          place={place}
          chair={chairs[at] ?? null}
          onChange={(chair) => setChairs(chairs.map((one, index) => (index === at ? chair : one)))}
        />
      ))}
      <ButtonRow>
        {back}
        <SubmitButton>{foundingTexts.on}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}

type PlaceProps = {
  at: number
  draft: FoundingDraft
  place: ReturnType<typeof chairPlaces>[number]
  chair: FoundingChair | null
  onChange: (chair: FoundingChair | null) => void
}

function Place({ at, draft, place, chair, onChange }: PlaceProps) {
  const members = [
    ...new Map(
      draft.members
        .filter((one) => !one.guest && (place.group === null || one.group === place.group))
        .map((one) => [one.organisation.id, one.organisation.label]),
    ),
  ]
  const organisation = chair?.organisation ?? ''
  const load = useLoad(people.organisation, { id: organisation }, { when: organisation !== '' })
  const list = load.data?.people.map(({ person }) => ({ value: person.id, label: person.title })) ?? []
  const set = (change: Partial<FoundingChair>) => chair && onChange({ ...chair, ...change })
  const choose = (id: string) =>
    onChange(
      id === ''
        ? null
        : { organisation: id, person: null, name: '', email: '', basis: place.elected ? t.elected : t.appointed },
    )
  return (
    <Fieldset legend={place.group ? t.of(place.group) : t.one}>
      <Select
        name={`organisation-${at}`}
        label={t.organisation}
        optional
        options={members.map(([value, label]) => ({ value, label }))}
        value={organisation}
        onChange={choose}
        emptyLabel={t.open}
      />
      {chair && list.length > 0 ? (
        <Select
          name={`person-${at}`}
          label={t.person}
          options={[...list, { value: fresh, label: t.fresh }]}
          value={chair.person ?? fresh}
          onChange={(id) => set({ person: id === fresh ? null : id })}
        />
      ) : null}
      {chair && chair.person === null ? (
        <>
          <TextField
            name={`name-${at}`}
            label={t.name}
            value={chair.name}
            onChange={(name) => set({ name })}
            autoComplete="off"
            width="full"
          />
          <TextField
            name={`email-${at}`}
            type="email"
            label={t.email}
            value={chair.email}
            onChange={(email) => set({ email })}
            autoComplete="off"
            width="full"
          />
        </>
      ) : null}
      {chair ? (
        <TextField
          name={`basis-${at}`}
          label={t.basis}
          value={chair.basis}
          onChange={(basis) => set({ basis })}
          width="full"
        />
      ) : null}
    </Fieldset>
  )
}
