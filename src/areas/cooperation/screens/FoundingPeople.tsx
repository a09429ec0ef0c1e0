// Fourth step of founding: who takes the chair. Somebody who is entered is chosen, somebody new gets a mail; it may also stay open.
import { actors } from '#areas/actors/contract.ts'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { FoundingForm, type StepProps } from './FoundingForm.tsx'
import { type ChairPlace, chairPlaces, type FoundingChair, type FoundingDraft } from './founding-draft.ts'

const people = client(actors)
const t = foundingTexts.people
const fresh = 'fresh'

export function FoundingPeople(props: StepProps) {
  const { draft, onChange } = props
  const places = chairPlaces(draft)
  const set = (at: number, chair: FoundingChair | null) =>
    onChange({ chairs: places.map((_, index) => (index === at ? chair : (draft.chairs[index] ?? null))) })
  return (
    <FoundingForm {...props}>
      <p>{t.lead}</p>
      {places.map((place, at) => (
        <Place
          key={place.group ?? 'one'}
          at={at}
          draft={draft}
          place={place}
          chair={draft.chairs[at] ?? null}
          onChange={(chair) => set(at, chair)}
        />
      ))}
    </FoundingForm>
  )
}

type PlaceProps = {
  at: number
  draft: FoundingDraft
  place: ChairPlace
  chair: FoundingChair | null
  onChange: (chair: FoundingChair | null) => void
}

function Place({ at, draft, place, chair, onChange }: PlaceProps) {
  const members = [
    ...new Map(
      draft.members
        .filter((one) => !one.guest && (place.at === null || one.group === place.at))
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
        hint={place.elected ? t.toElect : undefined}
        optional
        options={members.map(([value, label]) => ({ value, label }))}
        value={organisation}
        onChange={choose}
        emptyLabel={place.elected && draft.meeting ? t.toElectOpen : t.open}
      />
      {chair && list.length > 0 ? (
        <Select
          name={`person-${at}`}
          label={t.person}
          options={[...list, { value: fresh, label: t.fresh }]}
          value={chair.person ?? fresh}
          onChange={(id) => {
            const label = list.find((one) => one.value === id)?.label ?? ''
            set(id === fresh ? { person: null, name: '' } : { person: id, name: label })
          }}
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
