import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../platform/vault.ts'
import { type ApprovalSubject, normalText, subjectBytes, subjectHash } from './subject.ts'

const id = fc.uuid()
const subjects: fc.Arbitrary<ApprovalSubject> = fc.record({
  type: fc.constant('ApprovalSubject/1' as const),
  case: fc.option(id),
  conversation: id,
  recipient: id,
  channel: fc.constantFrom('web', 'app', 'phone', 'email'),
  language: fc.constantFrom('zh-Hans', 'en'),
  text: fc.string({ unit: 'grapheme' }),
  attachments: fc.array(fc.record({ id, sha256: fc.string({ minLength: 1 }) }), { maxLength: 3 }),
  offer: fc.option(id),
  clauses: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  prompt: fc.string(),
  model: fc.option(fc.string()),
  guards: fc.string(),
  head: fc.nat(),
  expires: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(8e12) })
    .map((date) => date.toISOString()),
})

const hash = (subject: ApprovalSubject) => subjectHash(subjectBytes(subject))

describe('the subject of an approval', () => {
  it('has the same bytes whatever the order of its keys and clauses', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const turned = Object.fromEntries(Object.entries(subject).reverse()) as ApprovalSubject
        expect(subjectBytes({ ...turned, clauses: [...subject.clauses].reverse() })).toBe(
          subjectBytes(subject),
        )
      }),
    )
  })

  it('has other bytes and another hash when anything in it differs', () => {
    fc.assert(
      fc.property(subjects, subjects, fc.nat(), (subject, other, pick) => {
        const keys = Object.keys(subject) as (keyof ApprovalSubject)[]
        const key = keys[pick % keys.length]!
        const changed = { ...subject, [key]: other[key] } as ApprovalSubject
        const same = subjectBytes(changed) === subjectBytes(subject)
        const told = (one: ApprovalSubject) =>
          JSON.stringify(
            { text: normalText(one.text), clauses: [...one.clauses].sort() }[key as 'text'] ?? one[key],
          )
        const equal = told(subject) === told(other)
        expect(same).toBe(equal)
        expect(hash(changed) === hash(subject)).toBe(equal)
      }),
    )
  })

  it('reads line ends and composed characters as what they are', () => {
    const [subject] = fc.sample(subjects, 1)
    expect(hash({ ...subject!, text: 'Cafe\u0301\r\nb\rc' })).toBe(hash({ ...subject!, text: 'Café\nb\nc' }))
    expect(hash({ ...subject!, text: 'a b' })).not.toBe(hash({ ...subject!, text: 'a  b' }))
  })

  it('keeps the order of attachments', () => {
    const [subject] = fc.sample(subjects, 1)
    const attachments = [
      { id: 'a', sha256: '1' },
      { id: 'b', sha256: '2' },
    ]
    expect(hash({ ...subject!, attachments })).not.toBe(
      hash({ ...subject!, attachments: [...attachments].reverse() }),
    )
  })

  it('is hashed under its own name, over exactly its bytes', () => {
    const [subject] = fc.sample(subjects, 1)
    const bytes = subjectBytes(subject!)
    expect(subjectHash(bytes)).toBe(sha256(`parley.approval.v1\n${bytes}`))
    expect(subjectHash(bytes)).not.toBe(sha256(bytes))
    expect(JSON.parse(bytes)).toMatchObject({ type: 'ApprovalSubject/1', head: subject!.head })
  })

  it('refuses what it does not know', () => {
    const [subject] = fc.sample(subjects, 1)
    for (const wrong of [{ more: 1 }, { type: 'ApprovalSubject/2' }, { head: 1.5 }, { expires: 'tomorrow' }])
      expect(() => subjectBytes({ ...subject!, ...wrong } as ApprovalSubject)).toThrow()
  })
})
