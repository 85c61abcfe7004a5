/** @jsxImportSource preact */
import type { Sheet } from '../context.ts'
import { AgreementSheet } from './agreement-sheet.tsx'
import { CostSheet } from './cost-sheet.tsx'
import { CounterSheet } from './counter-sheet.tsx'
import { FeedbackSheet } from './feedback.tsx'
import { PersonSheet } from './person-sheet.tsx'
import { SourceSheet } from './source-sheet.tsx'
import { VerificationSheet } from './verification-sheet.tsx'

/** The sheet that is open, by what it is about. */
export function OpenSheet({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  switch (sheet.kind) {
    case 'source':
      return <SourceSheet source={sheet.source} onClose={onClose} />
    case 'person':
      return <PersonSheet onClose={onClose} />
    case 'verify':
      return (
        <VerificationSheet
          next={
            sheet.next &&
            (() => {
              onClose()
              sheet.next?.()
            })
          }
          onClose={onClose}
        />
      )
    case 'counter':
      return <CounterSheet offer={sheet.offer} onClose={onClose} />
    case 'cost':
      return <CostSheet offer={sheet.offer} onClose={onClose} />
    case 'agreement':
      return <AgreementSheet id={sheet.id} onClose={onClose} />
    case 'feedback':
      return <FeedbackSheet message={sheet.message} onClose={onClose} />
  }
}
