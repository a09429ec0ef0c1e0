// The head of every page: what it is, what it is called, how it stands, who answers for it, and the one next step.
import { Badge, InventedMark } from './Badge.tsx'
import { A } from './Link.tsx'
import type { Loose, Text, Tone } from './props.ts'
import { texts } from './texts.de.ts'

type Props = { title: string } & Loose<{
  kind: string
  state: { label: string } & Loose<{ tone: Tone }>
  owners: ({ label: string } & Loose<{ to: string }>)[]
  lead: Text
  actions: Text
  main: Text
  invented: boolean
}>

export function PageHead({ title, kind, state, owners, lead, actions, main, invented }: Props) {
  return (
    <header className="ns-page-head">
      <div className="ns-page-head__words">
        {kind || state || invented ? (
          <p className="ns-page-head__kind">
            {kind ? <span>{kind}</span> : null}
            {state ? <Badge tone={state.tone}>{state.label}</Badge> : null}
            {invented ? <InventedMark /> : null}
          </p>
        ) : null}
        <h1 className="ns-h1">{title}</h1>
        {owners?.length ? (
          <p className="ns-page-head__owners">
            <span>{texts.page.owners}: </span>
            {owners.map((owner, index) => (
              <span key={owner.label}>
                {index > 0 ? ' · ' : null}
                {owner.to ? <A to={owner.to}>{owner.label}</A> : owner.label}
              </span>
            ))}
          </p>
        ) : null}
        {lead ? <div className="ns-lead">{lead}</div> : null}
      </div>
      {actions || main ? (
        <div className="ns-page-head__actions">
          {actions}
          {main}
        </div>
      ) : null}
    </header>
  )
}
