// Worklist, object page, Datenspur and a guided way.
import { Button, ButtonRow } from '../../Button.tsx'
import { CardLink } from '../../Card.tsx'
import { DefinitionList } from '../../DefinitionList.tsx'
import { EmptyState } from '../../EmptyState.tsx'
import { KeyFigure } from '../../KeyFigure.tsx'
import { Columns, Stack } from '../../Layout.tsx'
import { A } from '../../Link.tsx'
import { Menu } from '../../Menu.tsx'
import { ObjectPage, SideBoxes } from '../../ObjectPage.tsx'
import { PageHead } from '../../PageHead.tsx'
import { Prose, Section } from '../../Section.tsx'
import { GuidedWay, StepSummary } from '../../Stepper.tsx'
import { TextField } from '../../TextField.tsx'
import { Timeline } from '../../Timeline.tsx'
import { TrailPath } from '../../trail/TrailPath.tsx'
import { Worklist } from '../../Worklist.tsx'
import { links, stations } from './trail.ts'

export function TodayPage() {
  return (
    <>
      <PageHead
        title="Guten Morgen, Frau Lechner"
        lead="Drei Aufgaben, eine davon überfällig. Die nächste Sitzung ist am 9. Juni."
      />
      <Section title="Meine Aufgaben und Fristen">
        <Worklist
          today="2026-05-12"
          empty={<EmptyState good title="Nichts offen." />}
          items={[
            {
              id: '1',
              what: 'Plätze in der Tagespflege liefern',
              to: 'tabelle',
              toWhom: 'Bezirksarbeitsgemeinschaft Oberbayern',
              clause: { label: '§ 4 Abs. 2 der Vereinbarung', to: 'bedarf' },
              due: '2026-04-30',
              action: (
                <Button small to="tabelle">
                  Lieferung vorbereiten
                </Button>
              ),
              invented: true,
            },
            {
              id: '2',
              what: 'Einwohnerzahl 2024 bestätigen',
              to: 'tabelle',
              toWhom: 'Geschäftsstelle',
              clause: { label: '§ 4 Abs. 1 der Vereinbarung' },
              due: '2026-05-15',
              action: <Button small>Bestätigen oder kommentieren</Button>,
            },
            {
              id: '3',
              what: 'Zur Empfehlung „Tagespflege im Norden“ Stellung nehmen',
              to: 'bedarf',
              toWhom: 'Kreistag Ebersberg',
              clause: { label: 'Art. 69 AGSG' },
              due: '2026-06-30',
              state: { label: 'angefangen', tone: 'info' },
              action: <Button small>Weiterschreiben</Button>,
              invented: true,
            },
          ]}
        />
      </Section>
      <Section title="Zugesagt, noch offen">
        <EmptyState good title="Niemand schuldet Ihnen etwas.">
          Die nächste Lieferung ist am 31. März fällig.
        </EmptyState>
      </Section>
      <Section title="Neu seit Ihrem letzten Besuch">
        <Columns>
          <CardLink to="zahlen" title="Pflegestatistik 2023 ist da" kicker="Zahlen · 8. Mai 2026">
            23 Kreise und Städte, Quelle: Statistisches Landesamt
          </CardLink>
          <CardLink to="bedarf" title="Beide Vorsitzende haben freigegeben" kicker="Sitzungen · 6. Mai 2026">
            Protokoll der 4. Sitzung
          </CardLink>
        </Columns>
      </Section>
    </>
  )
}

export function NeedPage() {
  return (
    <ObjectPage
      head={
        <PageHead
          kind="Bedarf"
          title="Tagespflege im Norden des Landkreises"
          state={{ label: 'freigegeben', tone: 'success' }}
          owners={[
            { label: 'Landkreis Ebersberg · Sozialplanung', to: 'gremien' },
            { label: 'Caritasverband', to: 'gremien' },
          ]}
          invented
          actions={
            <Menu
              label="Weitere Aktionen"
              iconOnly
              icon="more"
              items={[
                { label: 'Als Word herunterladen', icon: 'download' },
                { label: 'Drucken', icon: 'print' },
                { label: 'Zurückstellen', icon: 'undo', danger: true },
              ]}
            />
          }
          main={<Button variant="primary">Zur Sitzung anmelden</Button>}
        />
      }
      aside={
        <SideBoxes
          restsOn={
            <ul>
              <li>
                <A to="zahlen">Pflegestatistik 2021, Fassung 1</A>
              </li>
              <li>
                <A to="tabelle">Plätze in der Tagespflege, Fassung 2</A>
              </li>
            </ul>
          }
          became={
            <p>
              Empfehlung an den Kreistag, <A to="spur">9. Juni 2026</A>
            </p>
          }
          trailTo="spur"
          contact={
            <p>
              Dr. Anna Lechner
              <br />
              08092 000-000
            </p>
          }
          history={
            <Timeline
              first={2}
              entries={[
                {
                  id: '1',
                  when: '2026-05-12T08:05:00Z',
                  who: 'Anna Lechner',
                  onBehalf: 'Landkreis Ebersberg',
                  what: 'Freigegeben für das Gremium',
                  tone: 'success',
                },
                { id: '2', when: '2026-05-04T12:00:00Z', who: 'Jonas Huber', what: 'Zielgruppe ergänzt' },
                { id: '3', when: '2026-04-28', who: 'Anna Lechner', what: 'Angelegt' },
              ]}
            />
          }
        />
      }
    >
      <Stack gap="l">
        <Columns min={190}>
          <KeyFigure label="Pflegebedürftige" value={4213} period="15. Dezember 2021" source="Pflegestatistik" />
          <KeyFigure label="Plätze in der Tagespflege" value={96} period="Februar 2026" source="Landkreis Ebersberg" />
          <KeyFigure label="Wartende" value={null} state="secret" period="Februar 2026" source="Träger" />
        </Columns>
        <Section title="Worum es geht">
          <Prose>
            <p>
              In Poing, Markt Schwaben und Anzing leben 1.180 Menschen mit Pflegegrad, im Umkreis von 20 Minuten gibt es
              14 Plätze. Angehörige fahren heute bis nach Grafing.
            </p>
            <p>Gebraucht werden 40 Plätze an zwei Standorten, davon mindestens einer mit Fahrdienst.</p>
          </Prose>
        </Section>
        <Section title="Angaben">
          <DefinitionList
            items={[
              { term: 'Zielgruppe', value: 'Menschen ab 65 mit Pflegegrad 2 bis 4, zu Hause gepflegt' },
              { term: 'Gebiet', value: 'Poing, Markt Schwaben, Anzing' },
              { term: 'Nutzen', value: 'Angehörige bleiben im Beruf; weniger Umzüge ins Heim' },
            ]}
          />
        </Section>
      </Stack>
    </ObjectPage>
  )
}

export function TrailPage() {
  return (
    <>
      <PageHead kind="Bedarf" title="Tagespflege im Norden" invented />
      <TrailPath stations={stations} links={links} title="Worauf beruht das? Was wurde daraus?" />
    </>
  )
}

export function WayPage() {
  return (
    <GuidedWay
      title="Ein Gremium gründen"
      lead="In fünf kurzen Schritten. Jeder wird gleich gespeichert, Sie können jederzeit weggehen."
      saved="Entwurf gespeichert"
      steps={[
        { id: '1', title: 'Name und Gebiet', state: 'done', to: 'weg' },
        { id: '2', title: 'Mitglieder', state: 'done', to: 'weg' },
        { id: '3', title: 'Vorsitz', state: 'current' },
        { id: '4', title: 'Vereinbarung', state: 'open' },
        { id: '5', title: 'Zusammenfassung', state: 'open' },
      ]}
    >
      <StepSummary
        items={[
          { term: 'Name', value: 'ARGE öffentlich-frei Landkreis München', to: 'weg' },
          { term: 'Mitglieder', value: 'Landkreis München, sechs Verbände', to: 'weg' },
        ]}
      />
      <TextField name="chair" label="Vorsitz der öffentlichen Seite" hint="Beide Seiten stellen je einen Vorsitz." />
      <ButtonRow>
        <Button variant="primary">Weiter zur Vereinbarung</Button>
        <Button variant="tertiary">Zurück</Button>
      </ButtonRow>
    </GuidedWay>
  )
}
