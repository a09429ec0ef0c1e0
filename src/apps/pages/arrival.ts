// After following a link the focus goes where the eye goes: to the heading of the new page, which also names the window.
import { useEffect } from 'react'
import { texts } from './texts.de.ts'

/** So long a heading may take to come; afterwards the page itself gets the focus. */
const patience = 5000

/** Calls `found` with the heading of the page as soon as it stands there. */
function awaitHeading(found: (heading: HTMLElement | null) => void): () => void {
  const look = () => document.querySelector<HTMLElement>('main h1')
  const there = look()
  if (there) {
    found(there)
    return () => undefined
  }
  const stop = () => {
    watch.disconnect()
    clearTimeout(timer)
  }
  const end = (heading: HTMLElement | null) => {
    stop()
    found(heading)
  }
  const watch = new MutationObserver(() => {
    const heading = look()
    if (heading) end(heading)
  })
  watch.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(() => end(null), patience)
  return stop
}

/** A menu that was open gives the focus back first. Whoever has gone on in the page meanwhile, or was led into a field, stays there. */
function land(heading: HTMLElement | null, before: Element | null) {
  const now = document.activeElement
  if (document.querySelector('dialog[open]') || (now !== before && now?.closest('main'))) return
  if (now?.matches('main input, main textarea')) return
  if (heading) heading.tabIndex = -1
  const target = heading ?? document.getElementById('inhalt')
  target?.focus({ preventScroll: true })
}

/** Of a page, once its parts stand on the screen; `place` tells one object from the next of its kind. */
export function useArrival(place: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next object of the same kind is a new arrival
  useEffect(() => {
    // Where somebody comes from outside, the browser begins at the top of the page by itself.
    const moved = navigator.userActivation.hasBeenActive && location.hash === ''
    const before = document.activeElement
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = awaitHeading((heading) => {
      document.title = heading?.textContent ? texts.windowTitle(heading.textContent) : texts.product
      if (moved) timer = setTimeout(() => land(heading, before), 60)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [place])
}
