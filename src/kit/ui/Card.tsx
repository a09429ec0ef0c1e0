// Quiet surfaces: a card holds one thing; a card link is a door that can be pressed anywhere.
import { Icon, type IconName } from './Icon.tsx'
import { A } from './Link.tsx'
import { cls, type Loose, type Text, type Tone } from './props.ts'

type CardProps = { children: Text } & Loose<{ title: string; tone: Tone; footer: Text; level: 2 | 3 }>

export function Card({ title, children, tone, footer, level = 3 }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={cls('ns-card', tone && `ns-tone--${tone} ns-card--toned`)}>
      {title ? <Heading className="ns-h3">{title}</Heading> : null}
      {children}
      {footer ? <div className="ns-card__footer">{footer}</div> : null}
    </div>
  )
}

type DoorProps = { to: string; title: string } & Loose<{ kicker: string; children: Text; icon: IconName; level: 2 | 3 }>

export function CardLink({ to, title, kicker, children, icon, level = 3 }: DoorProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="ns-card ns-card--link">
      {icon ? <Icon name={icon} size="l" className="ns-card__icon" /> : null}
      {kicker ? <p className="ns-card__kicker">{kicker}</p> : null}
      <Heading className="ns-h3">
        <A to={to} plain className="ns-stretched">
          {title}
        </A>
      </Heading>
      {children ? <div className="ns-muted">{children}</div> : null}
      <Icon name="arrow-forward" className="ns-card__arrow" />
    </div>
  )
}
