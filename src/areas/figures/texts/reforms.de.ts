// Words for areas in time: reforms, levels, keys, and why a line is interrupted.
import type { ReformKind } from '../contract/reforms.ts'
import type { Passed } from '../contract/series.ts'
import type { AreaKind } from '../contract/shapes.ts'

const day = (iso: string) => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')
const nothingWritten = 'Es wurde nichts gespeichert.'
const several = (names: readonly string[]) =>
  names.length > 2 ? `${names[0]} und ${names.length - 1} weitere` : names.join(' und ')
const unfit: Readonly<Record<string, string>> = {
  whole:
    'Bei dieser Art der Änderung geht ein Gebiet ganz in ein anderes über. Geht nur ein Teil über, wählen Sie bitte „Teilung“ oder „Gebietsteil“.',
  part: 'Bei „Teilung“ und „Gebietsteil“ geht nur ein Teil über. Geht das Gebiet ganz über, wählen Sie bitte „Eingliederung“ oder „Zusammenschluss“.',
  several:
    'Ein Zusammenschluss hat mindestens zwei Vorgänger, eine Teilung mindestens zwei Nachfolger. Bitte ergänzen Sie die fehlenden Gebiete.',
  same: 'Bei einer Umbenennung bleibt der Schlüssel gleich, bei allen anderen Arten sind Vorgänger und Nachfolger verschieden. Bitte prüfen Sie die Schlüssel.',
  one: 'Bei Kreiswechsel und Schlüsseländerung hat jedes Gebiet genau einen Vorgänger und einen Nachfolger.',
  levels: 'Vorgänger und Nachfolger liegen auf verschiedenen Ebenen. Bitte prüfen Sie die Schlüssel.',
  name: 'Bitte nennen Sie den neuen Namen.',
}

type Share = { name: string; share: number; bases: readonly ('population' | 'area')[] }
const bases = { population: 'nach Einwohnern', area: 'nach Fläche' }
const percent = (share: number) => `${(share * 100).toLocaleString('de-DE', { maximumFractionDigits: 1 })} %`

export const reformTexts = {
  day,
  percent,
  composed: (parts: readonly Share[]) =>
    parts
      .map(({ name, share, bases: by }) =>
        share === 1
          ? name
          : `${percent(share)} von ${name}${by.length > 0 ? ` (${by.map((one) => bases[one]).join(', ')})` : ''}`,
      )
      .join(' + '),
  /** Of what a value was made, and how. */
  carried: (how: 'exact' | 'estimated', parts: readonly Share[]) => {
    const by = [...new Set(parts.flatMap((part) => part.bases))].map((basis) => bases[basis]).join(', ')
    const of = parts
      .map((part) => (part.share === 1 ? part.name : `${percent(part.share)} von ${part.name}`))
      .join(' + ')
    return `${how === 'exact' ? 'genau' : `geschätzt${by ? ` ${by}` : ''}`}${of ? `: ${of}` : ''}`
  },
  kinds: {
    incorporation: 'Eingliederung',
    merger: 'Zusammenschluss',
    split: 'Teilung',
    transfer: 'Gebietsteil',
    countyChange: 'Kreiswechsel',
    renaming: 'Umbenennung',
    newKey: 'Schlüsseländerung',
  } satisfies Record<ReformKind, string>,
  kindHints: {
    incorporation: 'Gebiete gehen ganz in einem auf, das es schon gab.',
    merger: 'Aus mehreren ganzen Gebieten wird ein neues.',
    split: 'Ein Gebiet endet und geht in Teilen in andere über.',
    transfer: 'Ein Teil geht von einem Gebiet an ein anderes; beide bestehen weiter.',
    countyChange: 'Eine Gemeinde gehört von da an zu einem anderen Kreis und bekommt einen neuen Schlüssel.',
    renaming: 'Nur der Name ändert sich.',
    newKey: 'Nur der Schlüssel ändert sich, das Gebiet bleibt dasselbe.',
  } satisfies Record<ReformKind, string>,
  title: (kind: ReformKind, before: readonly string[], after: readonly string[], since: string) =>
    `${
      {
        incorporation: `Eingliederung: ${several(before)} in ${several(after)}`,
        merger: `Zusammenschluss: ${several(before)} zu ${several(after)}`,
        split: `Teilung: ${several(before)} in ${several(after)}`,
        transfer: `Gebietsteil von ${several(before)} an ${several(after)}`,
        countyChange: `Kreiswechsel: ${several(after)}`,
        renaming: `Umbenennung: ${several(before)} in ${several(after)}`,
        newKey: `Neuer Schlüssel: ${several(after)}`,
      }[kind]
    } (${day(since)})`,
  refusals: {
    areaUnknown: (d: Record<string, string>) =>
      `Das Gebiet ${d.key} ist hier nicht bekannt. ${nothingWritten} Ein Gebiet, das es heute gibt, kommt aus dem Gemeindeverzeichnis; lesen Sie es bitte zuerst ein. Bei einem Gebiet, das es nicht mehr gibt, nennen Sie bitte auch den Namen.`,
    areaEnded: (d: Record<string, string>) =>
      `${d.name} (${d.key}) gibt es schon seit ${day(d.day ?? '')} nicht mehr. ${nothingWritten} Bitte prüfen Sie den Tag und die Schlüssel.`,
    areaExisted: (d: Record<string, string>) =>
      `${d.name} (${d.key}) gibt es schon seit ${day(d.day ?? '')}, kann also nicht erst durch diese Änderung entstehen. ${nothingWritten} Bitte prüfen Sie Art und Tag.`,
    reformUnfit: (d: Record<string, string>) => `${unfit[d.why ?? ''] ?? unfit.same} ${nothingWritten}`,
    sharesUnfit: (d: Record<string, string>) =>
      `Die Anteile von ${d.key} ergeben zusammen ${d.sum?.replace('.', ',')} %. Endet das Gebiet, müssen es 100 % sein; besteht es weiter, weniger. ${nothingWritten} Bitte prüfen Sie die Anteile.`,
    reformThere: (d: Record<string, string>) => `„${d.title}“ ist schon eingetragen. Es gibt nichts mehr zu tun.`,
    reformWithdrawn: 'Diese Änderung ist schon zurückgenommen.',
    noReformColumns: (d: Record<string, string>) =>
      `In dieser Liste fehlt die Spalte „${d.column}“. ${nothingWritten} Gebraucht werden: Art der Änderung, Wirksam am, Schlüssel alt, Name alt, Schlüssel neu, Name neu; dazu, wo Teile übergehen, Einwohner und Einwohner vorher oder Fläche und Fläche vorher.`,
  },
  list: {
    /** Headings, as people and offices write them; compared in small letters, without signs. */
    headings: {
      kind: ['art der änderung', 'art', 'änderung'],
      day: ['wirksam am', 'wirksam ab', 'datum', 'statistisch wirksam', 'rechtlich wirksam', 'gültig ab'],
      before: ['schlüssel alt', 'ags alt', 'alter schlüssel', 'schlüssel vorher', 'amtlicher gemeindeschlüssel alt'],
      beforeName: ['name alt', 'alter name', 'gemeindename alt', 'name vorher'],
      after: ['schlüssel neu', 'ags neu', 'neuer schlüssel', 'schlüssel nachher', 'amtlicher gemeindeschlüssel neu'],
      afterName: ['name neu', 'neuer name', 'gemeindename neu', 'name nachher'],
      people: ['einwohner', 'bevölkerung', 'einwohner des teils'],
      peopleBefore: ['einwohner vorher', 'einwohner insgesamt', 'bevölkerung vorher'],
      land: ['fläche', 'fläche in ha', 'fläche des teils'],
      landBefore: ['fläche vorher', 'fläche insgesamt', 'fläche vorher in ha'],
      source: ['quelle', 'rechtsgrundlage'],
    },
    columns: {
      kind: 'Art der Änderung',
      day: 'Wirksam am',
      before: 'Schlüssel alt',
      after: 'Schlüssel neu',
    },
    kinds: {
      eingliederung: 'incorporation',
      eingemeindung: 'incorporation',
      zusammenschluss: 'merger',
      fusion: 'merger',
      neubildung: 'merger',
      teilung: 'split',
      auflösung: 'split',
      gebietsteil: 'transfer',
      teilausgliederung: 'transfer',
      umgliederung: 'transfer',
      kreiswechsel: 'countyChange',
      einkreisung: 'countyChange',
      umbenennung: 'renaming',
      namensänderung: 'renaming',
      schlüsseländerung: 'newKey',
    } as Readonly<Record<string, ReformKind>>,
    source: (file: string) => `Liste der Gebietsänderungen: ${file}`,
    leftOut: {
      kind: (text: string) => (text ? `„${text}“ ist keine Art der Änderung` : 'Die Art der Änderung fehlt'),
      day: (text: string) => (text ? `„${text}“ ist kein Tag` : 'Der Tag fehlt'),
      key: (text: string) => (text ? `„${text}“ ist kein Gebietsschlüssel` : 'Ein Schlüssel fehlt'),
      number: (text: string) => `„${text}“ ist keine Zahl`,
    },
  },
  duty: {
    title: (name: string, key: string, since: string) =>
      `${name} (${key}) gibt es seit ${day(since)} nicht mehr: Gebiet prüfen`,
    because: (reform: string | null, after: readonly string[]) =>
      [
        reform ?? 'Das neue Gemeindeverzeichnis führt das Gebiet nicht mehr.',
        after.length > 0
          ? `Tragen Sie bei Ihrer Organisation bitte das Gebiet ein, für das sie jetzt zuständig ist (${after.join(', ')}), oder sagen Sie, in welcher Organisation sie aufgegangen ist.`
          : 'Tragen Sie bei Ihrer Organisation bitte das Gebiet ein, für das sie jetzt zuständig ist, oder sagen Sie, in welcher Organisation sie aufgegangen ist.',
      ].join(' · '),
    over: 'Das Gebiet besteht nach der Berichtigung wieder.',
  },
  levels: {
    country: 'Bund',
    state: 'Land',
    district: 'überörtlich',
    county: 'örtlich',
    city: 'örtlich und Gemeinde',
    municipality: 'Gemeinde',
    unincorporated: 'Gemeinde',
  } satisfies Record<AreaKind, string>,
  passed: {
    same: 'Name oder Schlüssel geändert, das Gebiet ist dasselbe',
    exact: 'frühere Werte sind die Summe der ganzen Vorgänger',
    estimated: 'frühere Werte sind mit Anteilen geschätzt',
    share: 'Unterbrochen: Für einen Gebietsteil ist kein Anteil bekannt',
    notAdditive: 'Unterbrochen: Anteile und Durchschnitte lassen sich nicht zusammenzählen',
    asWas: 'Unterbrochen: Jeder Wert steht für das Gebiet seiner Zeit',
  } satisfies Record<Passed['how'], string>,
  bases,
} as const
