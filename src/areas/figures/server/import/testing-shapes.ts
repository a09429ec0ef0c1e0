// Shapefiles made by hand for the tests (ESRI Shapefile Technical Description; dBASE III).

type Square = readonly [x: number, y: number, size: number]
type Given = { key: string; square: Square; factor?: string }

const systems: Readonly<Record<string, string>> = {
  25832:
    'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996]]',
  31468:
    'PROJCS["DHDN_3_Degree_Gauss_Zone_4",GEOGCS["GCS_Deutsches_Hauptdreiecksnetz",DATUM["D_Deutsches_Hauptdreiecksnetz",SPHEROID["Bessel_1841",6377397.155,299.1528128]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",4500000.0],PARAMETER["Central_Meridian",12.0],PARAMETER["Scale_Factor",1.0]]',
  4326: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]',
}

export function boundaryFile(system: string, given: readonly Given[]): { shp: Buffer; dbf: Buffer; prj: string } {
  const records = given.map(({ square: [x, y, size] }, at) => {
    const corners = [
      [x, y],
      [x, y + size],
      [x + size, y + size],
      [x + size, y],
      [x, y],
    ] as const
    const content = Buffer.alloc(48 + 16 * corners.length)
    content.writeInt32LE(5, 0)
    for (const [n, edge] of [x, y, x + size, y + size].entries()) content.writeDoubleLE(edge, 4 + 8 * n)
    content.writeInt32LE(1, 36)
    content.writeInt32LE(corners.length, 40)
    for (const [n, [cx, cy]] of corners.entries()) {
      content.writeDoubleLE(cx, 48 + 16 * n)
      content.writeDoubleLE(cy, 56 + 16 * n)
    }
    const head = Buffer.alloc(8)
    head.writeInt32BE(at + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + records.reduce((sum, one) => sum + one.length, 0)) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(5, 32)
  const dbf = table(
    given.map(({ key, factor = '4' }) => ({ ARS: key, GEN: `Gebiet ${key}`, GF: factor })),
    'utf8',
  )
  return { shp: Buffer.concat([header, ...records]), dbf, prj: systems[system] ?? '' }
}

export function table(records: readonly Record<string, string>[], encoding: 'utf8' | 'latin1'): Buffer {
  const names = Object.keys(records[0] ?? {})
  const width = 20
  const header = Buffer.alloc(32 + 32 * names.length + 1)
  header[0] = 3
  header[1] = 124
  header[2] = 4
  header[3] = 10
  header.writeUInt32LE(records.length, 4)
  header.writeUInt16LE(header.length, 8)
  header.writeUInt16LE(1 + width * names.length, 10)
  for (const [n, name] of names.entries()) {
    header.write(name, 32 + 32 * n, 'latin1')
    header.write('C', 32 + 32 * n + 11, 'latin1')
    header[32 + 32 * n + 16] = width
  }
  header[header.length - 1] = 0x0d
  const rows = records.map((record) =>
    Buffer.concat([
      Buffer.from(' '),
      ...names.map((name) => {
        const cell = Buffer.alloc(width, ' ')
        Buffer.from(record[name] ?? '', encoding).copy(cell)
        return cell
      }),
    ]),
  )
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])])
}
