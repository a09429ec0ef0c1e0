/** The record kinds (Satzart) of the Gemeindeverzeichnis, and the unincorporated areas among its municipalities. */

export type RegisterKind =
  | 'state'
  | 'region' // Regierungsbezirk
  | 'statistical-region' // Region (only Baden-Württemberg)
  | 'county' // Landkreis or county-free city
  | 'association' // Verwaltungsgemeinschaft, Samtgemeinde, Amt …
  | 'municipality'
  | 'unincorporated' // gemeindefreies Gebiet: no council decides there, and almost nowhere does anybody live

export function kindOf(record: string, textCode: string): RegisterKind | null {
  switch (record) {
    case '10':
      return 'state'
    case '20':
      return 'region'
    case '30':
      return 'statistical-region'
    case '40':
      return 'county'
    case '50':
      return 'association'
    case '60':
      // Textkennzeichen 65: unincorporated but inhabited (two in Niedersachsen), 66: unincorporated; 60 to 64 and 67 are municipalities.
      return textCode === '65' || textCode === '66' ? 'unincorporated' : 'municipality'
    default:
      return null
  }
}
