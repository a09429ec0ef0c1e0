// The shift from the German systems to WGS84, against the agency's own two files of the same borders.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readShapes } from '#pure/shapefile/shapes.ts'
import { toWgs84 } from './projection.ts'

const folder = path.join(process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data', 'boundaries')
const absent = existsSync(folder) ? false : 'the agency’s own files are not here'

/** A degree of latitude is about 111 km. */
const metres = ([lon, lat]: [number, number], [otherLon, otherLat]: [number, number]) =>
  Math.sqrt(((lon - otherLon) * Math.cos((lat * Math.PI) / 180)) ** 2 + (lat - otherLat) ** 2) * 111_195

/** The arc of a meridian of GRS80, added up in small steps. */
function arcTo(latitude: number): number {
  const [a, e2, steps] = [6_378_137, 0.006694380022901, 100_000]
  const step = (latitude * Math.PI) / 180 / steps
  let sum = 0
  for (let n = 0; n < steps; n++) sum += (a * (1 - e2) * step) / (1 - e2 * Math.sin((n + 0.5) * step) ** 2) ** 1.5
  return sum
}

test('a corner of Flensburg lies where the agency’s WGS84 file has it; unknown systems are none', () => {
  const corner = toWgs84('31467')!([3_531_713.337678026, 6_077_121.156487568])
  assert.ok(metres(corner, [9.492340839831806, 54.82231817869672]) < 5, String(corner))
  // On the central meridian of UTM 32 the northing is the arc from the equator, shortened by 0.9996.
  const [lon, lat] = toWgs84('25832')!([500_000, 5_500_000])
  assert.ok(Math.abs(lon - 9) < 1e-9 && Math.abs(arcTo(lat) * 0.9996 - 5_500_000) < 0.01, `${lon} ${lat}`)
  assert.deepEqual(toWgs84('4326')!([11, 48]), [11, 48])
  for (const unknown of ['', '2154', 'PROJCS["Lambert"]', 'GEOGCS["DHDN",DATUM["Deutsches_Hauptdreiecksnetz"]]'])
    assert.equal(toWgs84(unknown), null, unknown)
})

test('all counties: each border of the Gauß-Krüger shapefile lies within five metres of the WGS84 file’s', {
  skip: absent,
}, () => {
  const wkt = readFileSync(path.join(folder, 'vg5000_2021-01-01/VG5000_KRS.prj'), 'utf8')
  const turn = toWgs84(wkt)!
  const json = JSON.parse(
    gunzipSync(readFileSync(path.join(folder, 'vg5000_2021-01-01_wgs84/Ebene_Kreise.geojson.gz'))).toString('utf8'),
  )
  let compared = 0
  let worst = 0
  for (const polygons of readShapes(readFileSync(path.join(folder, 'vg5000_2021-01-01/VG5000_KRS.shp')))) {
    const { geometry } = json.features[compared++]
    const box = (rings: [number, number][][]) => {
      const points = rings.flat()
      return [
        Math.min(...points.map(([x]) => x)),
        Math.min(...points.map(([, y]) => y)),
        Math.max(...points.map(([x]) => x)),
        Math.max(...points.map(([, y]) => y)),
      ] as const
    }
    const ours = box((polygons ?? []).flat().map((ring) => ring.map(turn)))
    const theirs = box(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
    worst = Math.max(
      worst,
      metres([ours[0], ours[1]], [theirs[0], theirs[1]]),
      metres([ours[2], ours[3]], [theirs[2], theirs[3]]),
    )
  }
  assert.equal(compared, 401)
  assert.ok(worst < 5, `${worst} m`)
})
