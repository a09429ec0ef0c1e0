// A message in the page (KERN alert). What happened, that nothing is lost, what to do.
import { Icon } from './Icon.tsx'
import type { Loose, Text, Tone } from './props.ts'
import { texts } from './texts.de.ts'

export function Notice(props: { title: string } & Loose<{ tone: Tone; children: Text; action: Text; live: boolean }>) {
  const { tone = 'info', title, children, action, live } = props
  const kern = tone === 'neutral' ? 'info' : tone
  return (
    <div className={`ns-notice ns-tone--${tone}`} {...(live ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}>
      <Icon name={kern} label={texts.page.tone[tone]} className="ns-notice__icon" />
      <div className="ns-notice__body">
        <p className="ns-notice__title">{title}</p>
        {children ? <div className="ns-notice__text">{children}</div> : null}
        {action ? <div className="ns-notice__action">{action}</div> : null}
      </div>
    </div>
  )
}
