import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type LineState, listen } from '../../live.ts'
import { applyChange } from '../fetching.ts'

/** Keeps the page true to the server while it is open; says whether the line stands. */
export function useLine(): LineState {
  const client = useQueryClient()
  const [state, setState] = useState<LineState>('connecting')
  useEffect(
    () =>
      listen('/api/staff/events', {
        onChange: (change) => applyChange(client, change),
        onState: setState,
        onResume: () => void client.invalidateQueries(),
      }),
    [client],
  )
  return state
}
