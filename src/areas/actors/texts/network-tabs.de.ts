// German wording of the places under "Netzwerk".
export const networkTabTexts = {
  label: 'Netzwerk',
  organisations: 'Organisationen',
  map: 'Karte der Beziehungen',
  bodies: 'Alle Gremien',
  responsibilities: 'Zuständigkeiten',
  seams: 'Nahtstellen',
}
