import 'antd/dist/reset.css'
import './desk.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { startFetching } from './fetching.ts'
import { preferences } from './preferences.ts'
import { startRouter } from './routes.tsx'
import { useDeskTheme } from './theme.ts'
import { startWords } from './words/start-words.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
const client = startFetching()
const router = startRouter(client)

startWords(preferences().locale ?? 'zh-CN')

function Desk() {
  const { i18n } = useTranslation()
  const theme = useDeskTheme()

  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])

  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'en' ? enGB : zhCN}
      csp={nonce ? { nonce } : undefined}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false} message={{ top: 52, maxCount: 2 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
)
