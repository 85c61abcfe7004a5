import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import { ApiProblem, request } from '../../api.ts'
import { demoLoginsQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import { ProblemNote } from './problem-note.tsx'

type Login = { email: string; password: string }

/** E-mail and password; where the server offers demo logins, one click each. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t, term } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const ids = [useId(), useId()] as const
  const { data: demo } = useQuery(demoLoginsQuery)
  const signIn = useMutation({
    mutationFn: (login: Login) =>
      request('/api/auth/sign-in/email', {
        method: 'POST',
        body: { email: login.email, password: login.password },
      }),
    onSuccess: onDone,
  })
  const status = signIn.error instanceof ApiProblem ? signIn.error.body.status : null
  const wrong = status !== null && [400, 401, 403].includes(status)
  const tooMany = status === 429

  return (
    <>
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate({ email: email.trim(), password })
        }}
      >
        <label htmlFor={ids[0]}>{t('frame.signIn.email')}</label>
        <input
          id={ids[0]}
          className="field"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <label htmlFor={ids[1]}>{t('frame.signIn.password')}</label>
        <input
          id={ids[1]}
          className="field"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {wrong && <Alert className="problem" type="error" title={t('frame.signIn.wrong')} />}
        {tooMany && <Alert className="problem" type="warning" title={t('frame.signIn.tooMany')} />}
        {!wrong && !tooMany && <ProblemNote error={signIn.error} />}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('frame.signIn.submit')}
        </Button>
      </form>
      {demo && demo.logins.length > 0 && (
        <section className="demo" aria-label={t('frame.signIn.demo')}>
          <h2>{t('frame.signIn.demo')}</h2>
          <p>{t('frame.signIn.demoNote')}</p>
          <ul>
            {demo.logins.map((login) => (
              <li key={login.email}>
                <button
                  type="button"
                  disabled={signIn.isPending}
                  onClick={() => {
                    setEmail(login.email)
                    setPassword(login.password)
                    signIn.mutate(login)
                  }}
                >
                  <b>{login.name}</b>
                  <span>{term('role', login.role)}</span>
                  <small>{login.email}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
