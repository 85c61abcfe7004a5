import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type OfferParameters, parametersAsOf } from '../features/offers/parameters.ts'
import { RatedProduct } from '../features/offers/suitability-model.ts'
import { localDate, systemClock } from '../platform/clock.ts'

/** The engine's parameters straight from the sample bank's files, by date; today's where a date has none. */
export async function sampleParametersByDate(root: string): Promise<(asOf: unknown) => OfferParameters> {
  const read = async (name: string) =>
    parse(await readFile(join(root, `sample-bank/policy-data/${name}.yaml`), 'utf8')) as unknown
  const files = {
    authority: await read('authority'),
    creditPlans: await read('credit-plans'),
    suitability: await read('suitability'),
  }
  const known = new Map<string, OfferParameters>()
  const today = localDate(systemClock.now(), 'Asia/Shanghai')
  return (asOf) => {
    const date = z.iso.date().safeParse(asOf).success ? (asOf as string) : today
    const parameters = known.get(date) ?? parametersAsOf(files, date) ?? parametersAsOf(files, today)
    if (!parameters) throw new Error('the sample bank has no engine parameters in force today')
    known.set(date, parameters)
    return parameters
  }
}

/** The sample bank's products with an uncertain return, as suitability reads them. */
export async function sampleProducts(root: string): Promise<RatedProduct[]> {
  const file = parse(await readFile(join(root, 'sample-bank/products.yaml'), 'utf8')) as Record<
    string,
    unknown
  >
  const all = Object.values(file).flatMap((group) => (Array.isArray(group) ? (group as unknown[]) : []))
  return all.flatMap((product) => {
    const rated = RatedProduct.safeParse(product)
    return rated.success ? [rated.data] : []
  })
}

const Contact = z.object({
  versions: z.array(
    z.object({ parameters: z.object({ hotlines: z.array(z.object({ number: z.string() })) }) }),
  ),
})

/** The telephone lines of the sample bank's policy data, its own and the authorities'. */
export async function sampleLines(root: string): Promise<string[]> {
  const file = await readFile(join(root, 'sample-bank/policy-data/contact.yaml'), 'utf8')
  const { versions } = Contact.parse(parse(file))
  return versions.flatMap(({ parameters }) => parameters.hotlines.map((line) => line.number))
}
