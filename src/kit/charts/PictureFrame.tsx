// The frame of every chart and map: title, unit, source, and its table twin one key away (T).
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import type { Loose, Text } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'

type Props = { title: string; picture: ReactNode; table: ReactNode } & Loose<{
  subtitle: string
  source: Text
  notes: Text
  readout: string
  hint: string
  /** Where a picture would be too small to read, the table comes first. */
  tableFirst: boolean
}>

export function PictureFrame({ title, subtitle, picture, table, source, notes, readout, hint, tableFirst }: Props) {
  const id = useId()
  const [asTable, setAsTable] = useState(tableFirst ?? false)
  const key = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea')
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey || typing) return
    event.preventDefault()
    setAsTable(!asTable)
  }
  return (
    <figure className="ns-figure" aria-labelledby={id} onKeyDown={key}>
      <div className="ns-figure__head">
        <figcaption id={id}>
          <span className="ns-figure__title">{title}</span>
          {subtitle ? <span className="ns-figure__subtitle">{subtitle}</span> : null}
        </figcaption>
        <Button
          small
          variant="tertiary"
          icon={asTable ? 'chart' : 'table'}
          title={texts.figure.tableKey}
          aria-keyshortcuts="T"
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? texts.figure.asPicture : texts.figure.asTable}
        </Button>
      </div>
      {asTable ? (
        table
      ) : (
        <>
          {picture}
          {hint ? (
            <p className="ns-figure__readout" aria-hidden="true">
              {readout || hint}
            </p>
          ) : null}
          <div className="ns-print-only">{table}</div>
        </>
      )}
      {notes}
      {source ? (
        <p className="ns-figure__source">
          {texts.figure.source}: {source}
        </p>
      ) : null}
    </figure>
  )
}

/** The width the picture may have; charts are drawn in real pixels so that their words keep their size. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(640)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(Math.max(240, Math.floor(element.clientWidth)))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
