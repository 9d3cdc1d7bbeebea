// The loss curve of a run, from a coordinator that reads checkpoints.
import { useQuery } from "@tanstack/react-query";
import { useConfig, useLive } from "../source/hooks";
import { tick } from "../facts/tick";
import { t } from "../texts/en";
import { Empty } from "./parts";
import { trouble } from "../texts/en/trouble";

export interface LossPoint {
  window: number;
  step: number;
  loss: number;
  commitment: string;
}

/** A window that was rejected or voided. */
export interface Fallen {
  commitment: string;
  window: string;
  /** The last it would have computed, and one. */
  step: number;
}

const width = 720;
const height = 240;
const edge = { left: 44, right: 8, top: 8, bottom: 24 };

/** A reading of the held-out loss that stands. */
export interface Reading {
  id: string;
  step: number;
  loss: number;
}

interface LossProps {
  run: string;
  fallen: readonly Fallen[];
  heldOut: readonly Reading[];
}

export function Loss({ run, fallen, heldOut }: LossProps) {
  const { api } = useConfig();
  const { block } = useLive();
  const { data } = useQuery({
    queryKey: ["loss", run, block?.number],
    queryFn: async ({ signal }) => {
      const answer = await fetch(new URL(`runs/${encodeURIComponent(run)}/losses`, api ?? ""), { signal, credentials: "omit" });
      if (!answer.ok) throw new Error(trouble.index.coordinator(answer.status));
      return points(await answer.json());
    },
    enabled: api !== null,
    retry: false,
  });
  if (data === undefined || data.length === 0) return <Empty>{t.run.lossNone}</Empty>;
  return (
    <figure>
      <Curve points={data} fallen={fallen} heldOut={heldOut} />
      <figcaption className="note">
        {t.run.lossCaption} {heldOut.length === 0 ? "" : t.run.heldOutCaption}
      </figcaption>
    </figure>
  );
}

/** Takes what is a point and leaves the rest. */
function points(json: unknown): LossPoint[] {
  if (!Array.isArray(json)) return [];
  return json.filter(
    (p): p is LossPoint =>
      typeof p === "object" && p !== null && Number.isFinite(p.loss) && Number.isSafeInteger(p.step) && Number.isSafeInteger(p.window) && typeof p.commitment === "string",
  );
}

/** Fallen windows whose loss is known stand where it is; of the others only the step is known, so they stand on the axis. */
function Curve({ points, fallen, heldOut }: { points: readonly LossPoint[] } & Omit<LossProps, "run">) {
  const lost = new Set(fallen.map((f) => f.commitment));
  const known = new Map(points.map((p) => [p.commitment, p]));
  const good = points.filter((p) => !lost.has(p.commitment));
  const steps = [...points, ...fallen, ...heldOut].map((p) => p.step);
  const losses = [...points, ...heldOut].map((p) => p.loss);
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  // A single point stands in the middle.
  const along = (part: number, whole: number) => (whole > 0 ? part / whole : 0.5);
  const x = (step: number) => edge.left + along(step - first, last - first) * (width - edge.left - edge.right);
  const y = (loss: number) => edge.top + along(high - loss, high - low) * (height - edge.top - edge.bottom);
  const path = good.map((p, i) => `${i === 0 ? "M" : "L"}${x(p.step).toFixed(1)} ${y(p.loss).toFixed(1)}`).join("");
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.run.lossOf(points[0]?.loss ?? 0, points.at(-1)?.loss ?? 0)}>
      <line className="axis" x1={edge.left} x2={edge.left} y1={edge.top} y2={height - edge.bottom} />
      <line className="axis" x1={edge.left} x2={width - edge.right} y1={height - edge.bottom} y2={height - edge.bottom} />
      {(low < high ? [low, (low + high) / 2, high] : [low]).map((value) => (
        <text key={value} x={edge.left - 6} y={y(value) + 4} textAnchor="end">
          {tick(value, high - low)}
        </text>
      ))}
      {(first < last ? [first, last] : [first]).map((step, i) => (
        <text key={step} x={x(step)} y={height - 8} textAnchor={i === 0 ? "start" : "end"}>
          {step}
        </text>
      ))}
      <text x={width / 2} y={height - 8} textAnchor="middle">
        {t.run.step}
      </text>
      <path className="train" d={path} />
      {good.length === 1 && good[0] ? <circle className="train" cx={x(good[0].step)} cy={y(good[0].loss)} r={3} /> : null}
      {heldOut.map((r) => (
        <circle key={r.id} className="held-out" cx={x(r.step)} cy={y(r.loss)} r={4}>
          <title>{t.run.heldOutAt(r.step, r.loss)}</title>
        </circle>
      ))}
      {fallen.map((f) => {
        const point = known.get(f.commitment);
        const top = point === undefined ? height - edge.bottom : y(point.loss);
        return (
          <path key={f.commitment} className="rejected" d={`M${x(point?.step ?? f.step) - 4} ${top - 4}l8 8m0-8l-8 8`}>
            <title>{t.run.fallen(f.window)}</title>
          </path>
        );
      })}
    </svg>
  );
}
