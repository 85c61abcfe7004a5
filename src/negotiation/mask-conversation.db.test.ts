import { beforeAll, describe, expect, it } from 'vitest'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { readConversation } from '../features/conversations/store.ts'
import { eraseCustomer } from '../features/customers/erase-customer.ts'
import { type Actor, system } from '../platform/context.ts'
import { maskTexts } from './mask-conversation.ts'
import {
  addDebtor,
  attempt,
  secrets,
  startConversation,
  type TestBank,
  testBank,
} from './negotiation.fixture.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

const writer = system('drafts')
async function thread() {
  const who = await addDebtor(bank)
  return { who, conversationId: await startConversation(bank, who) }
}
const masked = (conversationId: string, texts: string[], actor: Actor = writer) =>
  bank.story.db.withActor(actor, (tx) => maskTexts(bank.story, tx, conversationId, texts))
async function row(conversationId: string) {
  const { rows } = await bank.connection.appPool.query<{ sealed: Buffer; version: number }>(
    'select sealed, version from app.conversation_masks where conversation_id = $1',
    [conversationId],
  )
  return rows[0]
}

describe('texts of a conversation', () => {
  it("are masked by the customer's record, in every call alike, and come back whole", async () => {
    const { conversationId } = await thread()
    const said = `我是${secrets.name}，电话１９９ ００００ ７３９１，欠1,250.50元。我老婆王晓梅也失业了`
    const { texts, unmask, mask } = await masked(conversationId, [said])
    expect(texts).toEqual(['我是[NAME_1]，电话[PHONE_1]，欠1,250.50元。我老婆[NAME_2]也失业了'])
    expect(unmask('[NAME_1]您好，请[NAME_2]一起来')).toEqual({ text: `${secrets.name}您好，请王晓梅一起来` })

    expect(mask('王晓梅 is a name that is no fact; 赵丽华 too')).toBe(
      '[NAME_2] is a name that is no fact; [NAME_3] too',
    )
    const later = await masked(conversationId, ['王晓梅和张国强来过', said, `尾号7391，${secrets.nameEn}`])
    expect(later.texts).toEqual(['[NAME_2]和[NAME_3]来过', ...texts, '尾号[CARD_1]，[NAME_1]'])
  })

  it('give nobody back for a placeholder that stands for nobody here', async () => {
    const [one, two] = [await thread(), await thread()]
    await masked(one.conversationId, ['我老婆王晓梅'])
    const { unmask } = await masked(two.conversationId, ['你好'])
    expect(unmask('请[NAME_2]来')).toEqual({ unknown: '[NAME_2]' })
    expect(unmask('请【name 1】来')).toEqual({ text: `请${secrets.name}来` })
  })

  it('leave the bank, its lines and its products clear', async () => {
    const { conversationId } = await thread()
    const said = '和衡银行的95504打不通，complaints@heheng.example也没人回，和衡金卡怎么办'
    expect((await masked(conversationId, [said])).texts).toEqual([said])
  })

  it('name the member of staff who joined by a placeholder as well', async () => {
    const { conversationId } = await thread()
    await bank.story.db.withActor(bank.staff.agent, async (tx) =>
      moveHandOff(tx, await readConversation(tx, conversationId, true), 'join'),
    )
    const { texts } = await masked(conversationId, ['您好，测试员为您服务'])
    expect(texts).toEqual(['您好，[NAME_2]为您服务'])
  })

  it('asked for at once give no placeholder to two people', async () => {
    const { conversationId } = await thread()
    const names = ['王建军', '李秀英', '张志强', '刘桂兰']
    const all = await Promise.all(names.map((name) => masked(conversationId, [`我同事${name}说的`])))
    expect(new Set(all.map(({ texts }) => texts[0])).size).toBe(names.length)
    const after = await masked(conversationId, names)
    expect(all.map(({ texts }) => texts[0])).toEqual(after.texts.map((one) => `我同事${one}说的`))
  })
})

describe('the mask of a conversation', () => {
  it('lies sealed, is written only when it grows, and each time with an audit row', async () => {
    const { who, conversationId } = await thread()
    await masked(conversationId, ['我老婆王晓梅'])
    await masked(conversationId, ['我老婆王晓梅', '谢谢'])
    const kept = await row(conversationId)
    expect(kept?.version).toBe(1)
    for (const secret of [secrets.name, '王晓梅', secrets.phone])
      expect(kept!.sealed.includes(Buffer.from(secret))).toBe(false)
    await masked(conversationId, ['我弟张国强'])
    expect((await row(conversationId))?.version).toBe(2)
    const { rows } = await bank.connection.appPool.query(
      `select canonical::jsonb -> 'details' as details from app.audit_entries
       where action = 'conversation.masked' and customer_id = $1 order by id`,
      [who.id],
    )
    expect(rows.map(({ details }) => details)).toEqual([
      { version: 1, placeholders: 4 },
      { version: 2, placeholders: 5 },
    ])
  })

  it("is for the machine and the team alone: no customer, compliance, administrator or other team's lead", async () => {
    const { who, conversationId } = await thread()
    await masked(conversationId, ['你好'], bank.staff.agent)
    const read = (actor: Actor) =>
      attempt(bank.story, actor, (tx) =>
        tx.query('select version from app.conversation_masks where conversation_id = $1', [conversationId]),
      )
    const write = (actor: Actor) =>
      attempt(bank.story, actor, (tx) =>
        tx.query(
          `update app.conversation_masks set sealed = '' where conversation_id = $1 returning version`,
          [conversationId],
        ),
      )
    for (const actor of [who, bank.staff.compliance, bank.staff.outsider] satisfies Actor[]) {
      expect(await read(actor)).toMatch(/^42501|^nothing$/)
      expect(await write(actor)).toMatch(/^42501|^nothing$/)
    }
    expect(await read(bank.staff.colleague)).not.toMatch(/^42501|^nothing$/)
    const other = await thread()
    const foreign = `insert into app.conversation_masks (conversation_id, customer_id, sealed) values ($1, $2, '') returning version`
    expect(
      await attempt(bank.story, writer, (tx) => tx.query(foreign, [other.conversationId, who.id])),
      'a mask under the key of somebody else',
    ).toMatch(/^42501/)
  })

  it('is noise once the customer is erased, and nothing is masked any more', async () => {
    const { who, conversationId } = await thread()
    await masked(conversationId, ['我老婆王晓梅'])
    await eraseCustomer(bank.story, who.id)
    const gone = expect.objectContaining({ code: 'not_found' })
    await expect(masked(conversationId, ['我老婆王晓梅'])).rejects.toEqual(gone)
    const { sealed } = (await row(conversationId))!
    const other = await addDebtor(bank)
    const { rows } = await bank.connection.appPool.query<{ wrapped: Buffer }>(
      'select wrapped from app.customer_keys where customer_id = $1',
      [other.id],
    )
    expect(() => bank.story.vault.open(rows[0]!.wrapped, who.id, sealed)).toThrow()
    expect(() => bank.story.vault.open(rows[0]!.wrapped, other.id, sealed)).toThrow()
  })
})
