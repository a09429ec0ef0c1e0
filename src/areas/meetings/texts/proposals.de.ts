// German words for what could stand on the agenda.
export const proposalTexts = {
  title: (item: string) => `Vorschlag für die Tagesordnung: ${item}`,
  announced: 'Diese Wahl ist angekündigt und steht noch auf keiner Tagesordnung.',
  election: (what: string) => `Neuwahl: ${what}`,
  due: 'Eine Amtszeit endet. Nach der Regel des Gremiums gehört die Neuwahl auf die Tagesordnung.',
  add: 'Auf die Tagesordnung setzen',
  added: 'Der Punkt steht auf der Tagesordnung.',
}
