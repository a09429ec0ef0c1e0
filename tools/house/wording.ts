// German sentences live in texts.de.ts, so that a second language can follow and one person can read all wording at once.
// Here German is recognised: by its letters, and by words that English code does not have.
import type { Fault, House, Place } from './places.ts'
import { isTexts } from './places.ts'
import type { Source } from './source.ts'

const germanLetters = /\p{L}*[äöüÄÖÜß]\p{L}*/gu
const germanWords = new RegExp(
  `(?<![\\p{L}\\d_/.-])(?:${[
    'und|oder|nicht|bitte|Bitte|Sie|Ihr|Ihre|Ihren|Ihrem|Ihnen|wird|wurde|werden|wurden|kein|keine|keinen|eine|einen|einem|einer|eines',
    'das|der|dem|mit|von|vom|zum|zur|beim|auf|aus|nach|nur|noch|alle|allen|sind|ist|wer|wie|bei|seit|bis|Seite|Datei|Fehler|Weiter',
    'Speichern|Abbrechen|Anmelden|Abmelden|Senden|Suchen|Suche|Hilfe|Heute|Sitzung|Sitzungen|Gremium|Gremien|Bedarf|Bedarfe|Angebot|Angebote',
    'Zahlen|Aufgaben|Fristen|Netzwerk|Austausch|Einstellungen|Vorsitz|Frist|Lieferung|Lieferungen|Freigabe|Beschluss|Empfehlung|Vereinbarung',
    'Protokoll|Tagesordnung|Einladung|Passwort|Quelle|Stand|Landkreis|Landkreise|Bezirk|Gemeinde|Gemeinden|Einwohner|Datum|Uhr|Jahr|Jahre',
  ].join('|')})(?![\\p{L}\\d_/-])`,
  'u',
)

/** Paths, ids and class names are code: no blank, no capital, nothing but letters of the keyboard. */
const isCode = (text: string) => /^[a-z0-9\s/$:_.,#?&=@*()[\]{}|+-]*$/.test(text) && !/\s[a-z]+\s/.test(text)

const isDemo = (file: string) => /\/demo(?:\/|[.-])/.test(file)

export function* germanWording(place: Place, source: Source, map: House): Generator<Fault> {
  const { file, floor } = place
  if (floor === 'pure' || isTexts(file) || isDemo(file) || file in map.germanOfSources) return
  for (const { text, line, markup } of source.words) {
    const word = germanIn(text)
    if (word)
      yield { file, line, why: `says “${word}”${markup ? ' in its markup' : ''}; German wording lives in texts.de.ts` }
  }
}

function germanIn(text: string): string | undefined {
  const letters = text.match(germanLetters)?.find((word) => word.length > 2)
  if (letters) return letters
  return isCode(text) ? undefined : text.match(germanWords)?.[0]
}
