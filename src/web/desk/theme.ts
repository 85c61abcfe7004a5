import { type ThemeConfig, theme } from 'antd'
import { useEffect, useSyncExternalStore } from 'react'
import { usePreferences } from './preferences.ts'

/** One palette for our own styles (as custom properties) and for the component library (as tokens). */
const light = {
  ground: '#f2f5f4',
  surface: '#ffffff',
  sunken: '#f7f9f8',
  line: '#d5dcda',
  'line-soft': '#e6ebe9',
  text: '#16201e',
  soft: '#4d5b57',
  faint: '#5f6d69',
  brand: '#0b6357',
  'brand-soft': '#e2f1ed',
  'on-brand': '#ffffff',
  ai: '#5a45b0',
  'ai-soft': '#f3f0fc',
  'ai-line': '#c3b8ec',
  warn: '#854d00',
  'warn-soft': '#fdf1da',
  danger: '#ab2018',
  'danger-soft': '#fdebe9',
  'on-danger': '#ffffff',
  ok: '#1b6a3c',
  'ok-soft': '#e5f4ea',
  bar: '#0b6357',
  'bar-interest': '#e0a33b',
}

const dark: typeof light = {
  ground: '#0e1413',
  surface: '#151c1b',
  sunken: '#111817',
  line: '#303b39',
  'line-soft': '#232d2b',
  text: '#e4ebe9',
  soft: '#a9b7b3',
  faint: '#95a4a0',
  brand: '#62c6b3',
  'brand-soft': '#14322d',
  'on-brand': '#04201b',
  ai: '#b9adf7',
  'ai-soft': '#1f1b33',
  'ai-line': '#4d4283',
  warn: '#f0b65c',
  'warn-soft': '#33270f',
  danger: '#ff9389',
  'danger-soft': '#3b1a18',
  'on-danger': '#2b0705',
  ok: '#83d3a0',
  'ok-soft': '#132e1e',
  bar: '#4fb3a0',
  'bar-interest': '#e0a33b',
}

const fonts = `'Inter', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif`
const prefersDark = matchMedia('(prefers-color-scheme: dark)')

function watchSystem(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener)
  return () => prefersDark.removeEventListener('change', listener)
}

/** The theme in force, applied to the document and returned as tokens for the component library. */
export function useDeskTheme(): ThemeConfig {
  const { theme: choice } = usePreferences()
  const systemDark = useSyncExternalStore(watchSystem, () => prefersDark.matches)
  const isDark = choice === 'dark' || (choice === 'system' && systemDark)
  const palette = isDark ? dark : light

  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = isDark ? 'dark' : 'light'
    for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--${name}`, value)
    root.style.setProperty('--fonts', fonts)
  }, [isDark, palette])

  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.brand,
      colorInfo: palette.brand,
      colorLink: palette.brand,
      colorError: palette.danger,
      colorWarning: palette.warn,
      colorSuccess: palette.ok,
      colorPrimaryBg: palette['brand-soft'],
      controlItemBgActive: palette['brand-soft'],
      colorInfoBg: palette['brand-soft'],
      colorInfoBorder: palette['brand-soft'],
      colorSuccessBg: palette['ok-soft'],
      colorSuccessBorder: palette['ok-soft'],
      colorWarningBg: palette['warn-soft'],
      colorWarningBorder: palette['warn-soft'],
      colorErrorBg: palette['danger-soft'],
      colorErrorBorder: palette['danger-soft'],
      colorBgBase: palette.surface,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorText: palette.text,
      colorTextSecondary: palette.soft,
      colorTextTertiary: palette.faint,
      colorTextDescription: palette.soft,
      colorTextPlaceholder: palette.faint,
      colorBorder: palette.line,
      colorBorderSecondary: palette['line-soft'],
      borderRadius: 6,
      fontFamily: fonts,
      fontSize: 13,
      fontSizeSM: 12,
      fontSizeLG: 13,
      controlHeight: 30,
      controlHeightSM: 24,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        contentFontSize: 13,
        contentFontSizeSM: 12,
        contentFontSizeLG: 14,
        primaryColor: palette['on-brand'],
        dangerColor: palette['on-danger'],
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
    },
  }
}
