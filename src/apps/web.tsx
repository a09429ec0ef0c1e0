// The browser's start: data, routes, look.
import '#kit/ui/theme.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ToastProvider } from '#kit/ui/Toast.tsx'
import { ApiError, actFor } from '#kit/web/client.ts'
import { PathsProvider } from '#kit/web/paths.tsx'
import { texts as webTexts } from '#kit/web/texts.de.ts'
import { rememberedActing } from './pages/acting.ts'
import { paths } from './pages/paths.ts'
import { router } from './pages/router.tsx'
import { texts } from './pages/texts.de.ts'
import { sentenceOf } from './pages/verbs.texts.de.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
})
actFor(rememberedActing(), webTexts.offline)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <PathsProvider paths={paths} words={texts.kinds} verbs={sentenceOf}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </PathsProvider>
    </QueryClientProvider>
  </StrictMode>,
)
