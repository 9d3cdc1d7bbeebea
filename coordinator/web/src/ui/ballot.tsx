// A juror's ballot: cast, and later shown; on this device or another.
import { useState } from "react";
import { keccak256, type Hex } from "viem";
import type { Act } from "../chain/act";
import { courtAbi } from "../chain/abi";
import { abstain, type Slot } from "../chain/ballots";
import { useWallet } from "../chain/hooks";
import { openBallot, parseBackup, prepareBallot, type Backup } from "../chain/secrets";
import type { Wallet } from "../chain/wallet";
import { dutyOf, standingOf } from "../facts/court";
import { coins } from "../facts/money";
import type { Dispute, DisputeCase, DisputeJuror } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { ActButton } from "./actbutton";
import { Empty, Panel, Trouble } from "./parts";

export function Ballot({ dispute, now }: { dispute: Dispute; now: number }) {
  const { wallet } = useWallet();
  const courtCase = dispute.courtCase;
  const me = wallet?.address.toLowerCase();
  const seats = courtCase?.jurors.filter((j) => j.validator.id === me) ?? [];
  return (
    <Panel title={t.vote.title}>
      {wallet === null ? <Empty>{t.wallet.readOnly}</Empty> : null}
      {wallet !== null && seats.length === 0 ? <Empty>{t.vote.noSeat}</Empty> : null}
      {wallet !== null && courtCase !== null
        ? seats.map((seat) => <Seat key={seat.id} dispute={dispute} courtCase={courtCase} seat={seat} wallet={wallet} now={now} />)
        : null}
    </Panel>
  );
}

interface SeatProps {
  dispute: Dispute;
  courtCase: DisputeCase;
  seat: DisputeJuror;
  wallet: Wallet;
  now: number;
}

function Seat({ dispute, courtCase, seat, wallet, now }: SeatProps) {
  const config = useConfig();
  const { court } = config.deployment;
  const duty = dutyOf(seat, standingOf(courtCase, now));
  const round = courtCase.rounds.find((r) => r.round === seat.round.round);
  if (round?.seed == null) return null;
  const slot: Slot = { commitment: dispute.id, round: round.round, seed: round.seed };
  return (
    <section>
      <h3>{t.dispute.round(round.round, round.size)}</h3>
      <p>
        <strong>{t.duty[duty]}</strong>
      </p>
      {seat.settledAt === null ? <p className="note">{t.vote.staked(coins(seat.stake))}</p> : null}
      {duty === "commit" ? <Cast dispute={dispute} slot={slot} wallet={wallet} /> : null}
      {duty === "reveal" && seat.ballot !== null ? <Show dispute={dispute} slot={slot} ballot={seat.ballot.hash} wallet={wallet} /> : null}
      {duty === "settle" ? (
        <ActButton label={t.act.settleSeat} act={{ to: court, abi: courtAbi, call: "settleSeat", args: [dispute.id, round.round, wallet.address] }} />
      ) : null}
    </section>
  );
}

/** The roots that are claimed in a dispute, each once, with who claims it. */
function claimsOf(d: Dispute): { root: Hex; who: string }[] {
  const claims: { root: Hex; who: string }[] = [{ root: d.postRoot, who: t.vote.committer }];
  for (const c of d.disputes) {
    if (c.root !== null && !claims.some((claim) => claim.root === c.root)) claims.push({ root: c.root, who: t.vote.challenge(c.id) });
  }
  return claims;
}

const isWord = (text: string): text is Hex => /^0x[0-9a-f]{64}$/i.test(text);

function Cast({ dispute, slot, wallet }: { dispute: Dispute; slot: Slot; wallet: Wallet }) {
  const config = useConfig();
  const { court } = config.deployment;
  const [choice, setChoice] = useState<string>("");
  const [other, setOther] = useState("");
  const [kept, setKept] = useState<{ backup: Backup; ballot: Hex } | null>(null);
  const root = choice === "other" ? (isWord(other) ? (other.toLowerCase() as Hex) : null) : choice === "" ? null : (choice as Hex);
  const cast = (ballot: Hex): Act => ({ to: court, abi: courtAbi, call: "commitBallot", args: [slot.commitment, ballot] });

  const prepare = async (): Promise<Act> => {
    if (root === null) throw new Error(t.vote.choose);
    if (kept !== null && kept.backup.root === root) return cast(kept.ballot);
    const { ballot, backup } = await prepareBallot(wallet, config.chainId, court, slot, root);
    if (backup !== null) {
      save(backup);
      setKept({ backup, ballot });
      throw new Error(t.vote.saltRandom);
    }
    return cast(ballot);
  };

  return (
    <>
      <fieldset>
        <legend>{t.vote.question}</legend>
        {claimsOf(dispute).map((claim) => (
          <label key={claim.root}>
            <input type="radio" name={`root-${slot.round}`} checked={choice === claim.root} onChange={() => setChoice(claim.root)} />
            {claim.who} <code>{`${claim.root.slice(0, 10)}…`}</code>
          </label>
        ))}
        <label>
          <input type="radio" name={`root-${slot.round}`} checked={choice === "other"} onChange={() => setChoice("other")} />
          {t.vote.other}
        </label>
        {choice === "other" ? (
          <label>
            {t.vote.otherLabel}
            <input value={other} spellCheck={false} onChange={(event) => setOther(event.target.value.trim())} />
          </label>
        ) : null}
        <label>
          <input type="radio" name={`root-${slot.round}`} checked={choice === abstain} onChange={() => setChoice(abstain)} />
          {t.vote.abstain}
        </label>
      </fieldset>
      <ActButton
        primary
        label={t.vote.cast}
        blocked={root === null ? t.vote.choose : null}
        // Any ballot is tried alike: the contract learns what it hides only when it is shown.
        act={cast(keccak256("0x00"))}
        prepare={prepare}
      />
      <p className="note">{t.vote.salt}</p>
      {kept === null ? null : (
        <p>
          <button type="button" onClick={() => save(kept.backup)}>
            {t.vote.saveBackup}
          </button>
        </p>
      )}
    </>
  );
}

function save(backup: Backup): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(backup, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `ballot-${backup.commitment.slice(2, 10)}-${backup.round}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function Show({ dispute, slot, ballot, wallet }: { dispute: Dispute; slot: Slot; ballot: Hex; wallet: Wallet }) {
  const config = useConfig();
  const { court } = config.deployment;
  const [backup, setBackup] = useState<Backup | null>(null);
  const [other, setOther] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [opened, setOpened] = useState<{ root: Hex; salt: Hex } | null>(null);

  const find = async () => {
    setTrouble(null);
    try {
      const roots = claimsOf(dispute).map((claim) => claim.root);
      if (isWord(other)) roots.push(other.toLowerCase() as Hex);
      const found = await openBallot(wallet, config.chainId, court, slot, ballot, roots, backup);
      if (found === null) setTrouble(t.vote.wrongSecret);
      setOpened(found);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      setBackup(parseBackup(await file.text(), config.chainId, court, wallet.address));
      setTrouble(null);
    } catch (error) {
      setTrouble(t.vote.badBackup(error instanceof Error ? error.message : String(error)));
    }
  };

  if (opened !== null) {
    const act: Act = { to: court, abi: courtAbi, call: "reveal", args: [slot.commitment, wallet.address, opened.root, opened.salt] };
    return <ActButton primary label={t.vote.show} act={act} />;
  }
  return (
    <>
      <button type="button" className="primary" onClick={() => void find()}>
        {t.vote.unlock}
      </button>
      {trouble === null ? null : <Trouble>{trouble}</Trouble>}
      <details>
        <summary>{t.vote.lost}</summary>
        <p>
          <label>
            {t.vote.loadBackup} <input type="file" accept="application/json,.json" onChange={(event) => void load(event.target.files?.[0])} />
          </label>
        </p>
        <p>
          <label>
            {t.vote.otherLabel} <input value={other} spellCheck={false} onChange={(event) => setOther(event.target.value.trim())} />
          </label>
        </p>
      </details>
    </>
  );
}
