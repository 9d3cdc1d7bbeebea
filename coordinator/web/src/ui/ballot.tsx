// A juror's ballots in a dispute: its own, those of contract wallets that it signs for, and those that it only carries.
import { useState } from "react";
import { getAddress, type Address } from "viem";
import { courtAbi } from "../chain/abi";
import type { Slot } from "../chain/ballots";
import { useWallet } from "../chain/hooks";
import type { Wallet } from "../chain/wallet";
import { dutyOf, standingOf } from "../facts/court";
import type { Dispute, DisputeCase, DisputeJuror } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { ActButton } from "./actbutton";
import { Carry } from "./carry";
import { Cast } from "./cast";
import { money } from "./money";
import { Empty, Panel } from "./parts";
import { Show } from "./show";

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
        ? seats.map((seat) => <Seat key={seat.id} dispute={dispute} courtCase={courtCase} seat={seat} wallet={wallet} juror={wallet.address} now={now} />)
        : null}
      {wallet !== null && courtCase !== null ? (
        <>
          <ContractWallet dispute={dispute} courtCase={courtCase} wallet={wallet} now={now} />
          <Carry />
        </>
      ) : null}
    </Panel>
  );
}

/** The seat of a contract that takes the connected key's signature for its own. Which contract that is, only the contract itself can tell. */
function ContractWallet({ dispute, courtCase, wallet, now }: Omit<SeatProps, "seat" | "juror">) {
  const [chosen, setChosen] = useState("");
  const seats = courtCase.jurors.filter((j) => j.settledAt === null && j.validator.id !== wallet.address.toLowerCase());
  const seat = seats.find((j) => j.id === chosen);
  return (
    <details>
      <summary>{t.contractWallet.title}</summary>
      <p className="note">{t.contractWallet.note}</p>
      {seats.length === 0 ? (
        <Empty>{t.contractWallet.none}</Empty>
      ) : (
        <label>
          {t.contractWallet.choose}{" "}
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t.none}</option>
            {seats.map((j) => (
              <option key={j.id} value={j.id}>
                {t.contractWallet.seat(j.round.round, getAddress(j.validator.id))}
              </option>
            ))}
          </select>
        </label>
      )}
      {seat === undefined ? null : (
        <Seat key={seat.id} dispute={dispute} courtCase={courtCase} seat={seat} wallet={wallet} juror={getAddress(seat.validator.id)} now={now} />
      )}
    </details>
  );
}

interface SeatProps {
  dispute: Dispute;
  courtCase: DisputeCase;
  seat: DisputeJuror;
  wallet: Wallet;
  juror: Address;
  now: number;
}

function Seat({ dispute, courtCase, seat, wallet, juror, now }: SeatProps) {
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
      {seat.settledAt === null ? <p className="note">{t.vote.staked(money(seat.stake))}</p> : null}
      {duty === "commit" ? <Cast dispute={dispute} slot={slot} wallet={wallet} juror={juror} /> : null}
      {duty === "reveal" && seat.ballot !== null ? <Show dispute={dispute} slot={slot} ballot={seat.ballot.hash} wallet={wallet} juror={juror} /> : null}
      {duty === "settle" ? (
        <ActButton label={t.act.settleSeat} act={{ to: court, abi: courtAbi, call: "settleSeat", args: [dispute.id, round.round, juror] }} />
      ) : null}
    </section>
  );
}
