import { betterAuth } from 'better-auth'
import type pg from 'pg'
import { newId } from '../../platform/ids.ts'

export type StaffSignIn = ReturnType<typeof createStaffSignIn>

/**
 * Sign-in of staff with e-mail and password, kept by better-auth in the `auth` schema. Nobody can sign
 * up: accounts are made by the seed or an administrator. `secure` cookies whenever the address is https.
 */
export function createStaffSignIn(options: {
  pool: pg.Pool
  secret: string
  baseUrl: string
  trusted: string[]
}) {
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    trustedOrigins: options.trusted,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: { modelName: 'auth.users' },
    session: { modelName: 'auth.sessions', expiresIn: 10 * 3600, updateAge: 3600 },
    account: { modelName: 'auth.accounts' },
    verification: { modelName: 'auth.verifications' },
    rateLimit: { enabled: true, storage: 'database', modelName: 'auth.rate_limits', window: 60, max: 60 },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: options.baseUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-parley-address'] },
    },
  })
}

/** Makes a sign-in account and returns its id; one that exists already keeps its password. */
export async function addSignIn(
  signIn: StaffSignIn,
  account: { email: string; name: string; password: string },
): Promise<string> {
  const context = await signIn.$context
  const known = await context.internalAdapter.findUserByEmail(account.email)
  if (known) return known.user.id
  const user = await context.internalAdapter.createUser(
    { email: account.email, name: account.name, emailVerified: true },
    { method: 'admin' },
  )
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(account.password),
  })
  return user.id
}
