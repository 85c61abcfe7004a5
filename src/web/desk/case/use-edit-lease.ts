import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiProblem, request } from '../../api.ts'
import { useWrite } from '../frame/use-write.ts'
import type { Draft, Lease } from '../shapes.ts'

const renewMs = 30_000
// Each renewal is a deed of its own: one that repeated the key of a lost one would renew nothing.
const ownKey = () => ({ 'idempotency-key': crypto.randomUUID() })
const take = (id: string, over: boolean) =>
  request<Lease>(`/api/staff/drafts/${id}/lease`, {
    method: 'POST',
    body: { take: over },
    headers: ownKey(),
  })
const giveBack = (id: string) =>
  request(`/api/staff/drafts/${id}/lease`, { method: 'DELETE', headers: ownKey(), keepalive: true })

/**
 * Holds a draft for whoever is editing it: renewed while they do, given back when they leave, even by closing the page.
 * A refused renewal, or the end of somebody else's minute, fetches the draft again: the server says who has it.
 */
export function useEditLease(draft: Draft | null, editing: boolean, around: QueryKey) {
  const client = useQueryClient()
  const taking = useWrite(({ id, over }: { id: string; over: boolean }) => take(id, over), [around])
  const held = editing && draft?.state === 'ready' ? draft.id : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the same case for the page's whole life
  useEffect(() => {
    if (held === null) return
    let over = false
    let last: Promise<unknown> = Promise.resolve()
    // One after the other, so that no renewal still under way arrives behind the giving back.
    const renew = () => {
      last = last
        .then(() => (over ? undefined : take(held, false)))
        .catch((error: unknown) => {
          if (!over && error instanceof ApiProblem) void client.invalidateQueries({ queryKey: around })
        })
    }
    const renewIfSeen = () => {
      if (document.visibilityState === 'visible') renew()
    }
    const leave = () => void giveBack(held).catch(() => {})
    renew()
    const timer = setInterval(renew, renewMs)
    document.addEventListener('visibilitychange', renewIfSeen)
    addEventListener('pageshow', renewIfSeen)
    addEventListener('pagehide', leave)
    return () => {
      over = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', renewIfSeen)
      removeEventListener('pageshow', renewIfSeen)
      removeEventListener('pagehide', leave)
      void last.then(leave)
    }
  }, [held, client])

  const other = draft?.lease && !draft.lease.mine ? draft.lease : null
  const until = other?.until
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!until) return
    const left = Math.max(0, Date.parse(until) - Date.now())
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: around }), left + 1_000)
    return () => clearTimeout(timer)
  }, [until, client])

  return { taking, other }
}
