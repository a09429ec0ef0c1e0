// The views of the network, as its sub-navigation names them.
export const networkTabs = {
  label: 'Ansichten des Netzwerks',
  organisations: 'Organisationen',
  map: 'Beziehungen',
  bodies: 'Gremien des Gebiets',
  responsibility: 'Zuständigkeiten',
  seams: 'Nahtstellen',
}
