// Archives and workbooks made by hand for the tests, honest or not.
import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive; `announced` is what its list says that a part unpacks to, where that is a lie. */
export function archive(parts: Readonly<Record<string, { content: Buffer | string; announced?: number }>>): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, { content, announced }] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(announced ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]))
    files.push(file)
    at += file.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(contents.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, contents, Buffer.from('PK\x05\x06'), end])
}

const asXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
type Cell = string | number | { formula: string; value: number }

/** A workbook of one sheet. */
export function workbook(rows: readonly (readonly Cell[])[], announced?: number): Buffer {
  const cell = (one: Cell) =>
    typeof one === 'string'
      ? `<c t="inlineStr"><is><t>${asXml(one)}</t></is></c>`
      : typeof one === 'number'
        ? `<c><v>${one}</v></c>`
        : `<c><f>${one.formula}</f><v>${one.value}</v></c>`
  const letters = (n: number) => String.fromCharCode(65 + n)
  const sheet = rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((one, c) => cell(one).replace('<c', `<c r="${letters(c)}${r + 1}"`)).join('')}</row>`,
    )
    .join('')
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return archive({
    '[Content_Types].xml': {
      content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    '_rels/.rels': {
      content: `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    'xl/_rels/workbook.xml.rels': {
      content: `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    'xl/workbook.xml': {
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Tabelle" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    'xl/worksheets/sheet1.xml': {
      content: `${xml}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      ...(announced === undefined ? {} : { announced }),
    },
  })
}
