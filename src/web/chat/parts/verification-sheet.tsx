/** @jsxImportSource preact */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import type { Verification } from '../shapes.ts'
import { useWrite } from '../use-write.ts'
import { Sheet, Trouble } from './sheet.tsx'

const pauseBeforeNewCode = 30

/** A code sent a moment ago that has a while to live, or nothing. */
const stillGood = (code: Verification | null): Verification | null =>
  code && Date.parse(code.expiresAt) - Date.now() > 20_000 ? code : null

export function VerificationSheet({ next, onClose }: { next?: () => void; onClose: () => void }) {
  const { chat, state, words, announce, code: onItsWay } = useRoom()
  const conversation = state.conversation?.id ?? ''
  const [sent, setSent] = useState<Verification | null>(() => stillGood(onItsWay.current))
  const [code, setCode] = useState('')
  const [wait, setWait] = useState(pauseBeforeNewCode)
  const [hint, setHint] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const sending = useWrite((key) => chat.api.sendCode(key, conversation))
  const confirming = useWrite(
    (key, digits: string) => chat.api.confirmCode(key, conversation, digits),
    (trouble) => {
      if (trouble.kind === 'refused' && trouble.left === 0) onItsWay.current = null
      return false
    },
  )

  async function send(): Promise<void> {
    const verification = await sending.run()
    if (!verification) return
    setSent(verification)
    onItsWay.current = verification
    setWait(pauseBeforeNewCode)
    field.current?.focus()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a code is sent once, when the sheet opens
  useEffect(() => {
    if (sent) field.current?.focus()
    else send()
  }, [])

  useEffect(() => {
    if (wait <= 0) return
    const tick = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(tick)
  }, [wait])

  async function confirm(event: Event): Promise<void> {
    event.preventDefault()
    if (!/^\d{6}$/.test(code)) {
      setHint(words.verifyBad)
      field.current?.focus()
      return
    }
    setHint(null)
    if (!(await confirming.run(code))) {
      field.current?.select()
      return
    }
    onItsWay.current = null
    chat.putConversation({ verified: true })
    chat.refresh()
    announce(words.verifyDone)
    if (next) next()
    else onClose()
  }

  const problem = hint ?? confirming.problem ?? sending.problem
  return (
    <Sheet title={words.verifyTitle} onClose={onClose}>
      <form class="stack" onSubmit={confirm} noValidate>
        <p>{sent ? words.verifyBody : words.verifySending}</p>
        {sent?.demoCode && (
          <p class="demo-code">
            <span>{words.verifyDemo(sent.demoCode)}</span>
            <button type="button" class="link" onClick={() => setCode(sent.demoCode ?? '')}>
              {words.verifyFill}
            </button>
          </p>
        )}
        <label for={id}>{words.verifyCode}</label>
        <input
          id={id}
          ref={field}
          class="code"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem ${id}-safe`}
        />
        <div id={`${id}-problem`}>
          <Trouble text={problem} />
        </div>
        <button type="submit" class="primary wide" disabled={!sent || confirming.busy}>
          {words.verifySubmit}
        </button>
        <button type="button" class="link" disabled={wait > 0 || sending.busy} onClick={send}>
          {wait > 0 && sent ? words.verifyResendIn(wait) : words.verifyResend}
        </button>
        <p class="quiet" id={`${id}-safe`}>
          {words.verifySafe}
        </p>
      </form>
    </Sheet>
  )
}
