import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import type { Distribution } from './customer-parameters.ts'

export type Stream = RandomGenerator

/** An own stream of random numbers for one purpose of one customer: same seed, index and purpose, same numbers. */
export function streamOf(seed: number, index: number, purpose: number): Stream {
  return xoroshiro128plus(mix(mix(mix(seed) ^ index) ^ purpose))
}

/** Finalizer of a 32-bit hash: near seeds give unrelated streams. */
function mix(value: number): number {
  let hash = (value + 0x9e3779b9) | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** A number in [0, 1). */
export function chance(stream: Stream): number {
  return uniformFloat64(stream)
}

export function wholeBetween(stream: Stream, least: number, most: number): number {
  return uniformInt(stream, least, most)
}

/** A standard normal number (Box and Muller); always takes two numbers from the stream. */
export function normal(stream: Stream): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(stream)))
  return radius * Math.cos(2 * Math.PI * chance(stream))
}

export function draw(stream: Stream, distribution: Distribution): number {
  if ('uniform' in distribution) {
    const [least, most] = distribution.uniform
    return least + (most - least) * chance(stream)
  }
  if ('whole' in distribution) return wholeBetween(stream, ...distribution.whole)
  const [median, sigma, least, most] = distribution.lognormal
  return Math.min(Math.max(median * Math.exp(sigma * normal(stream)), least), most)
}

/** One of the entries, by their shares. */
export function pick<T extends { share: number }>(stream: Stream, entries: readonly T[]): T {
  let left = chance(stream) * entries.reduce((sum, entry) => sum + entry.share, 0)
  for (const entry of entries) {
    left -= entry.share
    if (left < 0) return entry
  }
  return entries.at(-1)!
}
