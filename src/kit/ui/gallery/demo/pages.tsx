// The pages of the gallery.
import type { ComponentType } from 'react'
import { FiguresPage, TablePage } from './figures.tsx'
import { FormPage } from './form.tsx'
import { NeedPage, TodayPage, TrailPage, WayPage } from './objects.tsx'
import { SignInPage, SmallParts } from './parts.tsx'

export type Page = { id: string; title: string; content: ComponentType; wide?: boolean; bare?: boolean }
export const pages: Page[] = [
  { id: 'heute', title: 'Heute', content: TodayPage },
  { id: 'bedarf', title: 'Tagespflege im Norden', content: NeedPage },
  { id: 'spur', title: 'Weg der Zahl', content: TrailPage, wide: true },
  { id: 'zahlen', title: 'Zahlen', content: FiguresPage, wide: true },
  { id: 'tabelle', title: 'Tabelle', content: TablePage },
  { id: 'formular', title: 'Formular', content: FormPage },
  { id: 'weg', title: 'Gremium gründen', content: WayPage },
  { id: 'teile', title: 'Kleine Teile', content: SmallParts },
  { id: 'anmelden', title: 'Anmelden', content: SignInPage, bare: true },
]
