// Keeps a founding on the server while somebody writes: soon after each change, one save after the other, and on the way out. Nothing is lost when a save
// fails: the draft stays on the page and is sent again.
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, client } from '#kit/web/client.ts'
import { cooperation } from '../contract.ts'
import type { FoundingDraft } from './founding-draft.ts'

const remote = client(cooperation)
const soon = 700
const later = 4000

export type KeptState = 'empty' | 'saved' | 'saving' | 'lost' | 'other' | 'over'
type Held = { id: string | null; revision: number; key: string }

/** `begun`: from where it goes on. `onMade`: the draft has got its place on the server. */
export function useKept(begun: { id: string | null; revision: number }, onMade: (id: string) => void) {
  const [state, setState] = useState<KeptState>(begun.id ? 'saved' : 'empty')
  const held = useRef<Held>({ ...begun, key: crypto.randomUUID() })
  const waiting = useRef<FoundingDraft | null>(null)
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<number | undefined>(undefined)
  /** Somebody has to choose between two states, or there is nothing to save to any more: until then nothing is sent by itself. */
  const halted = useRef(false)
  const made = useRef(onMade)
  made.current = onMade

  const send = useCallback(async (draft: FoundingDraft): Promise<boolean> => {
    const { id, revision, key } = held.current
    const body = { name: draft.name.trim(), content: JSON.parse(JSON.stringify(draft)) }
    try {
      if (id === null) {
        const { data } = await remote.beginFounding(body, { key })
        held.current = { ...held.current, id: data.id, revision: data.revision }
        made.current(data.id)
      } else {
        const answered = await remote.keepFounding({ id, ...body }, { revision })
        held.current = { ...held.current, revision: answered.revision ?? revision + 1 }
      }
      return true
    } catch (error) {
      waiting.current ??= draft
      if (!(error instanceof ApiError)) throw error
      // A lost answer leaves a key that has been used for other words: what was made with it is found in the list of drafts.
      if (error.code === 'keyReused') held.current.key = crypto.randomUUID()
      halted.current = error.conflict !== null || isOver(error)
      if (error.conflict) {
        held.current = { ...held.current, revision: error.conflict.revision }
        setState('other')
      } else setState(isOver(error) ? 'over' : 'lost')
      return false
    }
  }, [])

  /** Sends what waits, and says whether everything is kept. */
  const flush = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current)
    if (running.current) await running.current
    if (halted.current) return false
    const draft = waiting.current
    if (!draft) return true
    waiting.current = null
    setState('saving')
    running.current = send(draft)
    const done = await running.current
    running.current = null
    if (!done) return false
    if (waiting.current) return flush()
    setState('saved')
    return true
  }, [send])

  const keep = useCallback(
    (draft: FoundingDraft) => {
      waiting.current = draft
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush(), soon)
    },
    [flush],
  )

  // A server that could not be reached is asked again; where two states differ somebody has to choose.
  useEffect(() => {
    if (state !== 'lost') return
    const again = window.setInterval(() => void flush(), later)
    const now = () => void flush()
    window.addEventListener('online', now)
    return () => {
      window.clearInterval(again)
      window.removeEventListener('online', now)
    }
  }, [state, flush])

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && void flush()
    const leave = (event: BeforeUnloadEvent) => {
      if ((waiting.current && !halted.current) || running.current) {
        void flush()
        event.preventDefault()
      }
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('beforeunload', leave)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('beforeunload', leave)
      void flush()
    }
  }, [flush])

  return {
    state,
    keep,
    flush,
    idOf: () => held.current.id,
    revisionOf: () => held.current.revision,
    /** The own state goes on, on top of the other. */
    insist: () => {
      halted.current = false
      void flush()
    },
  }
}

const isOver = (error: ApiError) => error.code === 'foundedAlready' || error.status === 404
