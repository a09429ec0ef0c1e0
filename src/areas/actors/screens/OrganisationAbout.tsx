// What is said about an organisation: names, level, field of work, areas, heads, where it came from and went.
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import type { Organisation } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { structureTexts } from '../texts/structure.de.ts'
import { texts } from '../texts.de.ts'

const t = structureTexts.about
const f = screens.form

export function OrganisationAbout({ organisation }: { organisation: Organisation }) {
  const { today } = useSession()
  const { dissolvedOn, successors, predecessors } = organisation
  const related = (list: Organisation['successors']) =>
    list.length === 0
      ? null
      : list.map(({ organisation: one, day }, index) => (
          <span key={one.id}>
            {index > 0 ? <br /> : null}
            <ObjectLink kind="organisation" id={one.id}>
              {one.title}
            </ObjectLink>{' '}
            ({t.since(formatDay(day))})
          </span>
        ))
  const given = [
    { term: f.shortName, value: organisation.shortName },
    { term: t.level, value: organisation.level && texts.levels[organisation.level] },
    { term: t.disciplines, value: organisation.disciplines.map((one) => texts.disciplines[one]).join(', ') },
    { term: f.legalForm, value: organisation.legalForm },
    { term: f.areaKey, value: organisation.areaKey },
    { term: t.areas, value: organisation.areas.map((one) => t.areaOf(one.name, one.key)).join(', ') },
    {
      term: t.heads,
      value:
        organisation.heads.length > 0 ? (
          <>
            {organisation.heads.map((one) => one.title).join(', ')}
            {organisation.heads.length > 1 || organisation.signing === 'joint' ? (
              <>
                <br />
                <small>{t.signing[organisation.signing]}</small>
              </>
            ) : null}
          </>
        ) : null,
    },
    { term: f.privacyLaw, value: organisation.privacyLaw && texts.laws[organisation.privacyLaw] },
    {
      term: f.website,
      value: organisation.website && (
        <a href={organisation.website} rel="noreferrer">
          {organisation.website}
        </a>
      ),
    },
    {
      term: screens.page.formerNames,
      value: organisation.formerNames.map((one) => screens.page.formerName(one.name, formatDay(one.until))).join('; '),
    },
    { term: t.cameFrom, value: related(predecessors) },
    { term: t.wentInto, value: related(successors) },
  ]
  return (
    <Stack gap="m">
      {dissolvedOn ? (
        <Notice
          tone="warning"
          title={dissolvedOn <= today ? t.over(formatDay(dissolvedOn)) : t.willBeOver(formatDay(dissolvedOn))}
        >
          {organisation.dissolvedBecause}
        </Notice>
      ) : null}
      {organisation.kind === 'freelancer' ? <p>{t.freelancer}</p> : null}
      <DefinitionList items={given.filter((item) => item.value)} />
    </Stack>
  )
}
