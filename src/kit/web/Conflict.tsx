// Two people edited the same text: both stand side by side, and the person who looks decides what holds. Nobody's words are lost.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import type { ApiError } from './client.ts'
import { texts } from './texts.de.ts'

const t = texts.conflict
type Content = Readonly<Record<string, unknown>>
type Props = {
  error: ApiError | null
  /** The words of the fields whose texts are compared. */
  labels: Readonly<Record<string, string>>
  /** What stands there now, where the answer holds more than the text in question. */
  current?: (answer: unknown) => Content
  /** How a value that is no text is said. */
  say?: (name: string, value: unknown) => string | undefined
  /** Save the own text on top of the new state. */
  onMine: (revision: number) => void
  /** Drop the own text and show the new state. */
  onTheirs: () => void
  busy?: boolean
}

const asText = (value: unknown) =>
  value === null || value === undefined || value === ''
    ? t.empty
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/** Nothing unless the last write came second. */
export function Conflict({ error, labels, current, say, onMine, onTheirs, busy }: Props) {
  if (!error?.conflict) return null
  const { conflict } = error
  const now = (current ? current(conflict.current) : (conflict.current ?? {})) as Content
  const mine = (conflict.yours ?? {}) as Content
  const words = (name: string, value: unknown) => say?.(name, value) ?? asText(value)
  const rows = Object.entries(labels).flatMap(([name, label]) =>
    JSON.stringify(now[name] ?? null) === JSON.stringify(mine[name] ?? null)
      ? []
      : [{ name, label, now: words(name, now[name]), mine: words(name, mine[name]) }],
  )
  return (
    <Notice tone="warning" title={t.title} live>
      <Stack>
        <p>{error.message}</p>
        {rows.length > 0 ? (
          <DataTable
            caption={t.caption}
            hideCaption
            rows={rows}
            rowKey={(row) => row.name}
            columns={[
              { id: 'field', header: t.field, main: true, cell: (row) => row.label },
              {
                id: 'theirs',
                header: t.theirs,
                cell: (row) => <span style={{ whiteSpace: 'pre-line' }}>{row.now}</span>,
              },
              { id: 'mine', header: t.mine, cell: (row) => <span style={{ whiteSpace: 'pre-line' }}>{row.mine}</span> },
            ]}
          />
        ) : null}
        <ButtonRow>
          <Button variant="primary" busy={busy} onClick={() => onMine(conflict.revision)}>
            {t.takeMine}
          </Button>
          <Button onClick={onTheirs}>{t.takeTheirs}</Button>
        </ButtonRow>
      </Stack>
    </Notice>
  )
}
