// The guided tour of the main job: at most eight steps, each opening the real screen.
export type TourStep = { title: string; text: string; to: string }

export const tourOf = (made: Readonly<Record<string, string>>): TourStep[] => [
  {
    title: 'Was steht an?',
    text: 'Sie sind Theresa Lindner (erfunden), Sozialplanerin im Landkreis Ebersberg. „Heute“ zeigt, was Sie zugesagt haben, was andere Ihnen zugesagt haben und woher das kommt.',
    to: '/heute',
  },
  {
    title: 'Woher kommen die Aufgaben?',
    text: 'Aus der Vereinbarung. Jede Klausel sagt, wer was bis wann tut. Sie bindet den Bezirk genauso wie die Landkreise.',
    to: `/vereinbarungen/${made.bagAgreement ?? ''}`,
  },
  {
    title: 'Amtliche Zahlen',
    text: 'Karte, Verlauf und Tabelle derselben Auswahl. Wo eine Statistik bricht, bricht auch die Linie; über den Bruch wird nichts verrechnet.',
    to: '/zahlen',
  },
  {
    title: 'Was nur die Landkreise wissen',
    text: 'Tagespflegeplätze zählt keine Statistik. Die Landkreise liefern sie nach Vereinbarung; wer noch etwas schuldet, wird mit denselben Worten erinnert wie alle anderen.',
    to: '/zahlen/lieferungen',
  },
  {
    title: 'Ein Bedarf, der auf Zahlen ruht',
    text: 'Für wen, wo, mit welchem Nutzen, und worauf er beruht: jede Zahl mit Fassung und Quelle. Nicht freigegebene Zahlen bleiben bei dem, der sie geliefert hat.',
    to: `/bedarfe/${made.need ?? ''}`,
  },
  {
    title: 'Eine Empfehlung mit zwei gleichen Vorsitzenden',
    text: 'Sie gilt erst, wenn beide dieselbe Fassung freigegeben haben. Eine Freigabe allein reicht auf keinem Weg.',
    to: `/beschluesse/${made.decision ?? ''}`,
  },
  {
    title: 'Was daraus wurde',
    text: 'Die Maßnahme hat auf jeder Seite jemanden, der dafür einsteht, und ein Angebot, das sie umsetzt.',
    to: `/massnahmen/${made.measure ?? ''}`,
  },
  {
    title: 'Die Datenspur',
    text: 'Von der gelieferten Zahl bis zum Angebot, vorwärts und rückwärts. Was noch fehlt, steht gestrichelt da, mit dem, der es zugesagt hat.',
    to: `/datenspur/${made.need ?? ''}`,
  },
]
