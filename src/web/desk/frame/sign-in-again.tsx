import { useQueryClient } from '@tanstack/react-query'
import { sessionBegan, useSessionEnded } from '../session.ts'
import { useWords } from '../words/use-words.ts'
import { Dialog } from './dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Asks for the password over the page when the session ends, so nothing on it is lost. */
export function SignInAgain() {
  const { t } = useWords()
  const client = useQueryClient()
  const ended = useSessionEnded()
  return (
    <Dialog open={ended} title={t('frame.signIn.expired')}>
      <p className="quiet">{t('frame.signIn.expiredNote')}</p>
      <SignInForm
        onDone={() => {
          sessionBegan()
          void client.invalidateQueries()
        }}
      />
    </Dialog>
  )
}
