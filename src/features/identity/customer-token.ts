import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { AppError } from '../../platform/errors.ts'

const audience = 'parley-customer'
const Claims = z.object({ sub: z.string(), acr: z.enum(['1', '2']).default('1'), exp: z.number() })

/** Who the bank's own app says is talking: its reference, and `strong` when the app has just stepped up. */
export type CustomerClaim = { ref: string; strong: boolean; expiresAt: Date }

/**
 * Reads the short-lived HS256 token the bank's app signs (`sub` its customer reference, `aud`
 * parley-customer, `acr` 2 after strong authentication). Anything else is `unauthenticated`.
 */
export async function readCustomerToken(
  token: string,
  secret: Uint8Array,
  now: Date,
): Promise<CustomerClaim> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      audience,
      algorithms: ['HS256'],
      currentDate: now,
      maxTokenAge: '30 min',
    })
    const claims = Claims.parse(payload)
    return { ref: claims.sub, strong: claims.acr === '2', expiresAt: new Date(claims.exp * 1000) }
  } catch {
    throw new AppError('unauthenticated', 'the customer token is missing, expired or not ours')
  }
}

/** Signs such a token: what the bank's app does, used here for trying out and in tests. */
export async function signCustomerToken(
  claim: { ref: string; strong?: boolean },
  secret: Uint8Array,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const seconds = Math.floor(now.getTime() / 1000)
  const token = await new SignJWT({ acr: claim.strong ? '2' : '1' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claim.ref)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 1800)
    .sign(secret)
  return { token, expiresAt: new Date((seconds + 1800) * 1000) }
}
