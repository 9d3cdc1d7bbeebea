// Numbers beside an axis.

/** A value with as many decimals as tell it from others within a range. */
export function tick(value: number, range: number): string {
  const decimals = range > 0 ? 1 - Math.floor(Math.log10(range)) : 3;
  return value.toFixed(Math.min(8, Math.max(0, decimals)));
}
