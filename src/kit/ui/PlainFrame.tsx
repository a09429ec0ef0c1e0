// Pages without signing in: sign-in, the two doors, finder, what members released. Light, quiet, printable.
import type { ReactNode } from 'react'
import { Brand } from './Brand.tsx'
import { Ribbon, SkipLink } from './Frame.tsx'
import { A } from './Link.tsx'
import type { Loose } from './props.ts'

type Props = { children: ReactNode } & Loose<{
  footer: ReactNode
  ribbon: string
  aside: ReactNode
  tools: ReactNode
  width: 'narrow' | 'normal' | 'wide'
  home: string
}>

export function PlainFrame({ children, footer, ribbon, aside, tools, width = 'normal', home = '/' }: Props) {
  return (
    <div className="ns-plain">
      <SkipLink />
      <Ribbon words={ribbon} />
      <header className="ns-plain__top">
        <A to={home} plain className="ns-top__brand">
          <Brand />
        </A>
        <div>{tools}</div>
      </header>
      <main className={`ns-plain__main ns-plain__main--${width}`} id="inhalt" tabIndex={-1}>
        <div className={aside ? 'ns-plain__columns' : undefined}>
          <div>{children}</div>
          {aside ? <div>{aside}</div> : null}
        </div>
      </main>
      {footer ? <footer className="ns-footer">{footer}</footer> : null}
    </div>
  )
}
