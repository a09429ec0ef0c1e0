// Words around the guided tour.
export const texts = {
  label: 'Rundgang',
  count: (step: number, of: number) => `Rundgang · Schritt ${step} von ${of}`,
  next: 'Weiter',
  back: 'Zurück',
  end: 'Rundgang beenden',
  done: 'Fertig',
}
