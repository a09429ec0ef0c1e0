// The own course in words: per basis a direction with its interval, and hints at real shifts only.
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Course, CourseRun } from '../contract/comparison.ts'
import { figures } from '../contract.ts'
import { comparisonTexts } from '../texts/comparison.de.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from '../widgets/parts.tsx'

const remote = client(figures)
const t = comparisonTexts.course

export function CourseBox({ indicator, cut, area }: { indicator: string; cut: string; area: string }) {
  const load = useLoad(remote.course, { indicator, cut, area }, { keep: true })
  return <Loading load={load}>{(course) => <Told course={course} />}</Loading>
}

function Told({ course }: { course: Course }) {
  if (course.runs.length === 0) return <p>{t.empty}</p>
  const hints = course.runs.flatMap((run) => run.hints)
  const looked = course.runs.reduce((sum, run) => sum + run.looked, 0)
  return (
    <Stack>
      <ul>
        {course.runs.map((run) => (
          <li key={`${run.from}${run.basis?.code}`}>
            {run.from === run.last
              ? t.one(screens.day(run.from), run.basis?.label ?? '')
              : t.run(screens.day(run.from), screens.day(run.last), run.basis?.label ?? '')}
            {' – '}
            {directionOf(run)}
          </li>
        ))}
      </ul>
      {course.runs.length > 1 || course.breaks.length > 0 ? (
        <p>
          <small>{t.noAcross}</small>
        </p>
      ) : null}
      {course.states > 0 ? <p>{t.states(course.states)}</p> : null}
      {hints.length > 0 ? (
        <Notice tone="warning" title={t.hints}>
          <ul>
            {hints.map((one) => (
              <li key={one.period.from}>{t.hint(periodWords(one.period), one.count, one.low, one.high, one.side)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>{looked > 0 ? t.noHints(looked) : t.notLooked}</p>
      )}
    </Stack>
  )
}

function directionOf(run: CourseRun): string {
  const { trend } = run
  if (!trend) return run.noTrend === 'few' ? t.few(run.points) : run.noTrend === 'notWhole' ? t.notWhole : t.nothing
  const [yearly, low, high] = [t.percent(trend.yearly), t.percent(trend.low), t.percent(trend.high)]
  const words = trend.direction === 'none' ? t.none(low, high) : t[trend.direction](yearly, low, high)
  return `${words}; ${t.of[run.of]}`
}
