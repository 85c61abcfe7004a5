import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/use-words.ts'

type Props = {
  open: boolean
  title: string
  /** Left out when there is nothing to go back to before the dialog is answered. */
  onClose?: () => void
  children: ReactNode
  wide?: boolean
}

/** The browser's own dialog: it keeps the focus, closes on Escape and needs no injected styles. */
export function Dialog({ open, title, onClose, children, wide }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    if (open && !box.current?.open) {
      box.current?.showModal()
      box.current?.querySelector<HTMLElement>('.dialog-body :is(input, textarea)')?.focus()
    }
    if (!open) box.current?.close()
  }, [open])

  return (
    <dialog
      ref={box}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      {open && (
        <>
          <header>
            <h2 id={titleId}>{title}</h2>
            {onClose && (
              <Button type="text" size="small" aria-label={t('frame.close')} onClick={onClose}>
                ✕
              </Button>
            )}
          </header>
          <div className="dialog-body">{children}</div>
        </>
      )}
    </dialog>
  )
}
