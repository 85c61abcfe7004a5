/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useRoom } from '../context.ts'
import { CloseIcon } from './icons.tsx'

type Props = {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** Stays at the bottom while the content scrolls. */
  foot?: ComponentChildren
  page?: boolean
}

const focusedIn = (node: Node): HTMLElement | null => {
  const root = node.getRootNode() as Document | ShadowRoot
  return root.activeElement as HTMLElement | null
}

/** A modal sheet: the browser keeps focus inside; on closing it goes back to where it was, or to the log. */
export function Sheet({ title, onClose, children, foot, page = false }: Props) {
  const { words } = useRoom()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const open = useRef(true)
  const id = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const before = focusedIn(element)
    const log = element.parentElement?.querySelector<HTMLElement>('[role=log]')
    element.showModal()
    heading.current?.focus()
    return () => {
      open.current = false
      element.close()
      requestAnimationFrame(() => {
        const now = log && focusedIn(log)
        if (now && now.localName !== 'body' && now.isConnected) return
        const target = before?.isConnected && before.localName !== 'body' ? before : log
        target?.focus({ preventScroll: true })
      })
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      class={page ? 'sheet sheet-page' : 'sheet'}
      aria-labelledby={id}
      onClose={() => open.current && onClose()}
    >
      <header class="sheet-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="round" onClick={onClose} aria-label={words.close}>
          <CloseIcon />
        </button>
      </header>
      <div class="sheet-body" tabIndex={page ? 0 : undefined}>
        {children}
      </div>
      {foot && <footer class="sheet-foot">{foot}</footer>}
    </dialog>
  )
}

/** A refusal, said gently and at once. */
export function Trouble({ text }: { text: string | null }) {
  return (
    <p class="trouble" role="alert">
      {text}
    </p>
  )
}
