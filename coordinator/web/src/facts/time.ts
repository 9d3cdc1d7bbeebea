// Times for people. Block time is what counts; the reader's own zone is shown with it.

/** "2 d 3 h", "5 min 10 s": the two largest units that aren't zero. Units: seconds. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const parts: [number, string][] = [
    [Math.floor(s / 86_400), "d"],
    [Math.floor(s / 3_600) % 24, "h"],
    [Math.floor(s / 60) % 60, "min"],
    [s % 60, "s"],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  if (first < 0) return "0 s";
  return parts
    .slice(first, first + 2)
    .filter(([n], i) => i === 0 || n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(" ");
}

const date = { year: "numeric", month: "short", day: "numeric" } as const;
const clock = { hour: "numeric", minute: "2-digit", second: "2-digit" } as const;
const long = new Intl.DateTimeFormat(undefined, { ...date, ...clock, timeZoneName: "short" });
const short = new Intl.DateTimeFormat(undefined, clock);

/** In the reader's zone. Units: seconds of block time. */
export function moment(seconds: number): string {
  return long.format(new Date(seconds * 1000));
}

/** The same without a date, for lists. */
export function hour(seconds: number): string {
  return short.format(new Date(seconds * 1000));
}

/** As the chain has it, in UTC, with the day where it is another one in the reader's zone. Units: seconds of block time. */
export function blockTime(seconds: number, offsetMinutes = -new Date(seconds * 1000).getTimezoneOffset()): string {
  const utc = new Date(seconds * 1000).toISOString();
  const there = new Date((seconds + offsetMinutes * 60) * 1000).toISOString();
  return `${utc.slice(0, 10) === there.slice(0, 10) ? "" : `${utc.slice(0, 10)} `}${utc.slice(11, 19)} UTC`;
}
