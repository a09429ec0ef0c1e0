// Buttons are verbs that name the result. A busy button keeps its width, its words and its focus.
import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { A } from './Link.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger'
export type ButtonLook = Loose<{
  variant: ButtonVariant
  icon: IconName
  iconEnd: IconName
  iconOnly: boolean
  small: boolean
  block: boolean
}>
export type ButtonProps = ButtonLook &
  Loose<{ to: string; busy: boolean }> & { children: ReactNode } & Omit<ComponentProps<'button'>, 'children'>

export function buttonClass({ variant = 'secondary', iconOnly, small, block }: ButtonLook, more?: string) {
  const kern = variant === 'danger' ? 'primary' : variant
  return cls(
    'kern-btn',
    `kern-btn--${kern}`,
    'ns-btn',
    variant === 'danger' && 'ns-btn--danger',
    small && 'ns-btn--small',
    iconOnly && 'ns-btn--icon',
    block && 'kern-btn--block',
    more,
  )
}

export function Button(props: ButtonProps) {
  const { variant, icon, iconEnd, iconOnly, small, block, to, busy, children, className, type, onClick, ...rest } =
    props
  const name = buttonClass({ variant, iconOnly, small, block }, cls(className, busy && 'ns-btn--busy'))
  const face = <ButtonFace icon={icon} iconEnd={iconEnd} iconOnly={iconOnly} busy={busy} label={children} />
  if (to !== undefined && !rest.disabled)
    return (
      <A to={to} plain className={name} {...(rest['aria-label'] ? { 'aria-label': rest['aria-label'] } : {})}>
        {face}
      </A>
    )
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={name}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {face}
    </button>
  )
}

function ButtonFace(
  props: Loose<{ icon: IconName; iconEnd: IconName; iconOnly: boolean; busy: boolean }> & { label: ReactNode },
) {
  return (
    <>
      {props.busy ? <span className="ns-spinner" aria-hidden="true" /> : props.icon ? <Icon name={props.icon} /> : null}
      <span className={props.iconOnly ? 'ns-spoken' : 'kern-label'}>{props.label}</span>
      {props.busy ? <span className="ns-spoken">{texts.form.busy}</span> : null}
      {props.iconEnd ? <Icon name={props.iconEnd} size="s" /> : null}
    </>
  )
}

export function ButtonRow({ children, end }: { children: ReactNode } & Loose<{ end: boolean }>) {
  return <div className={cls('ns-button-row', end && 'ns-button-row--end')}>{children}</div>
}
