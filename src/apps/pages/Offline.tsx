// Says that the line is down, wherever one is on the page, and that nothing typed is lost.
import { useSyncExternalStore } from 'react'
import { Icon } from '#kit/ui/Icon.tsx'
import { texts } from './texts.de.ts'

const listen = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export function OfflineBar() {
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  return (
    <output className="ns-offline">
      {online ? null : (
        <span className="ns-toast ns-tone--warning">
          <Icon name="warning" />
          <span>
            <strong>{texts.offline.title}.</strong> {texts.offline.text}
          </span>
        </span>
      )}
    </output>
  )
}
