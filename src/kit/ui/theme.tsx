// Light, dark or as the device has it: KERN's mechanism (`data-kern-theme`), kept on this device, always light on paper.
import { useSyncExternalStore } from 'react'
import { texts } from './texts.de.ts'

export type Theme = 'light' | 'dark' | 'system'
const place = 'nahtstelle-theme'
const attribute = 'data-kern-theme'
const listeners = new Set<() => void>()

function kept(): Theme {
  try {
    const found = window.localStorage.getItem(place)
    return found === 'light' || found === 'dark' ? found : 'system'
  } catch {
    return 'system'
  }
}

function show(theme: Theme) {
  if (theme === 'system') document.documentElement.removeAttribute(attribute)
  else document.documentElement.setAttribute(attribute, theme)
}

// Takes effect as soon as this is loaded, before the first paint; nobody has to remember to call it.
show(kept())
window.addEventListener('beforeprint', () => show('light'))
window.addEventListener('afterprint', () => show(kept()))

function choose(theme: Theme) {
  try {
    window.localStorage.setItem(place, theme)
  } catch {
    // A device that keeps nothing still shows the choice until the page is left.
  }
  show(theme)
  for (const listener of listeners) listener()
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(listen, kept), choose]
}

export function ThemeSwitch() {
  const [theme, setTheme] = useTheme()
  const all: Theme[] = ['light', 'dark', 'system']
  return (
    <fieldset className="ns-theme-switch">
      <legend>{texts.theme.label}</legend>
      <div className="ns-segments">
        {all.map((one) => (
          <label key={one} className="ns-segment">
            <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
            <span>{texts.theme[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
