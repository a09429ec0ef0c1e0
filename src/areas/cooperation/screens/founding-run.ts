// Founds: one act after the other, each noted in the draft. Whoever goes on after a broken line or a refusal begins where it stopped; each act has one
// key for good, so that what was done without an answer is not done again.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, client } from '#kit/web/client.ts'
import { cooperation, type FoundingOutcome } from '../contract.ts'
import { type Act, type Made, madeId } from './founding-plan.ts'

const remote = client(cooperation)

export type Run = { made: Made; busy: boolean; interrupted: ApiError | null }

export function useFoundingRun(begun: Made) {
  const queries = useQueryClient()
  const [run, setRun] = useState<Run>({ made: begun, busy: false, interrupted: null })
  const running = useRef(false)

  /** Says whether everything was made. `finished` takes the draft out of the list. */
  const found = async (id: string, acts: readonly Act[]): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    let made = run.made
    const note = async (act: string, outcome: FoundingOutcome) => {
      made = { ...made, [act]: outcome }
      setRun({ made, busy: true, interrupted: null })
      await remote.noteFounding({ id, step: act, outcome })
    }
    try {
      setRun({ made, busy: true, interrupted: null })
      for (const act of acts) {
        if (madeId(made, act.key) || act.needs.some((one) => !madeId(made, one))) continue
        // From here on what is said of the body stands, whether or not an answer comes.
        if (act.key === 'body') await note('body', { sent: true })
        await act.run(made, `founding:${id}:${act.key}`).then(
          (made) => note(act.key, { id: made }),
          (error: unknown) => {
            if (!isRefusal(error)) throw error
            return note(act.key, { refused: error.message })
          },
        )
      }
      const whole = acts.every((act) => madeId(made, act.key))
      setRun({ made, busy: false, interrupted: null })
      return whole
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setRun({ made, busy: false, interrupted: error })
      return false
    } finally {
      running.current = false
      void queries.invalidateQueries()
    }
  }

  const finish = async (id: string): Promise<boolean> => {
    try {
      await remote.finishFounding({ id }, { key: `founding:${id}:finish` })
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // Finished on another device: the same page comes.
      if (error.code === 'foundedAlready') return true
      setRun((was) => ({ ...was, busy: false, interrupted: error }))
      return false
    } finally {
      void queries.invalidateQueries()
    }
  }
  return { ...run, found, finish }
}

/** The server has said no and changed nothing; anything else may have happened without an answer. */
const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 401 &&
  error.code !== 'keyReused'
