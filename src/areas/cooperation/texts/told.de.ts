// Words for what the office was told.
const day = (iso: string) => iso.split('-').reverse().join('.')

export const toldTexts = {
  title: (organisation: string, on: string) => `Mitteilung von ${organisation} vom ${day(on)}`,
  words: (teller: string, on: string, text: string) => `Nach Mitteilung von ${teller} am ${day(on)}: ${text}`,
  because: 'Die Geschäftsstelle hat eine Mitteilung festgehalten.',
}

/** Sentences of the page. */
export const toldPage = {
  button: 'Nach Mitteilung festhalten',
  title: 'Mitteilung festhalten',
  lead: (name: string) =>
    `Wenn sich ${name} per E-Mail oder Telefon gemeldet hat, halten Sie es hier fest. Eine Freigabe durch den Vorsitz lässt sich so nicht ersetzen.`,
  teller: 'Mitgeteilt von',
  tellerHint: 'Name der Person, wie sie unterschrieben oder sich gemeldet hat.',
  toldOn: 'Am',
  effect: 'Was wurde mitgeteilt?',
  state: 'Es ist erledigt',
  reason: 'Es geht nicht, mit Begründung',
  text: 'Inhalt der Mitteilung',
  file: 'Die E-Mail als Datei',
  fileHint: 'PDF oder Text. Sehen können sie nur die beteiligte Organisation und die Geschäftsstelle.',
  submit: 'Festhalten',
  done: 'Festgehalten. Die Aufgabe ändert gleich ihren Stand.',
  list: 'Mitteilungen an die Geschäftsstelle',
  line: (teller: string, on: string, text: string) => `${teller}, ${on}: ${text}`,
  recordedBy: (name: string) => `festgehalten von ${name}`,
}

export const toldRefusals = {
  dutyOfOther:
    'Diese Aufgabe gehört nicht zu diesem Gremium, oder das Gremium schuldet sie selbst. Festhalten können Sie, was ein Mitglied mitgeteilt hat.',
  dutySettled: 'Diese Aufgabe ist schon erledigt, begründet oder erlassen. Es gibt hier nichts mehr festzuhalten.',
  dutyElsewhere:
    'Diese Aufgabe erledigt sich nur dadurch, dass das Vereinbarte in Nahtstelle geschieht. Eine Mitteilung genügt dafür nicht.',
  reasonOfShould: 'Eine Begründung gibt es nur bei einem „soll“.',
  toldInFuture: 'Der Tag der Mitteilung liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.',
}
