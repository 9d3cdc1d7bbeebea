// One dispute as the index tells it.
import type { ResultOf } from "./graphql";
import type { disputeQuestion } from "./questions";

export type Dispute = NonNullable<ResultOf<typeof disputeQuestion>["commitment"]>;
export type DisputeChallenge = Dispute["disputes"][number];
export type DisputeCase = NonNullable<Dispute["courtCase"]>;
export type DisputeJuror = DisputeCase["jurors"][number];
