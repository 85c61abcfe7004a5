import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Unreachable, write, writeStreamed } from '../../api.ts'
import { useWrite } from '../frame/use-write.ts'
import { caseQuery } from '../reads.ts'
import type {
  Analysis,
  CaseDebt,
  CaseView,
  CloseReason,
  Decide,
  Decided,
  Draft,
  OfferSet,
  ProposeOffers,
  RequestDraft,
} from '../shapes.ts'
import { type ArrivingSentence, afterEvent } from './arriving.ts'

const path = '/api/staff'

/** Everything a person may do on a case, each with its pending state and its fault. */
export function useCaseWrites(matter: CaseView) {
  const client = useQueryClient()
  const [arriving, setArriving] = useState<readonly ArrivingSentence[] | null>(null)
  const touches = [caseQuery(matter.id).queryKey, ['queue']]
  const showDraft = (draft: Draft): Draft => {
    client.setQueryData(caseQuery(matter.id).queryKey, (old) => old && { ...old, draft })
    return draft
  }
  /** A stream that broke off leaves the draft in the making: the page looks again, the line tells when it is done. */
  const askForDraft = async (wish: RequestDraft): Promise<Draft> => {
    setArriving([])
    try {
      return await writeStreamed<Draft>(`${path}/cases/${matter.id}/drafts`, wish, 'draft', (event, data) =>
        setArriving((sentences) => afterEvent(sentences ?? [], event, data)),
      )
    } catch (error) {
      if (error instanceof Unreachable) void client.invalidateQueries({ queryKey: touches[0] })
      throw error
    }
  }

  return {
    analyse: useWrite(() => write<Analysis>('POST', `${path}/cases/${matter.id}/analysis`, {}), touches),
    propose: useWrite(
      (wish: ProposeOffers) => write<OfferSet>('POST', `${path}/cases/${matter.id}/offers`, wish),
      touches,
    ),
    chooseDebt: useWrite(
      (accountId: string) => write<CaseDebt>('POST', `${path}/cases/${matter.id}/debt`, { accountId }),
      touches,
    ),
    draft: useWrite(async (wish: RequestDraft) => {
      const draft = showDraft(await askForDraft(wish))
      setArriving(null)
      return draft
    }, touches),
    /** What has been written of the draft asked for here; null once it is on the page, or when none was. */
    arriving,
    edit: useWrite(
      async ({ id, text, version }: { id: string; text: string; version: number }) =>
        showDraft(await write<Draft>('PUT', `${path}/drafts/${id}`, { text }, version)),
      touches,
    ),
    decide: useWrite(
      ({ id, version, decision }: { id: string; version: number; decision: Decide }) =>
        write<Decided>('POST', `${path}/drafts/${id}/decisions`, decision, version),
      touches,
    ),
    clear: useWrite(
      ({ signalId, reason }: { signalId: string; reason: string }) =>
        write<{ clearedAt: string }>('POST', `${path}/cases/${matter.id}/signals/${signalId}/clearance`, {
          reason,
        }),
      touches,
    ),
    close: useWrite(
      (reason: CloseReason) =>
        write<{ stage: 'closed' }>('POST', `${path}/cases/${matter.id}/closure`, { reason }, matter.version),
      touches,
    ),
  }
}

export type CaseWrites = ReturnType<typeof useCaseWrites>
