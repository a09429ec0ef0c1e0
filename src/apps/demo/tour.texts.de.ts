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
    text: 'Karte, Verlauf und Tabelle derselben Auswahl. Ändert sich eine Statistik, bricht auch die Linie ab; über den Bruch hinweg wird nichts verglichen.',
    to: '/zahlen',
  },
  {
    title: 'Was nur die Landkreise wissen',
    text: 'Plätze in der Tagespflege zählt keine amtliche Statistik je Landkreis. Die Landkreise liefern sie, wie vereinbart. Wer noch etwas schuldet, wird mit denselben Worten erinnert wie alle anderen.',
    to: `/zahlen/lieferungen?ansicht=gremium&gremium=${made.bag ?? ''}`,
  },
  {
    title: 'Ein Bedarf, der auf Zahlen beruht',
    text: 'Für wen, wo, mit welchem Nutzen, und worauf er beruht: jede Zahl mit Fassung und Quelle. Nicht freigegebene Zahlen bleiben bei dem, der sie geliefert hat.',
    to: `/bedarfe/${made.need ?? ''}`,
  },
  {
    title: 'Eine Empfehlung mit zwei gleichen Vorsitzenden',
    text: 'Sie gilt erst, wenn beide dieselbe Fassung freigegeben haben. Eine Freigabe allein genügt nie.',
    to: `/beschluesse/${made.decision ?? ''}`,
  },
  {
    title: 'Was daraus wurde',
    text: 'Für die Maßnahme steht auf jeder Seite jemand ein, auf der öffentlichen wie auf der freien. Ein Angebot setzt sie um.',
    to: `/massnahmen/${made.measure ?? ''}`,
  },
  {
    title: 'Die Datenspur',
    text: 'Von der gelieferten Zahl bis zum Angebot, vorwärts und rückwärts. Was noch fehlt, stünde gestrichelt da, mit der Stelle, die es zugesagt hat. Zu jedem Gegenstand führt „Den ganzen Weg ansehen“ hierher.',
    to: `/datenspur/${made.need ?? ''}`,
  },
]
