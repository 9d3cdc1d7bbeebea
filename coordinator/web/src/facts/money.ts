// Money for people. Units: the smallest of the token; the native coin has 18 decimals.

/** At most six significant decimals, never rounded to zero, never rounded up. */
export function coins(wei: bigint | string, decimals = 18): string {
  const amount = BigInt(wei);
  const sign = amount < 0n ? "−" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals);
  const first = part.search(/[1-9]/);
  const kept = whole === "0" && first >= 0 ? Math.max(6, first + 3) : 6;
  const shown = part.slice(0, kept).replace(/0+$/, "");
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") + (shown === "" ? "" : `.${shown}`);
}
