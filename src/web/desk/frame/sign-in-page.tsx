import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { meQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import './frame.css'
import { LanguageSwitch } from './language-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })

  const onDone = async () => {
    client.removeQueries({ queryKey: meQuery.queryKey })
    await navigate({ href: next ?? '/', replace: true })
  }
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <header>
          <img src="/desk/favicon.svg" alt="" width={36} height={36} />
          <div>
            <h1>{t('frame.signIn.title')}</h1>
            <p>{t('frame.tagline')}</p>
          </div>
          <LanguageSwitch />
        </header>
        <SignInForm onDone={onDone} />
      </div>
    </main>
  )
}
