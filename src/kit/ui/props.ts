// Optional props of the furniture also accept undefined, so that a screen may pass on what it may not have.
import type { ReactNode } from 'react'

export type Loose<T> = { [K in keyof T]?: T[K] | undefined }
export type Text = ReactNode
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** Joins class names, leaving out what is not wanted. */
export const cls = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
