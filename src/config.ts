import { z } from 'zod'

/** Everything the environment may say, with a default for each: an empty environment runs embedded and alone. */
const yes = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1')
const postgres = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
const count = z.coerce.number('must be a number').int('must be a whole number').min(0)
/** Minor units a million tokens; more than one a token is a slip. */
const price = count.max(1_000_000, 'must be minor units a million tokens, at most 1000000')
const secret = z.string().min(32, 'must be at least 32 characters')

const Environment = z.object({
  PARLEY_ENV: z.enum(['trial', 'production']).default('trial'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(4310),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  PARLEY_DATA: z.string().default('./data'),
  PARLEY_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  PARLEY_SAMPLE_BANK: yes.optional(),
  PARLEY_ZONE: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'must be an IANA time zone')
    .default('Asia/Shanghai'),
  DATABASE_URL: postgres.optional(),
  MIGRATION_DATABASE_URL: postgres.optional(),
  AUTH_DATABASE_URL: postgres.optional(),
  JOBS_DATABASE_URL: postgres.optional(),
  PARLEY_MASTER_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  PARLEY_SIGN_IN_SECRET: secret.optional(),
  PARLEY_CUSTOMER_SECRET: secret.optional(),
  PARLEY_AUDIT_ANCHOR: z.string().optional(),
  PARLEY_OTP_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  PARLEY_OTP_SECRET: secret.optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  CHAT_MODEL: z.string().optional(),
  CHAT_FALLBACK_MODEL: z.string().optional(),
  CHAT_OUTPUT: z.enum(['json_schema', 'json_object']).default('json_schema'),
  CHAT_TIMEOUT_SECONDS: z.coerce.number('must be a number').min(1).max(35).default(30),
  EMBEDDING_MODEL: z.string().optional(),
  MODEL_DATA_REGION: z.string().optional(),
  MODEL_DAILY_TOKENS: count.default(2_000_000),
  MODEL_DAILY_COST: count.optional(),
  MODEL_PRICE_INPUT: price.optional(),
  MODEL_PRICE_OUTPUT: price.optional(),
  MODEL_PRICE_FALLBACK_INPUT: price.optional(),
  MODEL_PRICE_FALLBACK_OUTPUT: price.optional(),
  MODEL_PRICE_EMBEDDING: price.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})
export type Config = z.infer<typeof Environment> & { sampleBank: boolean }

export class WrongConfiguration extends Error {
  constructor(faults: string[]) {
    super(`wrong configuration:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'WrongConfiguration'
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Reads the environment once; throws one `WrongConfiguration` that names every variable at fault. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(given)
  const faults = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!parsed.success || faults.length > 0) throw new WrongConfiguration(faults)
  return { ...parsed.data, sampleBank: parsed.data.PARLEY_SAMPLE_BANK ?? parsed.data.PARLEY_ENV === 'trial' }
}

function contradictions(env: z.infer<typeof Environment>): string[] {
  const faults: string[] = []
  if (env.PARLEY_ENV === 'production') {
    if (!env.DATABASE_URL)
      faults.push('DATABASE_URL: production needs PostgreSQL; the embedded database is for trial')
    if (env.PARLEY_SAMPLE_BANK) faults.push('PARLEY_SAMPLE_BANK: demo accounts are refused in production')
    for (const name of ['PARLEY_MASTER_KEY', 'PARLEY_SIGN_IN_SECRET', 'PARLEY_CUSTOMER_SECRET'] as const) {
      if (!env[name]) faults.push(`${name}: must be set in production`)
    }
  } else if (!isLoopback(env.HOST) && env.PARLEY_SAMPLE_BANK !== false) {
    faults.push(
      `HOST: ${env.HOST} can be reached by others; demo accounts are only for loopback (PARLEY_SAMPLE_BANK=false)`,
    )
  }
  if (env.DATABASE_URL && !env.PARLEY_MASTER_KEY) {
    faults.push('PARLEY_MASTER_KEY: must be set with DATABASE_URL, the same for every process')
  }
  if (env.PARLEY_OTP_URL && !env.PARLEY_OTP_SECRET)
    faults.push('PARLEY_OTP_SECRET: must be set with PARLEY_OTP_URL')
  return [...faults, ...modelContradictions(env)]
}

/** Whatever leaves this machine for a model has to be allowed to, and somebody has to have said where it is kept. */
function modelContradictions(env: z.infer<typeof Environment>): string[] {
  const faults: string[] = []
  const named = (['CHAT_MODEL', 'EMBEDDING_MODEL'] as const).filter((name) => env[name])
  if (env.CHAT_FALLBACK_MODEL && !env.CHAT_MODEL)
    faults.push('CHAT_FALLBACK_MODEL: needs CHAT_MODEL, whose place it takes')
  if (named.length > 0 && !isLoopback(modelHost(env.OPENAI_BASE_URL))) {
    if (!env.OPENAI_API_KEY) faults.push(`OPENAI_API_KEY: must be set with ${named.join(' and ')}`)
    if (!env.MODEL_DATA_REGION)
      faults.push(
        `MODEL_DATA_REGION: must say where ${modelHost(env.OPENAI_BASE_URL)} keeps what it is sent (for example CN)`,
      )
  }
  if ((env.MODEL_PRICE_INPUT === undefined) !== (env.MODEL_PRICE_OUTPUT === undefined))
    faults.push('MODEL_PRICE_INPUT: set with MODEL_PRICE_OUTPUT, or neither')
  if ((env.MODEL_PRICE_FALLBACK_INPUT === undefined) !== (env.MODEL_PRICE_FALLBACK_OUTPUT === undefined))
    faults.push('MODEL_PRICE_FALLBACK_INPUT: set with MODEL_PRICE_FALLBACK_OUTPUT, or neither')
  if (env.MODEL_PRICE_FALLBACK_INPUT !== undefined && !env.CHAT_FALLBACK_MODEL)
    faults.push('MODEL_PRICE_FALLBACK_INPUT: needs CHAT_FALLBACK_MODEL, whose price it is')
  if (env.MODEL_DAILY_COST !== undefined && env.MODEL_PRICE_INPUT === undefined)
    faults.push('MODEL_DAILY_COST: needs MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT')
  if (env.MODEL_DAILY_COST !== undefined && env.EMBEDDING_MODEL && env.MODEL_PRICE_EMBEDDING === undefined)
    faults.push('MODEL_DAILY_COST: needs MODEL_PRICE_EMBEDDING with EMBEDDING_MODEL')
  return faults
}

function modelHost(baseUrl: string | undefined): string {
  return new URL(baseUrl ?? 'https://api.openai.com').hostname.replace(/^\[|\]$/g, '')
}
