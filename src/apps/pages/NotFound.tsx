// An address that leads nowhere.
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { texts } from './texts.de.ts'

export const NotFoundPage = () => (
  <EmptyState title={texts.notFoundTitle} action={<Button to="/heute">{texts.toToday}</Button>}>
    <p>{texts.notFound}</p>
  </EmptyState>
)
