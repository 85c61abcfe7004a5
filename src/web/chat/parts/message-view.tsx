/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { clock } from '../format.ts'
import type { Message } from '../shapes.ts'
import { AgreementCard } from './agreement-card.tsx'
import { Feedback } from './feedback.tsx'
import { Mark, SparkIcon } from './icons.tsx'
import { MessageText, SourceChips } from './message-text.tsx'
import { NoticeView } from './notice-view.tsx'
import { OfferView } from './offer-view.tsx'

/** Who wrote it, in words and in shape: the machine, a person, or a person with the machine's draft. */
function Byline({ message }: { message: Message }) {
  const { state, words, language } = useRoom()
  const author = message.author
  if (message.from === 'assistant' || (message.from === 'bank' && message.aiWritten))
    return (
      <p class="byline">
        <span class="face face-ai" aria-hidden="true">
          <SparkIcon size={16} />
        </span>
        <b>{words.assistant}</b>
        <span class="tag tag-ai">{words.aiTag}</span>
      </p>
    )
  if (message.from === 'bank' || !author)
    return (
      <p class="byline">
        <Mark size={22} />
        <b>{state.session?.bank.name[language] ?? words.bank}</b>
        {message.aiWritten && <span class="tag tag-mixed">{words.aiCheckedPlain}</span>}
      </p>
    )
  return (
    <p class="byline">
      <span class="face" aria-hidden="true">
        {author.name.slice(0, 1)}
      </span>
      <b>{author.name}</b>
      <span class="role">{words.role[author.role]}</span>
      {message.aiWritten ? (
        <span class="tag tag-mixed">{words.aiChecked(author.name)}</span>
      ) : (
        <span class="tag tag-human">{words.humanTag}</span>
      )}
    </p>
  )
}

export function MessageView({ message, run }: { message: Message; run: boolean }) {
  const { state, words, language } = useRoom()
  const told = state.conversation?.language ?? language
  const time = (
    <time class="at" dateTime={message.createdAt}>
      {clock(language, message.createdAt)}
    </time>
  )

  if (message.from === 'customer')
    return (
      <div class="message mine">
        <span class="unseen">{words.you}</span>
        <p class="says" dir="auto">
          {message.text}
        </p>
        {time}
      </div>
    )

  if (message.kind === 'notice') return <NoticeView message={message} language={told} />

  const by = message.from === 'agent' ? (message.aiWritten ? 'theirs mixed' : 'theirs human') : 'theirs ai'
  return (
    <div class={`message ${by}`}>
      {!run && <Byline message={message} />}
      {message.text && <MessageText message={message} language={told} />}
      <SourceChips message={message} />
      {message.offer && <OfferView offer={message.offer} />}
      {message.agreement && <AgreementCard agreement={message.agreement} />}
      <div class="under">
        {time}
        {message.from === 'assistant' && <Feedback message={message} />}
      </div>
    </div>
  )
}
