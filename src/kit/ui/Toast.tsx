// Short messages about what was just done, with a way back. They wait while somebody reads or points at them.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { A } from './Link.tsx'
import type { Loose, Tone } from './props.ts'
import { texts } from './texts.de.ts'

export type ToastMessage = { text: string } & Loose<{
  tone: Tone
  undo: () => void
  link: { label: string; to: string }
}>
type Shown = ToastMessage & { id: number }

const stays = 10_000
const ToastContext = createContext<(message: ToastMessage) => void>(() => {})

export const useToast = () => useContext(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([])
  const last = useRef(0)
  const toast = useCallback((message: ToastMessage) => {
    last.current += 1
    const id = last.current
    setShown((before) => [...before.slice(-2), { ...message, id }])
  }, [])
  const remove = useCallback((id: number) => setShown((before) => before.filter((one) => one.id !== id)), [])
  return (
    <ToastContext value={toast}>
      {children}
      <section className="ns-toasts" aria-label={texts.toast.region} aria-live="polite">
        {shown.map((message) => (
          <Toast key={message.id} message={message} onEnd={() => remove(message.id)} />
        ))}
      </section>
    </ToastContext>
  )
}

function Toast({ message, onEnd }: { message: Shown; onEnd: () => void }) {
  const { text, tone = 'success', undo, link } = message
  const [held, hold] = useState(false)
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (held || tone === 'danger') return
    const timer = window.setTimeout(() => end.current(), stays)
    return () => window.clearTimeout(timer)
  }, [held, tone])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only makes it wait; everything inside is a button
    <div
      className={`ns-toast ns-tone--${tone}`}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Icon name={tone === 'neutral' ? 'info' : tone} />
      <p>{text}</p>
      {link ? <A to={link.to}>{link.label}</A> : null}
      {undo ? (
        <Button
          variant="tertiary"
          small
          icon="undo"
          onClick={() => {
            undo()
            onEnd()
          }}
        >
          {texts.toast.undo}
        </Button>
      ) : null}
      <button type="button" className="ns-tag__remove" onClick={onEnd}>
        <Icon name="close" size="s" label={texts.toast.close} />
      </button>
    </div>
  )
}
