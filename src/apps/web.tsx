// The browser's start: data, routes, look.
import '#kit/ui/theme.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { access } from '#kit/access/contract.ts'
import { ToastProvider } from '#kit/ui/Toast.tsx'
import { ApiError, actFor, client } from '#kit/web/client.ts'
import { PathsProvider } from '#kit/web/paths.tsx'
import { texts as webTexts } from '#kit/web/texts.de.ts'
import { rememberedActing } from './pages/acting.ts'
import { paths } from './pages/paths.ts'
import { router } from './pages/router.tsx'
import { texts } from './pages/texts.de.ts'
import { sentenceOf } from './pages/verbs.texts.de.ts'

/** Whatever is refused because the session ended makes the frame ask for the session again. */
const onError = (error: Error) => {
  if (error instanceof ApiError && error.status === 401)
    void queries.invalidateQueries({ queryKey: [client(access).session.id] })
}
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
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
