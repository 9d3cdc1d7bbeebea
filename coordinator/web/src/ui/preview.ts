// What trying an act has shown, in words.
import type { Act, Preview } from "../chain/act";
import { t } from "../texts/en";
import { money } from "./money";

/** Null: it may be pressed. */
export function refusal(preview: Preview | undefined): string | null {
  if (preview === undefined) return t.act.trying;
  if (preview.kind === "refused") return t.refusal[preview.error] ?? t.refused(preview.error);
  if (preview.kind === "unknown") return t.act.unknown(preview.why);
  return null;
}

export function foretell(preview: Preview | undefined, act: Act | null): string {
  if (preview?.kind !== "would succeed") return "";
  const parts = [t.act.cost(money(preview.fee))];
  if (act?.value) parts.push(t.act.sends(money(act.value)));
  if (preview.credit !== null && preview.credit > 0n) parts.push(t.act.brings(money(preview.credit)));
  return parts.join(" · ");
}
