// Small parts and the sign-in page.
import { useState } from 'react'
import { Badge, InventedMark } from '../../Badge.tsx'
import { Button, ButtonRow } from '../../Button.tsx'
import { Card, CardLink } from '../../Card.tsx'
import { Dialog, Drawer } from '../../Dialog.tsx'
import { Form, SubmitButton } from '../../Form.tsx'
import { FooterLine } from '../../FrameParts.tsx'
import { Cluster, Columns, Stack } from '../../Layout.tsx'
import { Menu } from '../../Menu.tsx'
import { Notice } from '../../Notice.tsx'
import { PageHead } from '../../PageHead.tsx'
import { PlainFrame } from '../../PlainFrame.tsx'
import { Progress } from '../../Progress.tsx'
import { Section } from '../../Section.tsx'
import { Skeleton } from '../../Skeleton.tsx'
import { Tabs } from '../../Tabs.tsx'
import { TagList } from '../../TagList.tsx'
import { TextField } from '../../TextField.tsx'
import { useToast } from '../../Toast.tsx'
import { Tooltip } from '../../Tooltip.tsx'

export function SmallParts() {
  const [open, setOpen] = useState<'dialog' | 'drawer'>()
  const toast = useToast()
  const actions = (
    <ButtonRow>
      <Button onClick={() => setOpen(undefined)}>Abbrechen</Button>
      <Button variant="primary" onClick={() => setOpen(undefined)}>
        Einladung verschicken (24 Empfänger)
      </Button>
    </ButtonRow>
  )
  return (
    <>
      <PageHead title="Kleine Teile" lead="Knöpfe, Zustände, Hinweise." />
      <Section title="Knöpfe">
        <Cluster>
          <Button variant="primary">Lieferung freigeben</Button>
          <Button icon="download">Herunterladen</Button>
          <Button variant="tertiary">Später</Button>
          <Button variant="danger">Austreten</Button>
          <Button variant="primary" busy>
            Wird geprüft
          </Button>
          <Button disabled>Nicht möglich</Button>
          <Button small>Klein</Button>
          <Button iconOnly icon="more">
            Mehr
          </Button>
          <Menu
            label="Weitere Aktionen"
            items={[
              { label: 'Drucken', icon: 'print' },
              { label: 'Zurückstellen', icon: 'undo', danger: true },
            ]}
          />
          <Tooltip text="Öffnet den Verlauf dieser Zahl">
            <Button iconOnly icon="clock">
              Verlauf
            </Button>
          </Tooltip>
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('drawer')}>Seitenblatt</Button>
          <Button onClick={() => toast({ text: 'Bedarf zurückgestellt.', undo: () => {} })}>Meldung</Button>
        </Cluster>
      </Section>
      <Section title="Zustände">
        <Cluster>
          <Badge>Entwurf</Badge>
          <Badge tone="info">eingereicht</Badge>
          <Badge tone="success">freigegeben</Badge>
          <Badge tone="warning">Frist läuft</Badge>
          <Badge tone="danger">überfällig</Badge>
          <InventedMark />
          <TagList
            label="Zielgruppen"
            tags={[
              { label: 'ab 65', onRemove: () => {} },
              { label: 'Familien', to: 'zahlen' },
            ]}
          />
        </Cluster>
      </Section>
      <Section title="Hinweise">
        <Stack>
          <Notice tone="info" title="Die Zahl wurde am 3. Mai berichtigt.">
            Ältere Auswertungen nennen weiter ihre Fassung.
          </Notice>
          <Notice tone="success" title="Beide Vorsitzende haben freigegeben." />
          <Notice
            tone="warning"
            title="Bis Freitag fehlt noch eine Lieferung."
            action={<Button small>Erinnern</Button>}
          />
          <Notice tone="danger" title="Die Datei ließ sich nicht lesen.">
            Es wurde nichts gespeichert. Bitte laden Sie die Tabelle noch einmal als CSV.
          </Notice>
        </Stack>
      </Section>
      <Section title="Reiter">
        <Tabs
          label="Ansichten"
          tabs={[
            {
              id: 'a',
              label: 'Übersicht',
              content: (
                <Card title="Karte">
                  <p>Inhalt der Übersicht.</p>
                </Card>
              ),
            },
            { id: 'b', label: 'Mitglieder', count: 24, content: <p>Mitglieder</p> },
            { id: 'c', label: 'Vereinbarung', content: <p>Vereinbarung</p> },
          ]}
        />
      </Section>
      <Section title="Warten">
        <Columns>
          <Progress
            label="Tabelle wird eingelesen"
            value={1240}
            max={3960}
            onCancel={() => {}}
            note="Sie können diese Seite verlassen."
          />
          <Skeleton lines={3} />
        </Columns>
      </Section>
      <Dialog
        open={open === 'dialog'}
        onClose={() => setOpen(undefined)}
        title="Einladung verschicken"
        actions={actions}
      >
        <p>24 Personen erhalten die Einladung zur 5. Sitzung. Eine Mail lässt sich nicht zurückholen.</p>
      </Dialog>
      <Drawer open={open === 'drawer'} onClose={() => setOpen(undefined)} title="Verlauf">
        <p>Inhalt</p>
      </Drawer>
    </>
  )
}

export function SignInPage() {
  return (
    <PlainFrame
      ribbon="Beispiel Oberbayern: Organisationen und amtliche Zahlen sind echt, Personen und Abläufe erfunden."
      aside={
        <Stack>
          <CardLink
            level={2}
            to="zahlen"
            icon="scale"
            kicker="Drei Minuten für den Landrat"
            title="Reicht die Tagespflege im Norden?"
          >
            Eine Frage aus dem Kreistag, bis zur fertigen Beschlussvorlage.
          </CardLink>
          <CardLink
            level={2}
            to="spur"
            icon="path"
            kicker="Drei Minuten für die Geschäftsführung"
            title="Was wurde aus unseren Zahlen?"
          >
            Was unser Haus verlassen hat, wer es genutzt hat, was daraus wurde.
          </CardLink>
        </Stack>
      }
      footer={<FooterLine links={[{ label: 'Impressum', to: 'impressum' }]} />}
    >
      <PageHead title="Anmelden" lead="Gemeinsam planen, was Menschen vor Ort brauchen." />
      <Form onSubmit={() => {}}>
        <TextField name="mail" label="E-Mail-Adresse" type="email" autoComplete="username" />
        <TextField name="password" label="Passwort" type="password" autoComplete="current-password" />
        <ButtonRow>
          <SubmitButton>Anmelden</SubmitButton>
          <Button variant="tertiary">Passwort vergessen</Button>
        </ButtonRow>
      </Form>
    </PlainFrame>
  )
}
