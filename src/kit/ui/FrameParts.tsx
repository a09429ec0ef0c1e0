// The small parts of the top bar and the foot of the page.
import { Icon } from './Icon.tsx'
import { A } from './Link.tsx'
import { Menu, type MenuItem } from './Menu.tsx'
import type { Loose, Text } from './props.ts'
import { texts } from './texts.de.ts'
import { ThemeSwitch } from './theme.tsx'

export function CommandButton({ onPress }: { onPress: () => void }) {
  return (
    <button type="button" className="ns-command-button" onClick={onPress} aria-keyshortcuts="Control+K">
      <Icon name="search" />
      <span className="ns-command-button__words">{texts.frame.command}</span>
      <kbd>{texts.frame.commandKey}</kbd>
    </button>
  )
}

export function NewsLink({ to, count }: { to: string; count: number }) {
  return (
    <A to={to} plain className="ns-top-link" title={texts.frame.newsCount(count)}>
      <Icon name="bell" />
      <span className="ns-top-link__words">{texts.frame.news}</span>
      {count > 0 ? (
        <span className="ns-count">
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="ns-spoken">{texts.frame.newsCount(count)}</span>
        </span>
      ) : null}
    </A>
  )
}

export function HelpLink({ to }: { to: string }) {
  return (
    <A to={to} plain className="ns-top-link ns-top-link--help">
      <Icon name="help" />
      <span className="ns-top-link__words">{texts.frame.help}</span>
    </A>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
    .map((word) => word[0])
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')

export function AccountMenu(props: { name: string; items: MenuItem[] } & Loose<{ detail: string }>) {
  return (
    <Menu
      label={`${texts.frame.account}: ${props.name}`}
      heading={[props.name, props.detail].filter(Boolean).join(' · ')}
      className="ns-account"
      face={
        <>
          {initials(props.name)}
          <span className="ns-spoken">
            {' '}
            – {texts.frame.account}: {props.name}
          </span>
        </>
      }
      items={props.items}
      footer={<ThemeSwitch />}
    />
  )
}

export function FooterLine(props: { links: { label: string; to: string }[] } & Loose<{ attribution: Text }>) {
  return (
    <>
      <nav aria-label={texts.frame.footer}>
        <ul className="ns-footer__links">
          {props.links.map((link) => (
            <li key={link.to}>
              <A to={link.to}>{link.label}</A>
            </li>
          ))}
        </ul>
      </nav>
      {props.attribution ? <div className="ns-footer__attribution">{props.attribution}</div> : null}
    </>
  )
}
