// Every field once, with errors on demand.
import { useState } from 'react'
import { Button, ButtonRow } from '../../Button.tsx'
import { Checkbox, CheckboxGroup } from '../../Checkbox.tsx'
import { Combobox, type Option } from '../../Combobox.tsx'
import { DateField } from '../../DateField.tsx'
import { FileField } from '../../FileField.tsx'
import { Form, SubmitButton } from '../../Form.tsx'
import { NumberField } from '../../NumberField.tsx'
import { PageHead } from '../../PageHead.tsx'
import { RadioGroup } from '../../RadioGroup.tsx'
import { Select } from '../../Select.tsx'
import { TextArea, TextField } from '../../TextField.tsx'
import { useToast } from '../../Toast.tsx'

const areas: Option[] = ['Ebersberg', 'Erding', 'München', 'Miesbach', 'Mühldorf a.Inn', 'Rosenheim'].map((name) => ({
  id: name,
  label: `Landkreis ${name}`,
  note: 'Oberbayern',
}))

const load = async (query: string) => areas.filter((area) => area.label.toLowerCase().includes(query.toLowerCase()))

export function FormPage() {
  const toast = useToast()
  const [area, setArea] = useState<Option | null>(null)
  const [files, setFiles] = useState<File[]>([])
  const [errors, setErrors] = useState<Record<string, string>>({})
  return (
    <>
      <PageHead
        kind="Bedarf"
        title="Bedarf anlegen"
        lead="Ein Bedarf nennt Zielgruppe, Gebiet, Nutzen und mindestens einen Beleg."
      />
      <Form
        errors={errors}
        onSubmit={(values) => {
          const found: Record<string, string> = {}
          if (!values.title) found.title = 'Bitte geben Sie dem Bedarf einen Namen.'
          if (!values.area) found.area = 'Bitte wählen Sie ein Gebiet.'
          setErrors(found)
          if (Object.keys(found).length === 0) toast({ text: 'Bedarf angelegt.', undo: () => {} })
        }}
      >
        <TextField name="title" label="Name des Bedarfs" hint="Kurz und so, wie man darüber spricht." />
        <Combobox name="area" label="Gebiet" load={load} value={area} onChange={setArea} />
        <TextArea name="benefit" label="Nutzen" maxLength={500} hint="Was wird für wen besser?" />
        <NumberField name="places" label="Fehlende Plätze" unit="Plätze" min={0} defaultValue={1234.5} decimals={1} />
        <DateField name="until" label="Gebraucht ab" defaultValue="2026-09-30" />
        <Select
          name="kind"
          label="Art des Belegs"
          options={[
            { value: 'a', label: 'Amtliche Zahl' },
            { value: 'b', label: 'Lieferung' },
            { value: 'c', label: 'Beobachtung' },
          ]}
        />
        <RadioGroup
          name="side"
          label="Wer trägt vor?"
          options={[
            { value: 'o', label: 'Öffentliche Seite', hint: 'Landkreis oder Bezirk' },
            { value: 'f', label: 'Freie Seite' },
          ]}
          defaultValue="o"
        />
        <CheckboxGroup
          name="targets"
          label="Zielgruppen"
          optional
          options={[
            { value: '65', label: 'Menschen ab 65' },
            { value: 'fam', label: 'Familien' },
            { value: 'beh', label: 'Menschen mit Behinderung' },
          ]}
          defaultValues={['65']}
        />
        <FileField name="files" label="Anlagen" optional multiple files={files} onChange={setFiles} />
        <Checkbox name="confirm" label="Die Zahlen stammen aus unserem Haus." />
        <TextField name="password" label="Passwort" type="password" width="m" />
        <ButtonRow>
          <SubmitButton>Bedarf anlegen</SubmitButton>
          <Button variant="tertiary">Abbrechen</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
