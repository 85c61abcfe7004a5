import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps, Tooltip } from 'antd'
import { request } from '../../api.ts'
import type { LineState } from '../../live.ts'
import { setPreference, type ThemeChoice, usePreferences } from '../preferences.ts'
import { meQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import { LanguageSwitch } from './language-switch.tsx'

const pagePaths = { queue: '/queue', compliance: '/compliance/runs', policies: '/policies' } as const
const sectionPaths = {
  queue: ['/queue', '/cases', '/conversations'],
  compliance: ['/compliance'],
  policies: ['/policies'],
} as const
const themes: readonly ThemeChoice[] = ['system', 'light', 'dark']

type Props = { line: LineState; onHelp: () => void; onPalette: () => void }

export function Header({ line, onHelp, onPalette }: Props) {
  const { t } = useWords()
  const { data: me } = useQuery(meQuery)
  const { pathname } = useLocation()
  const pages = (['queue', 'compliance', 'policies'] as const).filter((page) => me?.pages.includes(page))

  return (
    <header className="header">
      <span className="wordmark">
        <img src="/desk/favicon.svg" alt="" width={20} height={20} />
        Parley
      </span>
      <nav aria-label={t('frame.nav')}>
        {pages.map((page) => (
          <Link
            key={page}
            to={pagePaths[page]}
            className="nav-link"
            data-current={sectionPaths[page].some((path) => pathname.startsWith(path))}
          >
            {t(`frame.pages.${page}`)}
          </Link>
        ))}
      </nav>
      <span className="grow" />
      <span className={`line ${line}`} role="status">
        <i aria-hidden="true" />
        {t(`frame.line.${line}`)}
      </span>
      <Button size="small" className="find" onClick={onPalette}>
        {t('frame.palette.title')} <kbd>Ctrl K</kbd>
      </Button>
      <Tooltip title={t('frame.keys.title')}>
        <Button size="small" type="text" aria-label={t('frame.keys.title')} onClick={onHelp}>
          ?
        </Button>
      </Tooltip>
      <LanguageSwitch />
      <AccountMenu />
    </header>
  )
}

function AccountMenu() {
  const { t, term } = useWords()
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const { theme } = usePreferences()
  if (!me) return null

  const signOut = async () => {
    await request('/api/auth/sign-out', { method: 'POST', body: {} }).catch(() => undefined)
    client.clear()
    location.assign('/desk/sign-in')
  }
  const menu: MenuProps = {
    selectedKeys: [theme],
    items: [
      { key: 'who', label: me.email, disabled: true },
      { type: 'divider' },
      {
        type: 'group',
        label: t('frame.appearance'),
        children: themes.map((key) => ({ key, label: t(`frame.theme.${key}`) })),
      },
      { type: 'divider' },
      { key: 'out', label: t('frame.signOut') },
    ],
    onClick: ({ key }) => {
      if (key === 'out') void signOut()
      else setPreference('theme', key as ThemeChoice)
    },
  }
  return (
    <Dropdown menu={menu} trigger={['click']} placement="bottomRight">
      <Button size="small" type="text" className="account" aria-label={`${me.name} · ${t('frame.account')}`}>
        <span className="avatar" aria-hidden="true">
          {me.name.slice(0, 1)}
        </span>
        {me.name}
        <span className="role">{term('role', me.role)}</span>
      </Button>
    </Dropdown>
  )
}
