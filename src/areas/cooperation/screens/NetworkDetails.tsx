// What ties the chosen organisation, or who meets in the chosen body.
import { Button } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Network, Tie } from '../contract/network.ts'
import { networkTexts } from '../texts/network.de.ts'

const t = networkTexts.map
type Props = { network: Network; chosen: string | undefined; onChoose: (id: string | undefined) => void }

export function NetworkDetails({ network, chosen, onChoose }: Props) {
  const node = network.nodes.find((one) => one.id === chosen)
  const hub = network.hubs.find((one) => one.id === chosen)
  const titles = new Map(network.nodes.map((one) => [one.id, one.title]))
  if (!node && !hub)
    return (
      <SideBox title={t.details}>
        <p>{t.choose}</p>
      </SideBox>
    )
  const choose = (id: string, title: string) => (
    <Button small variant="tertiary" onClick={() => onChoose(id)}>
      {title}
    </Button>
  )
  return (
    <SideBox title={node?.title ?? hub?.title ?? ''}>
      <Stack gap="s">
        <ObjectLink kind={node ? 'organisation' : 'body'} id={chosen!}>
          {t.toPage}
        </ObjectLink>
        {hub ? (
          <>
            <strong>{t.members(hub.members.length)}</strong>
            <ul>
              {hub.members.map((id) => (
                <li key={id}>{choose(id, titles.get(id) ?? '')}</li>
              ))}
            </ul>
          </>
        ) : null}
        {node ? (
          <>
            <strong>{t.together}</strong>
            <ul>
              {network.hubs
                .filter((one) => one.members.includes(node.id))
                .map((one) => (
                  <li key={one.id}>{choose(one.id, `${one.shortName} (${t.members(one.members.length)})`)}</li>
                ))}
            </ul>
            <strong>{t.directly}</strong>
            <DirectTies ties={network.ties.filter((tie) => tie.a === node.id || tie.b === node.id)} titles={titles} />
          </>
        ) : null}
      </Stack>
    </SideBox>
  )
}

function DirectTies({ ties, titles }: { ties: readonly Tie[]; titles: ReadonlyMap<string, string> }) {
  if (ties.length === 0) return <p>{t.noDirect}</p>
  return (
    <ul>
      {ties.map((tie) => (
        <li key={`${tie.a}${tie.b}${tie.kind}${tie.about}${tie.object?.id ?? ''}`}>
          {titles.get(tie.a)} {networkTexts.tieKinds[tie.kind]} {titles.get(tie.b)}
          {tie.object ? (
            <>
              {': '}
              <ObjectLink kind="measure" id={tie.object.id}>
                {tie.object.title}
              </ObjectLink>
            </>
          ) : null}
          {tie.about ? ` (${tie.about})` : ''}
          {tie.source || tie.since ? (
            <>
              <br />
              <small>
                {[tie.since ? `${t.since} ${formatDay(tie.since)}` : '', tie.source ? `${t.source}: ${tie.source}` : '']
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
