// Arithmetic: what opening it costs and who repays, and the matches that are played.
import { disputesAbi } from "../../chain/abi";
import { useGasPrice, useWallet } from "../../chain/hooks";
import { standing } from "../../facts/dispute";
import { dueIn } from "../../facts/due";
import { matchGas, repaidAtMost } from "../../facts/payouts";
import type { Dispute } from "../../source/dispute";
import { useConfig } from "../../source/hooks";
import { t } from "../../texts/en";
import { ActButton } from "../actbutton";
import { MatchTree } from "../matchtree";
import { money } from "../money";
import { Countdown, Facts, Panel } from "../parts";
import { payoutFacts } from "./payouts";

export function Arithmetic({ dispute: d, now }: { dispute: Dispute; now: number }) {
  const { deployment } = useConfig();
  const { wallet } = useWallet();
  const played = d.disputes.flatMap((c) => (c.arithmetic?.match ? [{ challenge: c, match: c.arithmetic.match }] : []));
  const open = dueIn(d, standing(d, now), now, wallet?.address.toLowerCase() ?? null).flatMap((due) =>
    due.what === "openArithmetic" ? [due.challenge] : [],
  );
  return (
    <Panel title={t.dispute.match}>
      {played.length === 0 ? <p>{t.dispute.matchNone}</p> : <p>{t.dispute.matchIntro}</p>}
      {open.length === 0 ? null : (
        <section>
          <h3>{t.arithmetic.title}</h3>
          <Cost dispute={d} />
          {open.map((challenge) => (
            <ActButton
              key={challenge}
              label={t.act.openArithmetic}
              act={{ to: deployment.disputes, abi: disputesAbi, call: "openArithmetic", args: [BigInt(challenge)] }}
              note={t.dispute.challengeName(challenge)}
            />
          ))}
        </section>
      )}
      {played.map(({ challenge, match }) => (
        <section key={match.id}>
          <h3>{t.dispute.challengeName(challenge.id)}</h3>
          <Facts
            rows={[
              [t.dispute.outcome, t.outcome[match.outcome]],
              ...(match.outcome === "Running"
                ? ([
                    [t.dispute.whoseMove, match.phase === "Start" ? t.due.both : (t.due[match.due as "Committer" | "Challenger"] ?? t.due.anyone)],
                    [t.dispute.clock, <Countdown key="clock" until={Number(match.deadline)} now={now} />],
                  ] as const)
                : []),
            ]}
          />
          <MatchTree phase={match.phase} moves={match.log} now={now} />
        </section>
      ))}
    </Panel>
  );
}

function Cost({ dispute: d }: { dispute: Dispute }) {
  const price = useGasPrice();
  const gas = matchGas(d.run.hash);
  const repaid = repaidAtMost(payoutFacts(d));
  const { rows } = t.arithmetic;
  return (
    <>
      <Facts
        prose
        rows={[
          [rows.who, rows.whoText],
          [rows.bond, rows.bondText],
          [rows.moves, rows.movesText(gas.toLocaleString(), price === null ? null : money(gas * price))],
          [rows.first, rows.firstText],
          [rows.repays, rows.repaysText(money(repaid.ofCommitter), money(repaid.ofChallenger))],
          [rows.silent, rows.silentText],
        ]}
      />
      <p className="note">{t.arithmetic.verdict}</p>
    </>
  );
}
