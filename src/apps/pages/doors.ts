// The doors of the demo's sign-in page: three minutes for somebody who only wants to know what it is good for.
import { texts } from './doors.texts.de.ts'

export const doors = [
  { id: 'landrat', to: '/tuer/landrat', ...texts.landrat.card },
  { id: 'verband', to: '/tuer/verband', ...texts.verband.card },
] as const
