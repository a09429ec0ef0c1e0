// Dialog and drawer on the browser's own <dialog>: it holds the focus, Escape and the backdrop close it.
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode } & Loose<{
  actions: ReactNode
  size: 's' | 'm' | 'l'
}>

export const Dialog = (props: Props) => <Sheet {...props} className={`ns-dialog--${props.size ?? 'm'}`} />
export const Drawer = (props: Props) => <Sheet {...props} className="ns-dialog--drawer" />

function Sheet({ open, onClose, title, children, actions, className }: Props & { className: string }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={cls('kern-dialog ns-dialog', className)}
      aria-labelledby={id}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {open ? (
        <div className="ns-dialog__sheet">
          <header className="ns-dialog__head">
            <h2 className="ns-h2" id={id}>
              {title}
            </h2>
            <Button variant="tertiary" icon="close" iconOnly onClick={onClose}>
              {texts.page.close}
            </Button>
          </header>
          <div className="ns-dialog__body">{children}</div>
          {actions ? <footer className="ns-dialog__foot">{actions}</footer> : null}
        </div>
      ) : null}
    </dialog>
  )
}
