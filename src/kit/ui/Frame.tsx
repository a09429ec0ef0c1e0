// The frame around every page after signing in: top bar, places on the left, on a phone four places and a menu below.
import { type ReactNode, useState } from 'react'
import { Brand } from './Brand.tsx'
import { Drawer } from './Dialog.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { A } from './Link.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type NavItem = { to: string; label: string } & Loose<{ icon: IconName; count: number; current: boolean }>

type Props = { nav: NavItem[]; children: ReactNode } & Loose<{
  phoneNav: string[]
  home: string
  actingFor: ReactNode
  command: ReactNode
  news: ReactNode
  help: ReactNode
  account: ReactNode
  breadcrumbs: ReactNode
  footer: ReactNode
  ribbon: string
  width: 'normal' | 'wide'
}>

export function Frame(props: Props) {
  const [menuOpen, openMenu] = useState(false)
  const below = props.phoneNav ? props.nav.filter((item) => props.phoneNav?.includes(item.to)) : props.nav.slice(0, 4)
  return (
    <div className="ns-frame">
      <SkipLink />
      <Ribbon words={props.ribbon} />
      <header className="ns-top">
        <A to={props.home ?? '/'} plain className="ns-top__brand">
          <Brand />
        </A>
        <div className="ns-top__acting">{props.actingFor}</div>
        <div className="ns-top__command">{props.command}</div>
        <div className="ns-top__tools">
          {props.news}
          {props.help}
          {props.account}
        </div>
      </header>
      <nav className="ns-side" aria-label={texts.frame.places}>
        <Places items={props.nav} />
      </nav>
      <main className="ns-main" id="inhalt" tabIndex={-1}>
        <div className={cls('ns-main__inner', props.width === 'wide' && 'ns-main__inner--wide')}>
          {props.breadcrumbs}
          {props.children}
        </div>
      </main>
      {props.footer ? <footer className="ns-footer">{props.footer}</footer> : null}
      <div className="ns-bottom">
        <nav aria-label={texts.frame.places}>
          <Places items={below} short />
        </nav>
        <button type="button" className="ns-place" aria-haspopup="dialog" onClick={() => openMenu(true)}>
          <Icon name="menu" />
          <span className="ns-place__label">{texts.frame.menu}</span>
        </button>
      </div>
      <Drawer open={menuOpen} onClose={() => openMenu(false)} title={texts.frame.menu}>
        <nav aria-label={texts.frame.places} onClickCapture={() => window.setTimeout(() => openMenu(false))}>
          <Places items={props.nav} />
        </nav>
      </Drawer>
    </div>
  )
}

/** Says on every page that this is the example. */
export function Ribbon({ words }: { words: string | undefined }) {
  return words ? (
    <aside className="ns-ribbon" aria-label={texts.frame.ribbon}>
      {words}
    </aside>
  ) : null
}

export function SkipLink() {
  return (
    <a className="ns-skip" href="#inhalt">
      {texts.frame.skip}
    </a>
  )
}

function Places({ items, short }: { items: NavItem[] } & Loose<{ short: boolean }>) {
  return (
    <ul className="ns-places">
      {items.map((item) => (
        <li key={item.to}>
          <A
            to={item.to}
            plain
            className="ns-place"
            {...(item.current === undefined ? {} : { 'aria-current': item.current ? 'page' : undefined })}
          >
            {item.icon ? <Icon name={item.icon} /> : null}
            <span className="ns-place__label">{short ? (item.label.split(' ')[0] ?? item.label) : item.label}</span>
            {item.count ? (
              <span className="ns-count">
                <span aria-hidden="true">{item.count > 99 ? '99+' : item.count}</span>
                <span className="ns-spoken">{texts.frame.openCount(item.count)}</span>
              </span>
            ) : null}
          </A>
        </li>
      ))}
    </ul>
  )
}
