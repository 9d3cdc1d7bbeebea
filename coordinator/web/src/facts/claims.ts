// The answers that a ballot may give.

export interface ClaimsFacts {
  postRoot: `0x${string}`;
  disputes: readonly { id: string; root: `0x${string}` | null }[];
}

/** A root that is claimed. `challenge`: the first that names it; null: the committer does. */
export interface Claim {
  root: `0x${string}`;
  challenge: string | null;
}

/** The roots that are claimed in a dispute, each once. */
export function claimsOf(d: ClaimsFacts): Claim[] {
  const claims: Claim[] = [{ root: d.postRoot, challenge: null }];
  for (const { id, root } of d.disputes) {
    if (root !== null && !claims.some((claim) => claim.root === root)) claims.push({ root, challenge: id });
  }
  return claims;
}
