// A ballot to be shown: on the device that cast it or on another.
import { useState } from "react";
import type { Address, Hex } from "viem";
import type { Act } from "../chain/act";
import { courtAbi } from "../chain/abi";
import type { Slot } from "../chain/ballots";
import { openBallot, parseBackup, type Backup } from "../chain/secrets";
import type { Wallet } from "../chain/wallet";
import { claimsOf } from "../facts/claims";
import type { Dispute } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { ActButton } from "./actbutton";
import { isWord } from "./cast";
import { Trouble } from "./parts";

interface ShowProps {
  dispute: Dispute;
  slot: Slot;
  ballot: Hex;
  wallet: Wallet;
  juror: Address;
}

export function Show({ dispute, slot, ballot, wallet, juror }: ShowProps) {
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
      const found = await openBallot(wallet, config.chainId, court, slot, juror, ballot, roots, backup);
      if (found === null) setTrouble(t.vote.wrongSecret);
      setOpened(found);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      setBackup(parseBackup(await file.text(), config.chainId, court, juror, slot));
      setTrouble(null);
    } catch (error) {
      setTrouble(t.vote.badBackup(error instanceof Error ? error.message : String(error)));
    }
  };

  if (opened !== null) {
    const act: Act = { to: court, abi: courtAbi, call: "reveal", args: [slot.commitment, juror, opened.root, opened.salt] };
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
