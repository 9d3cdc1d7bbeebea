// What the reader is in a dispute.

export type Role = { kind: "committer" } | { kind: "challenger"; challenge: string } | { kind: "juror"; round: number };

export interface RoleFacts {
  committer: { id: string };
  disputes: readonly { id: string; challenger: { id: string } }[];
  courtCase: { jurors: readonly { validator: { id: string }; round: { round: number } }[] } | null;
}

/** Several, where one account plays several. `me`: lower-case address, or null. */
export function rolesOf(d: RoleFacts, me: string | null): Role[] {
  if (me === null) return [];
  return [
    ...(d.committer.id === me ? [{ kind: "committer" } as const] : []),
    ...d.disputes.filter((c) => c.challenger.id === me).map((c) => ({ kind: "challenger", challenge: c.id }) as const),
    ...(d.courtCase?.jurors.filter((j) => j.validator.id === me).map((j) => ({ kind: "juror", round: j.round.round }) as const) ?? []),
  ];
}
