/** @jsxImportSource preact */
import { render } from 'preact'
import { EmbeddedChat } from './embedded-chat.tsx'
import type { Language } from './shapes.ts'
import chatStyles from './styles/chat.css?inline'
import embedStyles from './styles/embed.css?inline'

const script = document.currentScript as HTMLScriptElement | null
const home = script ? new URL(script.src).origin : location.origin

/**
 * `<parley-chat token="…" server="https://…" lang="zh-Hans|en">`: the chat inside another page. The page
 * hears `parley-session-over` when the token is no longer accepted, and sets a new `token` to go on.
 */
class ParleyChat extends HTMLElement {
  static observedAttributes = ['token', 'server', 'lang', 'open']

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' })
      root.adoptedStyleSheets = [chatStyles, embedStyles].map((text) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        return sheet
      })
    }
    this.draw()
  }

  disconnectedCallback(): void {
    if (this.shadowRoot) render(null, this.shadowRoot)
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.shadowRoot) this.draw()
  }

  private draw(): void {
    if (!this.shadowRoot) return
    const lang = this.getAttribute('lang')
    const language: Language | null = lang === null ? null : lang.startsWith('en') ? 'en' : 'zh-Hans'
    const chat = (
      <EmbeddedChat
        server={this.getAttribute('server') ?? home}
        token={this.getAttribute('token')}
        language={language}
        open={this.hasAttribute('open')}
        onOpen={(open) => this.toggleAttribute('open', open)}
        onOver={() =>
          this.dispatchEvent(new CustomEvent('parley-session-over', { bubbles: true, composed: true }))
        }
      />
    )
    render(chat, this.shadowRoot)
  }
}

if (!customElements.get('parley-chat')) customElements.define('parley-chat', ParleyChat)
