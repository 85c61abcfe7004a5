import { deflateSync } from 'node:zlib'

/** An example as the trainer sees it: features, and per class 1, 0 or -1 for not judged. */
export type Sample = { features: ReadonlyMap<string, number>; labels: readonly number[] }

/** Linear weights: a row of one weight a class for each feature name. */
export type Fitted = { names: string[]; weights: Float64Array; classes: number }

const settings = { epochs: 25, rate: 0.1, decay: 1e-3 }

/**
 * One-vs-rest logistic regression by AdaGrad, in an order fixed by a seed, so that every run fits the same. Features in
 * fewer than `least` samples are left out: what is learnt by heart says nothing of other texts, and only takes room.
 */
export function fitLinear(samples: readonly Sample[], classes: number, least: number): Fitted {
  const seen = new Map<string, number>()
  for (const { features } of samples)
    for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].filter(([, count]) => count >= least).map(([name]) => name)
  const rows = new Map(names.map((name, i) => [name, i]))
  const vectors = samples.map(({ features }) => {
    const known = [...features].filter(([name]) => rows.has(name))
    return {
      at: Int32Array.from(known, ([name]) => rows.get(name)! * classes),
      value: Float64Array.from(known, ([, value]) => value),
    }
  })
  const weights = new Float64Array(rows.size * classes)
  const squares = new Float64Array(rows.size * classes).fill(1e-6)
  const order = samples.map((_, i) => i)
  const random = generator(7)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) learn(vectors[i]!, samples[i]!.labels, weights, squares)
  }
  return { names, weights, classes }
}

function learn(
  { at, value }: { at: Int32Array; value: Float64Array },
  labels: readonly number[],
  weights: Float64Array,
  squares: Float64Array,
): void {
  for (let c = 0; c < labels.length; c++) {
    if (labels[c]! < 0) continue
    let score = 0
    for (let k = 0; k < at.length; k++) score += weights[at[k]! + c]! * value[k]!
    const error = 1 / (1 + Math.exp(-score)) - labels[c]!
    if (Math.abs(error) < 1e-3) continue
    for (let k = 0; k < at.length; k++) {
      const place = at[k]! + c
      const slope = error * value[k]! + settings.decay * weights[place]!
      squares[place]! += slope * slope
      weights[place]! -= (settings.rate * slope) / Math.sqrt(squares[place]!)
    }
  }
}

/** How weights are kept: names one a line in order, a scale a class, and a deflated matrix of int8 in base64. */
export type Stored = { names: string; scales: string; matrix: string }

/** Rounds weights to int8 a class. */
export function storeLinear({ names, weights, classes }: Fitted): Stored {
  const rows = names.map((name, row) => ({ name, row })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const weight = (row: number, c: number) => weights[row * classes + c]!
  const scales = Array.from(
    { length: classes },
    (_, c) => rows.reduce((most, { row }) => Math.max(most, Math.abs(weight(row, c))), 1e-6) / 127,
  )
  const matrix = Int8Array.from(
    rows.flatMap(({ row }) => scales.map((scale, c) => Math.round(weight(row, c) / scale))),
  )
  return {
    names: rows.map(({ name }) => name).join('\n'),
    scales: scales.map((scale) => scale.toPrecision(6)).join(' '),
    matrix: deflateSync(matrix, { level: 9 }).toString('base64'),
  }
}

/** What speaks for each class by unrounded weights, for cross-validation. */
export function scorerOf({ names, weights, classes }: Fitted): (features: Sample['features']) => number[] {
  const rows = new Map(names.map((name, i) => [name, i]))
  return (features) => {
    const sums = new Array<number>(classes).fill(0)
    for (const [name, value] of features) {
      const row = rows.get(name)
      if (row === undefined) continue
      for (let c = 0; c < classes; c++) sums[c]! += weights[row * classes + c]! * value
    }
    return sums
  }
}

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
