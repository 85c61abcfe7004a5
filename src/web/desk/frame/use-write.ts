import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../api.ts'

/**
 * A write, with the reads it makes out of date. They are fetched again after a success and after a conflict, so
 * the page shows what it conflicted with; what was typed is the caller's and stays.
 */
export function useWrite<In, Out>(send: (input: In) => Promise<Out>, touches: QueryKey[]) {
  const client = useQueryClient()
  const refresh = () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })))
  return useMutation({
    mutationFn: send,
    onSuccess: refresh,
    onError: (error) => {
      if (error instanceof ApiProblem && error.body.status === 409) return refresh()
    },
  })
}
