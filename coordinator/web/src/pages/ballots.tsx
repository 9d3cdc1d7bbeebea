// All that waits for a validator, done together: choose, look once, sign one after another.
import { useState } from "react";
import { Link } from "wouter";
import type { Hex as Hash } from "viem";
import type { Act } from "../chain/act";
import { courtAbi } from "../chain/abi";
import { abstain, type Slot } from "../chain/ballots";
import { useWallet } from "../chain/hooks";
import { openBallot, prepareBallot, type Backup } from "../chain/secrets";
import { reason, type Wallet } from "../chain/wallet";
import { dueSeats } from "../facts/batch";
import { claimsOf } from "../facts/claims";
import type { ResultOf } from "../source/graphql";
import { useConfig, useIndex, useNow } from "../source/hooks";
import { ballotsQuestion } from "../source/questions";
import { t } from "../texts/en";
import { Review, type Planned } from "../ui/batch";
import { Badge, Countdown, Empty, Panel, Trouble } from "../ui/parts";

type Seat = ResultOf<typeof ballotsQuestion>["jurors"][number];
type Due = ReturnType<typeof dueSeats<Seat>>[number];

const nobody = "0x0000000000000000000000000000000000000000";

export default function BallotsPage() {
  const { wallet } = useWallet();
  const { data } = useIndex(ballotsQuestion, { account: wallet?.address.toLowerCase() ?? nobody }, wallet !== null);
  return (
    <>
      <h1>{t.batch.title}</h1>
      <p>{t.batch.body}</p>
      {wallet === null ? <Empty>{t.wallet.readOnly}</Empty> : data === undefined ? <Empty>{t.loading}</Empty> : <Batch key={wallet.address} wallet={wallet} seats={data.jurors} />}
    </>
  );
}

function Batch({ wallet, seats }: { wallet: Wallet; seats: readonly Seat[] }) {
  const config = useConfig();
  const now = useNow();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [plan, setPlan] = useState<{ planned: Planned[]; backups: Backup[] } | null>(null);
  const [making, setMaking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const due = dueSeats(seats, now);
  const chosen = due.filter(({ seat, duty }) => (duty === "commit" ? (answers[seat.id] ?? "") !== "" : answers[seat.id] !== "no"));
  const answer = (id: string, value: string) => setAnswers((old) => ({ ...old, [id]: value }));

  if (plan !== null) return <Review {...plan} onBack={() => setPlan(null)} />;
  const review = async () => {
    setMaking(true);
    setTrouble(null);
    try {
      setPlan(await planOf(chosen, answers, wallet, config));
    } catch (error) {
      setTrouble(reason(error));
    } finally {
      setMaking(false);
    }
  };
  const obstacle = making ? t.batch.reviewing : chosen.length === 0 ? t.batch.reviewNone : wallet.chainId !== config.chainId ? t.act.wrongChain : null;
  return (
    <Panel title={t.batch.title}>
      {due.length === 0 ? <Empty>{t.batch.empty}</Empty> : null}
      <ul className="cards">
        {due.map((d) => (
          <li key={d.seat.id}>
            <p>
              <Link href={`/disputes/${d.seat.courtCase.id}`}>{titleOf(d.seat)}</Link>{" "}
              <Badge kind={d.duty === "settle" ? "plain" : "warn"}>{t.duty[d.duty]}</Badge>
            </p>
            {d.until === null ? null : (
              <p className="note">
                {t.batch.deadline} <Countdown until={d.until} now={now} />
              </p>
            )}
            {d.duty === "commit" ? (
              <label>
                {t.batch.ask}{" "}
                <select value={answers[d.seat.id] ?? ""} onChange={(event) => answer(d.seat.id, event.target.value)} aria-label={`${t.batch.ask}: ${titleOf(d.seat)}`}>
                  <option value="">{t.batch.leave}</option>
                  {claimsOf(d.seat.courtCase.commitment).map((claim) => (
                    <option key={claim.root} value={claim.root}>
                      {nameOf(claim.challenge)} {claim.root.slice(0, 10)}…
                    </option>
                  ))}
                  <option value={abstain}>{t.vote.abstain}</option>
                </select>
              </label>
            ) : (
              <label>
                <input type="checkbox" checked={answers[d.seat.id] !== "no"} onChange={(event) => answer(d.seat.id, event.target.checked ? "" : "no")} /> {t.batch.include}
              </label>
            )}
          </li>
        ))}
      </ul>
      {due.length === 0 ? null : (
        <div className="act">
          <button type="button" className="primary" disabled={obstacle !== null} aria-describedby="review-why" onClick={() => void review()}>
            {t.batch.review(chosen.length)}
          </button>
          <p id="review-why" className="act-note" aria-live="polite">
            {obstacle ?? ""}
          </p>
        </div>
      )}
      {trouble === null ? null : <Trouble>{trouble}</Trouble>}
    </Panel>
  );
}

const nameOf = (challenge: string | null) => (challenge === null ? t.vote.committer : t.vote.challenge(challenge));
const titleOf = (seat: Seat) => t.dispute.title(seat.courtCase.commitment.window, seat.courtCase.commitment.run.id);

/** Makes the ballots and finds those that are to be shown. What can't be found is left out, and says so. */
async function planOf(chosen: readonly Due[], answers: Readonly<Record<string, string>>, wallet: Wallet, config: ReturnType<typeof useConfig>) {
  const { court } = config.deployment;
  const planned: Planned[] = [];
  const backups: Backup[] = [];
  for (const { seat, duty } of chosen) {
    const { commitment } = seat.courtCase;
    const round = seat.courtCase.rounds.find((r) => r.round === seat.round.round);
    const item = { id: seat.id, what: t.batch.does[duty], title: titleOf(seat), href: `/disputes/${seat.courtCase.id}` };
    const call = (name: string, args: readonly unknown[]): Act => ({ to: court, abi: courtAbi, call: name, args });
    if (duty === "settle") {
      planned.push({ ...item, answer: t.none, act: call("settleSeat", [commitment.id, seat.round.round, wallet.address]) });
      continue;
    }
    if (round?.seed == null) continue;
    const slot: Slot = { commitment: commitment.id, round: round.round, seed: round.seed };
    if (duty === "commit") {
      const root = answers[seat.id] as Hash;
      const { ballot, backup } = await prepareBallot(wallet, config.chainId, court, slot, wallet.address, root);
      if (backup !== null) backups.push(backup);
      planned.push({ ...item, answer: answerOf(seat, root), act: call("commitBallot", [commitment.id, ballot]) });
    } else if (seat.ballot !== null) {
      const roots = claimsOf(commitment).map((claim) => claim.root);
      const opened = await openBallot(wallet, config.chainId, court, slot, wallet.address, seat.ballot.hash, roots, null);
      planned.push(
        opened === null
          ? { ...item, answer: t.none, act: null, why: t.batch.lost }
          : { ...item, answer: answerOf(seat, opened.root), act: call("reveal", [commitment.id, wallet.address, opened.root, opened.salt]) },
      );
    }
  }
  return { planned, backups };
}

function answerOf(seat: Seat, root: Hash): string {
  if (root === abstain) return t.vote.abstain;
  const claim = claimsOf(seat.courtCase.commitment).find((c) => c.root === root);
  return claim === undefined ? t.vote.other : `${nameOf(claim.challenge)} ${root.slice(0, 10)}…`;
}
