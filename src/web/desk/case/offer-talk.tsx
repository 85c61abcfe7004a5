import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView, OfferSet } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { OfferGrantDialog } from './offer-grant-dialog.tsx'
import { useOfferTerms } from './offer-terms.ts'
import './offers.css'
import type { CaseWrites } from './use-case-writes.ts'

type Props = { matter: CaseView; set: OfferSet; writes: CaseWrites }

/** What the customer asks, whether policy carries it, and why it is or is not put forward. */
export function OfferTalk({ matter, set, writes }: Props) {
  const { t, term, money } = useWords()
  const say = useOfferTerms()
  const [granting, setGranting] = useState(false)
  const { talk } = set
  if (!talk.asked || !talk.verdict) return null
  const { inside, rules, authority, nearest } = talk.verdict
  return (
    <div className={`offer-talk ${inside ? 'inside' : 'outside'}`}>
      <p>
        {t('offerTalk.asked')} <b>{say.asked(talk.asked)}</b>{' '}
        <span className={`tag ${inside ? 'ok' : 'warn'}`}>
          {inside
            ? t('offerTalk.inside', { authority: term('authority', authority ?? 'committee') })
            : t('offerTalk.outside')}
        </span>{' '}
        {rules.map((rule) => (
          <span key={rule} className="tag">
            {term('rule', rule)}
          </span>
        ))}
      </p>
      {!inside && nearest.length > 0 && (
        <>
          <p className="quiet">{t('offerTalk.nearest')}</p>
          <ul>
            {nearest.map((plan) => (
              <li key={say.plan(plan)}>{say.plan(plan)}</li>
            ))}
          </ul>
        </>
      )}
      {talk.received && (
        <p>
          {t('offerTalk.gave', { gift: term('gift', talk.received) })}{' '}
          <span className="quiet">{t('offerTalk.round', { n: talk.round })}</span>
        </p>
      )}
      {talk.given > 0 && <p className="quiet">{t('offerTalk.given', { amount: money(talk.given) })}</p>}
      {talk.warnings.map((warning) => (
        <span key={warning} className="tag warn">
          {term('concession', warning)}
        </span>
      ))}
      {talk.heldBy.map((held) => (
        <p key={held}>{term('heldBy', held)}</p>
      ))}
      {matter.allowed.includes('grant') && (
        <Button size="small" onClick={() => setGranting(true)}>
          {t('offerTalk.grant')}
        </Button>
      )}
      <OfferGrantDialog
        open={granting}
        asked={say.asked(talk.asked)}
        writes={writes}
        onClose={() => setGranting(false)}
      />
    </div>
  )
}
