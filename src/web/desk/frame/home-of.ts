import type { Me } from '../shapes.ts'

/** The first page this person has, as the server lists them. */
export function homeOf(me: Me): '/queue' | '/compliance/runs' | '/policies' | null {
  if (me.pages.includes('queue')) return '/queue'
  if (me.pages.includes('compliance')) return '/compliance/runs'
  if (me.pages.includes('policies')) return '/policies'
  return null
}
