/** An example as the trainer sees it: features, and per class 1, 0 or -1 for not judged. */
export type Sample = { features: ReadonlyMap<string, number>; labels: readonly number[] }

/** Linear weights: a row of one weight a class for each feature name. */
export type Fitted = { names: string[]; weights: Float64Array; classes: number }

const settings = { epochs: 25, rate: 0.1, decay: 1e-3 }

/** One-vs-rest logistic regression by AdaGrad, in an order fixed by a seed, so that every run fits the same. */
export function fitLinear(samples: readonly Sample[], classes: number): Fitted {
  const rows = new Map<string, number>()
  for (const { features } of samples)
    for (const name of features.keys()) if (!rows.has(name)) rows.set(name, rows.size)
  const vectors = samples.map(({ features }) => ({
    at: Int32Array.from(features.keys(), (name) => rows.get(name)! * classes),
    value: Float64Array.from(features.values()),
  }))
  const weights = new Float64Array(rows.size * classes)
  const squares = new Float64Array(rows.size * classes).fill(1e-6)
  const order = samples.map((_, i) => i)
  const random = generator(7)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) learn(vectors[i]!, samples[i]!.labels, weights, squares)
  }
  return { names: [...rows.keys()], weights, classes }
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
