// The loss curve of a run, from a coordinator that reads checkpoints.
import { useQuery } from "@tanstack/react-query";
import { useConfig, useLive } from "../source/hooks";
import { t } from "../texts/en";
import { Empty } from "./parts";

export interface LossPoint {
  window: number;
  step: number;
  loss: number;
  commitment: string;
}

const width = 720;
const height = 240;
const edge = { left: 44, right: 8, top: 8, bottom: 24 };

/** `fallen`: commitments that were rejected or voided. */
export function Loss({ run, fallen }: { run: string; fallen: ReadonlySet<string> }) {
  const { api } = useConfig();
  const { block } = useLive();
  const { data } = useQuery({
    queryKey: ["loss", run, block?.number],
    queryFn: async ({ signal }) => {
      const answer = await fetch(new URL(`runs/${encodeURIComponent(run)}/losses`, api ?? ""), { signal, credentials: "omit" });
      if (!answer.ok) throw new Error(`the coordinator says ${answer.status}`);
      return points(await answer.json());
    },
    enabled: api !== null,
    retry: false,
  });
  if (data === undefined || data.length === 0) return <Empty>{t.run.lossNone}</Empty>;
  return (
    <figure>
      <Curve points={data} fallen={fallen} />
      <figcaption className="note">{t.run.lossCaption}</figcaption>
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

export function Curve({ points, fallen }: { points: readonly LossPoint[]; fallen: ReadonlySet<string> }) {
  const good = points.filter((p) => !fallen.has(p.commitment));
  const bad = points.filter((p) => fallen.has(p.commitment));
  const steps = points.map((p) => p.step);
  const losses = points.map((p) => p.loss);
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const x = (step: number) => edge.left + ((step - first) / Math.max(1, last - first)) * (width - edge.left - edge.right);
  const y = (loss: number) => edge.top + ((high - loss) / Math.max(1e-9, high - low)) * (height - edge.top - edge.bottom);
  const path = good.map((p, i) => `${i === 0 ? "M" : "L"}${x(p.step).toFixed(1)} ${y(p.loss).toFixed(1)}`).join("");
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.run.lossOf(losses[0] ?? 0, losses.at(-1) ?? 0)}>
      <line className="axis" x1={edge.left} x2={edge.left} y1={edge.top} y2={height - edge.bottom} />
      <line className="axis" x1={edge.left} x2={width - edge.right} y1={height - edge.bottom} y2={height - edge.bottom} />
      {[low, (low + high) / 2, high].map((value) => (
        <text key={value} x={edge.left - 6} y={y(value) + 4} textAnchor="end">
          {value.toPrecision(3)}
        </text>
      ))}
      {[first, last].map((step, i) => (
        <text key={step} x={x(step)} y={height - 8} textAnchor={i === 0 ? "start" : "end"}>
          {step}
        </text>
      ))}
      <path className="train" d={path} />
      {bad.map((p) => (
        <path key={p.commitment} className="rejected" d={`M${x(p.step) - 4} ${y(p.loss) - 4}l8 8m0-8l-8 8`}>
          <title>{t.run.window(String(p.window))}</title>
        </path>
      ))}
    </svg>
  );
}
