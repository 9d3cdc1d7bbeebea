// Who trained a run.

export interface RewardFacts {
  account: { id: string };
  steps: number;
  amount: string;
}

export interface Contributor {
  id: string;
  windows: number;
  steps: number;
  reward: bigint;
}

/** Most steps first; equal ones by address. */
export function contributorsOf(rewards: readonly RewardFacts[]): Contributor[] {
  const found = new Map<string, Contributor>();
  for (const reward of rewards) {
    const of = found.get(reward.account.id) ?? { id: reward.account.id, windows: 0, steps: 0, reward: 0n };
    of.windows += 1;
    of.steps += reward.steps;
    of.reward += BigInt(reward.amount);
    found.set(of.id, of);
  }
  return [...found.values()].sort((a, b) => b.steps - a.steps || (a.id < b.id ? -1 : 1));
}
