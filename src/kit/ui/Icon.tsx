// Line icons in the current text colour: KERN's icons are masks that turn white in forced colours, these follow the text.
import { cls, type Loose } from './props.ts'

const round = 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0z'
const paths = {
  home: 'M4 11.5 12 5l8 6.5V20h-5.5v-5h-5v5H4z',
  search: 'M17 11a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM15.5 15.5 20 20',
  add: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'm6 6 12 12M18 6 6 18',
  'chevron-left': 'm14.5 6-6 6 6 6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-up': 'm6 14.5 6-6 6 6',
  'arrow-forward': 'M5 12h14m-6-6 6 6-6 6',
  'arrow-back': 'M19 12H5m6-6-6 6 6 6',
  'arrow-up': 'M12 19V5m-6 6 6-6 6 6',
  'arrow-down': 'M12 5v14m-6-6 6 6 6-6',
  sort: 'm8.5 9.5 3.5-4 3.5 4m-7 5 3.5 4 3.5-4',
  edit: 'm4 20 1-4L16 5l3 3L8 19zM14 7l3 3',
  delete: 'M5 7h14M9 7V5h6v2M7 7l1 13h8l1-13m-6.5 4v5m3-5v5',
  download: 'M12 4v11m-5-4.5 5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
  mail: 'M4 6h16v12H4zm0 1 8 6 8-6',
  calendar: 'M5 6h14v14H5zm0 4h14M9 4v4m6-4v4',
  groups:
    'M12 9a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 6.2a3 3 0 0 1 0 5.6M17 14.3c2.2.6 3.5 2.4 3.5 4.7',
  chart: 'M5 20v-8m7 8V5m7 15v-6',
  checklist: 'M4 7l1.5 1.5L8 5.5M4 16l1.5 1.5L8 14.5M11.5 7H20m-8.5 9H20',
  place: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11zm2.3-11a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0z',
  hub: 'M14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM6.5 7.200l3.6 3.100m7.4-3.1-3.6 3.100M6.5 16.800l3.6-3.100m7.4 3.1-3.6-3.100M6.5 6a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zm14 0a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zm-14 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zm14 0a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z',
  forum: 'M4 5h12v9H9.500L6 17v-3H4zM19 9h1v9h-1.500v3L15 18h-4.5',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0zm-6 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  help: `${round}M9.5 9.500a2.5 2.5 0 1 1 3.6 2.200c-.8.4-1.1.9-1.1 1.800M12 16.500v.01`,
  info: `${round}M12 11v5m0-8.200v.01`,
  warning: 'm12 4 9 16H3zm0 6v4.500m0 2.800v.01',
  danger: `${round}M12 7.500V13m0 3.200v.01`,
  success: `${round}M8 12.3l2.8 2.8L16 9.5`,
  account: `${round}M14.8 10a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM6.5 18c1-2.3 3-3.5 5.5-3.500s4.5 1.2 5.5 3.5`,
  more: 'M12 5.4a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2zm0 6a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2zm0 6a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  external: 'M14 5h5v5m0-5-8 8m6 0v6H5V7h6',
  logout: 'M14 4H5v16h9m-4-8h10m-3.5-3.500L20 12l-3.5 3.5',
  map: 'm4 6 5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14m6-12v14',
  table: 'M4 5h16v14H4zm0 5h16M4 14.500h16M10 10v9',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  path: 'M7 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0zm14-6a2 2 0 1 1-4 0 2 2 0 0 1 4 0zm0 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM7 12h3c4 0 3-6 7-6m-7 6c4 0 3 6 7 6',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  undo: 'M5 9h9a5 5 0 0 1 0 10H8M9 5 5 9l4 4',
  copy: 'M9 9h10v11H9zm-4 6V4h10',
  lock: 'M6 11h12v9H6zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  clock: `${round}M12 7.500V12l3 2`,
  file: 'M6 3.500h8l4 4v13H6zm8 0v4h4',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  link: 'm10 14 4-4m-2-3 2-2a3.5 3.5 0 0 1 5 5l-2 2M12 17l-2 2a3.5 3.5 0 0 1-5-5l2-2',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zm11.5 0a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  'eye-off':
    'M4 4l16 16M6.5 7.500C4.2 9.3 3 12 3 12s3.5 6 9 6c1.5 0 2.9-.4 4.1-1M10 6.200c.6-.1 1.3-.2 2-.2 5.5 0 9 6 9 6s-.7 1.3-2 2.7',
  light:
    'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 3v1.500m0 15V21M3 12h1.500m15 0H21M5.6 5.600l1.1 1.100m10.6 10.6 1.1 1.100m0-12.8-1.1 1.100M6.7 17.300l-1.1 1.1',
  dark: 'M19.5 14.500A8 8 0 1 1 9.5 4.500a6.5 6.5 0 0 0 10 10z',
  contrast: `${round}M12 3.500v17`,
  refresh: 'M19 12a7 7 0 1 1-2-5l2 2m0-5v5h-5',
  scale: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zm14 0-2.5 6h5z',
  vote: 'M5 12v8h14v-8M8 9l3.5 3.500L18 6M3.5 12h4m9 0h4',
} as const

export type IconName = keyof typeof paths

export function Icon({
  name,
  label,
  size = 'm',
  className,
}: { name: IconName } & Loose<{ label: string; size: 's' | 'm' | 'l'; className: string }>) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a label names it; without one it is decoration and hidden
    <svg
      className={cls('ns-icon', `ns-icon--${size}`, className)}
      viewBox="0 0 24 24"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
