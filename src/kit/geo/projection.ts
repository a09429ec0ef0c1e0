/**
 * From the coordinates of a German boundary file to WGS84. Which system they are in says its .prj file (WKT) or an EPSG number; the shift of the old
 * German datum is not in the WKT and is added here (Bundesamt für Kartographie und Geodäsie: transformation for all of Germany, about 3 m).
 */
import proj4 from 'proj4'

export type TurnToWgs84 = (position: [number, number]) => [number, number]

const germanDatum = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7'
const zone = (meridian: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${(meridian / 3) * 1_000_000 + 500_000} +y_0=0 ${germanDatum} +units=m`
const utm = (number: number, ellipsoid: string) => `+proj=utm +zone=${number} +ellps=${ellipsoid} +units=m`

const known: Readonly<Record<string, string>> = {
  31466: zone(6),
  31467: zone(9),
  31468: zone(12),
  31469: zone(15),
  25831: utm(31, 'GRS80'),
  25832: utm(32, 'GRS80'),
  25833: utm(33, 'GRS80'),
  32631: utm(31, 'WGS84'),
  32632: utm(32, 'WGS84'),
  32633: utm(33, 'WGS84'),
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m',
}

/** @returns null for a system that is not known: a wrong one would put a county into the sea. */
export function toWgs84(system: string): TurnToWgs84 | null {
  const code = /^\d+$/.test(system.trim()) ? system.trim() : epsgOfWkt(system)
  if (code === '4326' || code === '4258') return (position) => position
  const definition = code === null ? undefined : known[code]
  if (definition === undefined) return null
  const { forward } = proj4(definition, 'WGS84')
  return (position) => forward(position) as [number, number]
}

/** By what it says: datum, projection and central meridian. An AUTHORITY number is not always there, and ESRI's names vary. */
function epsgOfWkt(wkt: string): string | null {
  const old = /Deutsches_Hauptdreiecksnetz|DHDN|Rauenberg|Potsdam/i.test(wkt)
  const european = /ETRS|European_Terrestrial/i.test(wkt)
  const world = /WGS_?\s?(19)?84/i.test(wkt)
  if (/^\s*GEOG(CS|CRS)/i.test(wkt)) return world || european ? '4326' : null
  const parameter = (name: RegExp) =>
    Number(new RegExp(`PARAMETER\\["${name.source}",\\s*(-?[\\d.]+)`, 'i').exec(wkt)?.[1] ?? Number.NaN)
  const meridian = parameter(/(?:Central_Meridian|Longitude_Of_Origin|Longitude of natural origin)/)
  const scale = parameter(/(?:Scale_Factor|Scale factor at natural origin)/)
  if (old && /Gauss|Transverse/i.test(wkt) && scale === 1)
    return ['31466', '31467', '31468', '31469'][meridian / 3 - 2] ?? null
  if ((european || world) && scale === 0.9996) return `${european ? '258' : '326'}${(meridian + 183) / 6}`
  return null
}
