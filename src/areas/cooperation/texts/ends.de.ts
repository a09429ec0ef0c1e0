// German wording of what follows by itself when a body or a working group ends, and when the rules ask for somebody who stands in.
export const endTexts = {
  /** Added to the ground on which somebody acts. */
  basis: {
    dissolved: 'endet mit der Auflösung des Gremiums',
    closed: 'endet mit der Arbeitsgruppe',
    renewed: (edition: number) => `verlängert mit der Arbeitsgruppe (Fassung ${edition})`,
  },
  withdrawn: {
    dissolved: 'Gegenstandslos, weil das Gremium aufgelöst ist.',
    closed: 'Gegenstandslos, weil die Arbeitsgruppe beendet ist.',
    handedOver: 'Übergegangen auf das Gremium, das die Arbeitsgruppe eingesetzt hat.',
    standIn:
      'Gegenstandslos: Der Vorsitz hat gewechselt, oder die Geschäftsordnung verlangt keine Stellvertretung mehr.',
  },
  standIn: {
    title: (body: string) => `Stellvertretung für den Vorsitz benennen: ${body}`,
    clause: 'Stellvertretung eines abwesenden Vorsitzes',
  },
}
