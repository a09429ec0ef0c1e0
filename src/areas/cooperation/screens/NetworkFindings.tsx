// What the whole network shows: who stands between parts, which parts have no connection, who is missing, who influences what.
import { Prose, Section } from '#kit/ui/Section.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Network } from '../contract/network.ts'
import { completenessTexts } from '../texts/completeness.de.ts'
import { networkTexts } from '../texts/network.de.ts'
import { Influences } from './Influences.tsx'
import { someWords } from './network-view.ts'

const t = networkTexts.map

export function NetworkFindings({ network }: { network: Network }) {
  const parts = network.parts.filter((part) => part.count > 1)
  const alone = network.nodes.filter((node) => node.degree === 0)
  return (
    <>
      <Section title={t.holds} lead={t.holdsLead}>
        <Prose>
          {network.holds.length === 0 ? <p>{t.noHolds}</p> : null}
          <ul>
            {network.holds.map(({ organisation, between }) => (
              <li key={organisation.id}>
                <ObjectLink kind="organisation" id={organisation.id}>
                  {organisation.title}
                </ObjectLink>
                {': '}
                {t.holdsWords}
                <ul>
                  {between.map((part) => (
                    <li key={part.names[0]!.id}>{someWords(part)}</li>
                  ))}
                </ul>
              </li>
            ))}
            {network.bridges.map(({ a, b }) => (
              <li key={`${a.id}${b.id}`}>
                {t.bridges}: {a.title} {t.and} {b.title}
              </li>
            ))}
          </ul>
          <p>{t.parts(parts.length)}</p>
          {parts.length > 1 ? (
            <ul>
              {parts.map((part) => (
                <li key={part.names[0]!.id}>{someWords(part)}</li>
              ))}
            </ul>
          ) : null}
          {alone.length > 0 ? (
            <p>
              {t.aloneHint(alone.length)} {someWords({ names: alone.slice(0, 5), count: alone.length })}
            </p>
          ) : null}
        </Prose>
      </Section>
      <Section title={t.missing} lead={t.missingLead}>
        {network.missing.length === 0 ? (
          <p>{t.noMissing}</p>
        ) : (
          <Prose>
            {' '}
            <ul>
              {network.missing.map((actor) => (
                <li key={actor}>
                  {completenessTexts.actors[actor]} – {completenessTexts.reasons[actor]}
                </li>
              ))}
            </ul>
          </Prose>
        )}
      </Section>
      <Influences />
    </>
  )
}
