import { createRoute, z } from '@hono/zod-openapi'
import { type ClauseChange, diffClauses } from '../../features/policies/diff-clauses.ts'
import { diffWords } from '../../features/policies/diff-words.ts'
import { findOriginal, readFile } from '../../features/policies/ingests/store.ts'
import { publishVersion, submitVersion, withdrawVersion } from '../../features/policies/publish-version.ts'
import { returnVersion } from '../../features/policies/return-version.ts'
import { DraftFacts, reviseDraft } from '../../features/policies/revise-draft.ts'
import { findVersion, listClauses, listVersions } from '../../features/policies/store.ts'
import { findClauseUse } from '../../negotiation/find-clause-use.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { json, ok, refusal } from '../route.ts'
import { ifMatch, type Request, type Router, read, type Web, write } from '../server.ts'
import { keepersOnly } from './keepers-only.ts'
import * as shapes from './policy-shapes.ts'
import { versionView } from './policy-view.ts'

const Place = z.object({ documentId: z.string(), version: z.coerce.number().int().positive() })

/** A version of a policy: seen, revised, moved on by people, compared with another, and what leans on it. */
export function addPolicyVersions(app: Router, web: Web): void {
  const show = (c: Request, { documentId, version }: z.infer<typeof Place>) =>
    read(c, web, (tx) => versionView(web, tx, c.get('staff'), documentId, version))
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/{documentId}/versions/{version}',
        request: { params: Place },
        responses: ok(shapes.PolicyVersion),
      }),
      async (c) => c.json(await show(c, c.req.valid('param')), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/policies/{documentId}/versions/{version}',
        request: { params: Place, ...json(DraftFacts) },
        responses: ok(shapes.PolicyVersion),
      }),
      async (c) => {
        const [place, facts, revision] = [c.req.valid('param'), c.req.valid('json'), ifMatch(c)]
        await write(c, web, { ...facts, revision }, async (tx) => {
          await reviseDraft(tx, await idOf(tx, place), facts, revision)
        })
        return c.json(await show(c, place), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/policies/{documentId}/versions/{version}/moves',
        request: { params: Place, ...json(shapes.Move) },
        responses: ok(shapes.PolicyVersion),
      }),
      async (c) => {
        const [place, body, revision] = [c.req.valid('param'), c.req.valid('json'), ifMatch(c)]
        await write(c, web, { ...body, revision }, async (tx) => {
          const id = await idOf(tx, place)
          if (body.move === 'return') await returnVersion(tx, id, body, revision)
          else await moves[body.move](tx, id, revision)
        })
        return c.json(await show(c, place), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/{documentId}/versions/{version}/changes',
        request: { params: Place, query: z.object({ from: z.coerce.number().int().positive() }) },
        responses: ok(shapes.PolicyChanges),
      }),
      async (c) => {
        const { documentId, version } = c.req.valid('param')
        const { from } = c.req.valid('query')
        return c.json(await read(c, web, (tx) => changesView(tx, documentId, from, version)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/{documentId}/versions/{version}/file',
        middleware: keepersOnly,
        request: { params: Place },
        responses: {
          200: {
            description: 'the original as it was handed in',
            content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
          },
          default: refusal,
        },
      }),
      async (c) => {
        const place = c.req.valid('param')
        const { name, bytes } = await read(c, web, async (tx) => {
          const original = found(await findOriginal(tx, await idOf(tx, place)), 'original')
          return { name: original.fileName, bytes: found(await readFile(tx, original.id), 'original') }
        })
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'cache-control': 'no-store',
        }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/{documentId}/use',
        middleware: keepersOnly,
        request: { params: Place.pick({ documentId: true }) },
        responses: ok(z.object({ clauses: z.array(shapes.ClauseUse) })),
      }),
      async (c) => {
        const uses = await findClauseUse(web.db, c.req.valid('param').documentId)
        const clauses = uses.map(({ clauseId, drafts, agreements, evalCases }) => ({
          clauseId,
          drafts: drafts.map(({ id, state, caseId }) => ({ id, state, caseId })),
          agreements: agreements.map(({ id, state, caseId }) => ({ id, state, caseId })),
          evalCases,
        }))
        return c.json({ clauses }, 200)
      },
    )
}

const moves = { submit: submitVersion, publish: publishVersion, withdraw: withdrawVersion }

async function idOf(tx: Tx, { documentId, version }: z.infer<typeof Place>): Promise<string> {
  return found(await findVersion(tx, documentId, version), 'version').id
}

async function changesView(
  tx: Tx,
  documentId: string,
  from: number,
  to: number,
): Promise<z.infer<typeof shapes.PolicyChanges>> {
  const versions = await listVersions(tx, documentId)
  const pick = (number: number) =>
    found(
      versions.find((one) => one.version === number),
      'version',
    )
  const after = pick(to)
  const changes = diffClauses(await listClauses(tx, pick(from).id), await listClauses(tx, after.id))
  return {
    document: { id: documentId, title: after.title, lang: after.lang === 'en' ? 'en' : 'zh-Hans' },
    from,
    to,
    versions: versions.map((one) => one.version),
    changes: changes.map((change) => ({
      kind: change.kind === 'renumbered' ? 'moved' : change.kind,
      number: change.number,
      heading: change.heading,
      from: change.kind === 'renumbered' ? change.from : null,
      words: diffWords(...shownTexts(change)),
    })),
  }
}

/** The texts to compare: the heading only where it changed, a table without the line that parts off its head. */
function shownTexts(change: ClauseChange): [string, string] {
  const texts = ['before' in change ? change.before : '', 'after' in change ? change.after : ''].map((text) =>
    text.replace(/^\|[\s|:-]+\|\n/gm, ''),
  ) as [string, string]
  const [old, now] = texts.map((text) => text.slice(0, Math.max(0, text.indexOf('\n'))))
  const same = change.kind !== 'changed' || old === now
  return same ? [texts[0].slice(old!.length).trimStart(), texts[1].slice(now!.length).trimStart()] : texts
}
