// Shows every part of the furniture with sample content; `#page` in the address chooses the page.
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme.css'
import { LinkProvider } from '../Link.tsx'
import { ToastProvider } from '../Toast.tsx'
import { DemoFrame } from './demo/frame.tsx'
import { pages } from './demo/pages.tsx'

function Gallery() {
  const [page, setPage] = useState(window.location.hash.slice(1))
  useEffect(() => {
    const change = () => setPage(window.location.hash.slice(1))
    window.addEventListener('hashchange', change)
    return () => window.removeEventListener('hashchange', change)
  }, [])
  const shown = pages.find((one) => one.id === page) ?? pages[0]
  if (!shown) return null
  if (shown.bare) return <shown.content />
  return (
    <DemoFrame page={shown}>
      <shown.content />
    </DemoFrame>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <LinkProvider
        as={({ to, ...rest }) => <a href={`#${to}`} {...rest} />}
        navigate={(to) => window.location.assign(`#${to}`)}
      >
        <ToastProvider>
          <Gallery />
        </ToastProvider>
      </LinkProvider>
    </StrictMode>,
  )
