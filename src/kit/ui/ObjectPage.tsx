// The page of one thing: the content, and beside it what it rests on, what became of it, whom to ask and what happened.
import { useId } from 'react'
import { Icon } from './Icon.tsx'
import { A } from './Link.tsx'
import type { Loose, Text } from './props.ts'
import { texts } from './texts.de.ts'

export function ObjectPage({ head, children, aside }: { head: Text; children: Text } & Loose<{ aside: Text }>) {
  return (
    <article className="ns-object">
      {head}
      <div className={aside ? 'ns-object__columns' : 'ns-object__single'}>
        <div className="ns-object__main">{children}</div>
        {aside ? <div className="ns-object__aside">{aside}</div> : null}
      </div>
    </article>
  )
}

type Boxes = Loose<{ restsOn: Text; became: Text; contact: Text; history: Text; trailTo: string }>

export function SideBoxes({ restsOn, became, contact, history, trailTo }: Boxes) {
  return (
    <>
      {restsOn ? <SideBox title={texts.page.restsOn}>{restsOn}</SideBox> : null}
      {became ? <SideBox title={texts.page.became}>{became}</SideBox> : null}
      {trailTo ? (
        <p className="ns-side-box__trail">
          <A to={trailTo}>
            <Icon name="path" /> {texts.page.toTrail}
          </A>
        </p>
      ) : null}
      {contact ? <SideBox title={texts.page.contact}>{contact}</SideBox> : null}
      {history ? <SideBox title={texts.page.history}>{history}</SideBox> : null}
    </>
  )
}

export function SideBox({ title, children }: { title: string; children: Text }) {
  const id = useId()
  return (
    <section className="ns-side-box" aria-labelledby={id}>
      <h2 className="ns-side-box__title" id={id}>
        {title}
      </h2>
      <div className="ns-side-box__body">{children}</div>
    </section>
  )
}
