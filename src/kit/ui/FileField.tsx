// Files by choosing or by dragging; each shows its name and size and can be taken back.
import { type DragEvent, useRef, useState } from 'react'
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import { formatBytes } from './format.ts'
import { Icon } from './Icon.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = FieldProps & { files: readonly File[]; onChange: (files: File[]) => void } & Loose<{
    accept: string
    multiple: boolean
    maxBytes: number
  }>

export function FileField(props: Props) {
  const { name, files, onChange, accept, multiple, maxBytes } = props
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const parts = useField(props, tooLarge)
  const take = (found: Iterable<File>) => {
    const all = [...found]
    const big = all.find((file) => maxBytes !== undefined && file.size > maxBytes)
    setTooLarge(big ? texts.form.fileTooLarge(big.name, formatBytes(maxBytes ?? 0)) : undefined)
    const fit = all.filter((file) => file !== big)
    if (fit.length > 0) onChange(multiple ? [...files, ...fit] : fit.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!props.disabled) take(event.dataTransfer.files)
  }
  return (
    <FieldFrame field={props} parts={parts}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop; the input inside does the same by keyboard */}
      <div
        className={cls('ns-file', over && 'ns-file--over')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size="l" />
        <p>
          <span className="ns-file__choose">{multiple ? texts.form.filesChoose : texts.form.fileChoose}</span>{' '}
          {texts.form.fileDrop}
        </p>
        <input
          {...parts.control}
          ref={input}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          className="ns-file__input"
          onChange={(event) => {
            take(event.target.files ?? [])
            event.target.value = ''
          }}
        />
      </div>
      {files.length > 0 ? (
        <ul className="ns-file__list">
          {files.map((file) => (
            <li key={`${file.name}-${file.size}`}>
              <Icon name="file" />
              <span className="ns-file__name">{file.name}</span>
              <span className="ns-muted">{formatBytes(file.size)}</span>
              <button
                type="button"
                className="ns-tag__remove"
                onClick={() => {
                  onChange(files.filter((one) => one !== file))
                  input.current?.focus()
                }}
              >
                <Icon name="close" size="s" label={texts.page.remove(file.name)} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </FieldFrame>
  )
}
