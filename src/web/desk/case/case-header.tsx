import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { DueTag } from '../queue/queue-row.tsx'
import type { CaseView, CloseReason } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { CustomerCard } from './customer-card.tsx'
import { HandOffBar } from './hand-off-bar.tsx'
import type { CaseWrites } from './use-case-writes.ts'
import type { ConversationWrites } from './use-conversation-writes.ts'

const steps = ['first_contact', 'analysis', 'proposal', 'agreement', 'follow_up'] as const
const closeReasons: readonly CloseReason[] = ['resolved', 'withdrawn', 'no_agreement', 'duplicate']

type Props = { matter: CaseView; talk: ConversationWrites; writes: CaseWrites }

/** Who it is, how much is at stake, where the case stands, who is speaking with them. */
export function CaseHeader({ matter, talk, writes }: Props) {
  const { t, term, money } = useWords()
  const [card, setCard] = useState(false)
  const [closing, setClosing] = useState(false)
  const { customer } = matter
  const owed = customer.accounts.reduce((sum, account) => sum + account.totalOwed, 0)
  const late = Math.max(0, ...customer.accounts.map((account) => account.daysPastDue))
  const at = steps.indexOf(matter.stage as (typeof steps)[number])

  return (
    <header className="case-header">
      <div className="case-who">
        <h1>{customer.name}</h1>
        <span className={`tag ${customer.verified ? 'ok' : 'warn'}`}>
          {t(customer.verified ? 'matter.verified' : 'matter.unverified')}
        </span>
        <span className="tag">{term('kind', matter.kind)}</span>
        <span className="soft">{customer.ref}</span>
        <span className="grow" />
        {matter.dueAt && <DueTag dueAt={matter.dueAt} />}
        {matter.allowed.includes('close') && (
          <Button size="small" type="text" onClick={() => setClosing(true)}>
            {t('matter.closeCase')}
          </Button>
        )}
      </div>
      <div className="case-line">
        <button type="button" className="owed" onClick={() => setCard(true)}>
          {customer.accounts.length > 0 && (
            <>
              {t('matter.owed')} <b>{money(owed, customer.accounts[0]?.currency)}</b>
              <span className={late > 0 ? 'late' : ''}>
                {late > 0 ? t('matter.pastDue', { n: late }) : t('matter.current')}
              </span>
            </>
          )}
          <u>{t('matter.customer')}</u>
        </button>
        <ol className="steps" aria-label={t('matter.stages')}>
          {steps.map((step, index) => (
            <li
              key={step}
              className={index < at || matter.stage === 'closed' ? 'past' : ''}
              aria-current={index === at ? 'step' : undefined}
            >
              <span>{term('stage', step)}</span>
            </li>
          ))}
        </ol>
      </div>
      <HandOffBar
        handOff={matter.conversation.handOff}
        assignee={matter.assignee}
        canJoin={matter.allowed.includes('join')}
        talk={talk}
      />
      <CustomerCard matter={matter} open={card} onClose={() => setCard(false)} />
      <Dialog open={closing} title={t('matter.closeCase')} onClose={() => setClosing(false)}>
        <p className="quiet">{t('matter.closeWhy')}</p>
        <div className="stack">
          {closeReasons.map((reason) => (
            <Button
              key={reason}
              loading={writes.close.isPending && writes.close.variables === reason}
              onClick={() => writes.close.mutate(reason, { onSuccess: () => setClosing(false) })}
            >
              {term('closeReason', reason)}
            </Button>
          ))}
        </div>
        <ProblemNote error={writes.close.error} onRefetch={() => setClosing(false)} />
      </Dialog>
    </header>
  )
}
