import { expect, it } from 'vitest'
import { AppError, describeError } from './errors.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

it('describes an error for the log without the words it was given', () => {
  const parser = describeError(thrownBy(() => JSON.parse('{"name":"林晓彤 欠款')))
  const database = describeError(Object.assign(new Error('invalid input: "林晓彤"'), { code: '22P02' }))
  for (const described of [parser, database]) expect(JSON.stringify(described)).not.toContain('林晓彤')
  expect(parser).toMatchObject({ name: 'SyntaxError' })
  expect(database).toMatchObject({ code: '22P02' })
  expect(JSON.stringify(parser.at)).toContain('errors.test.ts')
})

it('keeps what our own errors and plain faults say', () => {
  expect(describeError(new AppError('conflict', 'no', { reason: 'state' }))).toEqual({
    code: 'conflict',
    reason: 'state',
    message: 'no',
  })
  expect(describeError(new Error('nobody thought of this'))).toMatchObject({
    message: 'nobody thought of this',
  })
})
