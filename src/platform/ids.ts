import { v7 } from 'uuid'

/** A new identifier: UUIDv7, so ids made later sort later and none is ever used twice. */
export function newId(): string {
  return v7()
}
