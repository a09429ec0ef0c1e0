// Reads a TypeScript file into what the checks ask for: imports, words, SQL and calls, each with its line. The parser is
// the one Vite brings, so nothing is guessed from text.
import { parseSync } from 'vite'

export type Import = { name: string; line: number; typeOnly: boolean }
export type Words = { text: string; line: number; markup: boolean }
export type Use = { text: string; line: number }
/** A call of Kysely that names a table: `.insertInto('meetings.meeting')`. */
export type TableCall = { method: string; table: string; line: number }
export type Source = {
  imports: Import[]
  words: Words[]
  uses: Use[]
  tables: TableCall[]
  defaults: number[]
  broken?: string
}

type Node = { type: string; start: number; end: number; [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '')

const isText = (node: unknown): node is Node & { value: string } =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string'

export function readSource(file: string, text: string): Source {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)]
  const lineAt = (offset: number) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  const found: Source = { imports: [], words: [], uses: [], tables: [], defaults: [] }
  const { program, errors } = parseSync(file, text)
  if (errors[0]) found.broken = errors[0].message
  visit(program as unknown as Node, lineAt, found)
  return found
}

function visit(node: Node, lineAt: (offset: number) => number, found: Source) {
  const line = lineAt(node.start)
  const skip = note(node, line, lineAt, found)
  for (const [key, value] of Object.entries(node)) {
    if (skip.includes(key)) continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, lineAt, found)
  }
}

/** Notes what one node says; answers the children that need no further look. */
function note(node: Node, line: number, lineAt: (offset: number) => number, found: Source): readonly string[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (isText(node.source)) {
        const typeOnly = node.importKind === 'type' || node.exportKind === 'type'
        found.imports.push({ name: node.source.value, line, typeOnly })
      }
      return ['source']
    case 'ImportExpression':
      if (isText(node.source)) found.imports.push({ name: node.source.value, line, typeOnly: false })
      return ['source']
    case 'TSImportType':
      if (isText(node.source)) found.imports.push({ name: node.source.value, line, typeOnly: true })
      return ['source']
    case 'ExportDefaultDeclaration':
      found.defaults.push(line)
      return []
    case 'ExportSpecifier':
      if (nameOf(node.exported) === 'default') found.defaults.push(line)
      return []
    case 'Literal':
      if (isText(node)) found.words.push({ text: node.value, line, markup: false })
      return []
    case 'JSXText':
      found.words.push({ text: String(node.value), line, markup: true })
      return []
    case 'TemplateLiteral':
      noteTemplate(node, lineAt, found)
      return ['quasis']
    case 'MemberExpression':
      found.uses.push({ text: `${nameOf(node.object)}.${nameOf(node.property)}`, line })
      return []
    case 'NewExpression':
      found.uses.push({ text: `new ${nameOf(node.callee)}`, line })
      return []
    case 'CallExpression':
      noteCall(node, line, found)
      return []
    default:
      return []
  }
}

/** A template is one text; what is filled in stands as a question mark. */
function noteTemplate(node: Node, lineAt: (offset: number) => number, found: Source) {
  const parts = (node.quasis as Node[]).map((part) => String((part.value as { cooked?: string }).cooked ?? ''))
  found.words.push({ text: parts.join('?'), line: lineAt(node.start), markup: false })
}

function noteCall(node: Node, line: number, found: Source) {
  found.uses.push({ text: `${nameOf(node.callee)}()`, line })
  const [first] = node.arguments as unknown[]
  const method = isNode(node.callee) && node.callee.type === 'MemberExpression' ? nameOf(node.callee.property) : ''
  if (method && isText(first)) found.tables.push({ method, table: first.value, line })
}
