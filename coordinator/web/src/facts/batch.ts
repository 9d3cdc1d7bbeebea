// What of a validator's seats can be done together now, and what the reader has chosen of it.
import { dutyOf, standingOf, type CaseFacts, type SeatDuty, type SeatFacts } from "./court";

export interface SeatInCase extends SeatFacts {
  id: string;
  courtCase: CaseFacts;
}

export type BatchDuty = Extract<SeatDuty, "commit" | "reveal" | "settle">;

/** The duties that a transaction fulfils, the next to run out first; those without a clock last. */
export function dueSeats<S extends SeatInCase>(seats: readonly S[], now: number): { seat: S; duty: BatchDuty; until: number | null }[] {
  const never = Number.MAX_SAFE_INTEGER;
  return seats
    .flatMap((seat) => {
      const standing = standingOf(seat.courtCase, now);
      const duty = dutyOf(seat, standing);
      return duty === "commit" || duty === "reveal" || duty === "settle" ? [{ seat, duty, until: standing.until }] : [];
    })
    .sort((a, b) => (a.until ?? never) - (b.until ?? never) || (a.seat.id < b.seat.id ? -1 : 1));
}
