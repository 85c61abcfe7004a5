import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'

type WithVault = Pick<Context, 'vault'>

async function wrappedKey(tx: Tx, customerId: string): Promise<Buffer> {
  const [row] = await tx.query<{ wrapped: Buffer | null }>(
    'select wrapped from app.customer_keys where customer_id = $1',
    [customerId],
  )
  const { wrapped } = found(row, 'customer')
  if (!wrapped) throw new AppError('not_found', 'the personal content of this customer was erased')
  return wrapped
}

/** Seals bytes or text under the customer's key and keeps them for good; returns their id. */
export async function storeContent(
  { vault }: WithVault,
  tx: Tx,
  customerId: string,
  content: string | Uint8Array,
  mediaType = 'text/plain',
): Promise<string> {
  const id = newId()
  const sealed = vault.seal(await wrappedKey(tx, customerId), customerId, Buffer.from(content as string))
  await tx.query('insert into app.contents (id, customer_id, sealed, media_type) values ($1, $2, $3, $4)', [
    id,
    customerId,
    sealed,
    mediaType,
  ])
  return id
}

/** The opened bytes of these contents, as far as the reader may see them. */
export async function readContents(
  { vault }: WithVault,
  tx: Tx,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.query<{ id: string; customer_id: string; sealed: Buffer; wrapped: Buffer | null }>(
    `select c.id, c.customer_id, c.sealed, k.wrapped from app.contents c
     join app.customer_keys k on k.customer_id = c.customer_id where c.id = any ($1::uuid[])`,
    [wanted],
  )
  return new Map(
    rows.flatMap((row) =>
      row.wrapped ? [[row.id, vault.open(row.wrapped, row.customer_id, row.sealed)] as const] : [],
    ),
  )
}

export async function readContent(ctx: WithVault, tx: Tx, id: string): Promise<Buffer> {
  return found((await readContents(ctx, tx, [id])).get(id), 'content')
}

export async function readText(ctx: WithVault, tx: Tx, id: string): Promise<string> {
  return (await readContent(ctx, tx, id)).toString('utf8')
}

/** Seals a small value kept in a row of its own rather than among the contents. */
export async function sealValue(
  { vault }: WithVault,
  tx: Tx,
  customerId: string,
  value: unknown,
): Promise<Buffer> {
  return vault.seal(await wrappedKey(tx, customerId), customerId, Buffer.from(JSON.stringify(value)))
}

/** A function that opens such values of one customer. */
export async function valueOpener({ vault }: WithVault, tx: Tx, customerId: string) {
  const wrapped = await wrappedKey(tx, customerId)
  return (sealed: Buffer): unknown => JSON.parse(vault.open(wrapped, customerId, sealed).toString('utf8'))
}

/** A digest for the audit trail that says nothing once the customer's key is gone. */
export async function contentMac(
  { vault }: WithVault,
  tx: Tx,
  customerId: string,
  content: string,
): Promise<string> {
  return vault.mac(await wrappedKey(tx, customerId), customerId, content)
}
