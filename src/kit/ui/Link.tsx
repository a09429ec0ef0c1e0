// The furniture links without knowing a router: the app hands in its link component once, every part uses `A`.
import { type ComponentProps, type ComponentType, createContext, type ReactNode, useContext } from 'react'
import { Icon } from './Icon.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type LinkAsProps = { to: string } & Omit<ComponentProps<'a'>, 'href'>
export type LinkAs = ComponentType<LinkAsProps>

const Links = createContext<{ as: LinkAs; navigate: (to: string) => void }>({
  as: ({ to, ...rest }) => <a href={to} {...rest} />,
  navigate: (to) => window.location.assign(to),
})

export function LinkProvider(props: { as: LinkAs; navigate: (to: string) => void; children: ReactNode }) {
  return <Links value={{ as: props.as, navigate: props.navigate }}>{props.children}</Links>
}

export const useNavigateTo = () => useContext(Links).navigate

/** Also what the server answers itself: files to download. The app has no page there. */
const leavesTheApp = (to: string) => /^(?:[a-z]+:|\/\/|#|\/api\/)/i.test(to)

export function A({
  plain,
  newTab,
  className,
  children,
  to,
  ...rest
}: LinkAsProps & Loose<{ plain: boolean; newTab: boolean }>) {
  const { as: LinkHere } = useContext(Links)
  const name = cls('ns-link', plain && 'ns-link--plain', className)
  const tab = newTab ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  const content = newTab ? (
    <>
      {children}
      <Icon name="external" size="s" label={texts.frame.newTab} />
    </>
  ) : (
    children
  )
  if (leavesTheApp(to))
    return (
      <a href={to} {...rest} {...tab} className={name}>
        {content}
      </a>
    )
  return (
    <LinkHere to={to} {...rest} {...tab} className={name}>
      {content}
    </LinkHere>
  )
}
