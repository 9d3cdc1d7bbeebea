// A ballot to be cast: the question, the answers, and who sends it.
import { useState } from "react";
import { keccak256, type Address, type Hex } from "viem";
import type { Act } from "../chain/act";
import { courtAbi } from "../chain/abi";
import { abstain, type Slot } from "../chain/ballots";
import { prepareBallot, type Backup } from "../chain/secrets";
import type { Wallet } from "../chain/wallet";
import { claimsOf } from "../facts/claims";
import type { Dispute } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { ActButton } from "./actbutton";
import { SignAndCarry } from "./carry";
import { saveJson } from "./save";

export const isWord = (text: string): text is Hex => /^0x[0-9a-f]{64}$/i.test(text);

export function saveBackup(backup: Backup): void {
  saveJson(`ballot-${backup.commitment.slice(2, 10)}-${backup.round}.json`, backup);
}

interface CastProps {
  dispute: Dispute;
  slot: Slot;
  wallet: Wallet;
  /** The wallet itself, or a contract wallet that it signs for. */
  juror: Address;
}

export function Cast({ dispute, slot, wallet, juror }: CastProps) {
  const config = useConfig();
  const { court } = config.deployment;
  const [choice, setChoice] = useState<string>("");
  const [other, setOther] = useState("");
  const [kept, setKept] = useState<{ backup: Backup; ballot: Hex } | null>(null);
  const root = choice === "other" ? (isWord(other) ? (other.toLowerCase() as Hex) : null) : choice === "" ? null : (choice as Hex);
  const cast = (ballot: Hex): Act => ({ to: court, abi: courtAbi, call: "commitBallot", args: [slot.commitment, ballot] });
  const own = juror === wallet.address;
  const name = `root-${slot.round}-${juror}`;

  /** Makes the ballot. Where its secret is random, it is saved first, and made of the same secret the next time. */
  const make = async (): Promise<Hex> => {
    if (root === null) throw new Error(t.vote.choose);
    if (kept !== null && kept.backup.root === root) return kept.ballot;
    const { ballot, backup } = await prepareBallot(wallet, config.chainId, court, slot, juror, root);
    if (backup !== null) {
      saveBackup(backup);
      setKept({ backup, ballot });
      throw new Error(t.vote.saltRandom);
    }
    return ballot;
  };

  return (
    <>
      <fieldset>
        <legend>{t.vote.question}</legend>
        {claimsOf(dispute).map((claim) => (
          <label key={claim.root}>
            <input type="radio" name={name} checked={choice === claim.root} onChange={() => setChoice(claim.root)} />
            {claim.challenge === null ? t.vote.committer : t.vote.challenge(claim.challenge)} <code>{`${claim.root.slice(0, 10)}…`}</code>
          </label>
        ))}
        <label>
          <input type="radio" name={name} checked={choice === "other"} onChange={() => setChoice("other")} />
          {t.vote.other}
        </label>
        {choice === "other" ? (
          <label>
            {t.vote.otherLabel}
            <input value={other} spellCheck={false} onChange={(event) => setOther(event.target.value.trim())} />
          </label>
        ) : null}
        <label>
          <input type="radio" name={name} checked={choice === abstain} onChange={() => setChoice(abstain)} />
          {t.vote.abstain}
        </label>
      </fieldset>
      {own ? (
        <ActButton
          primary
          label={t.vote.cast}
          blocked={root === null ? t.vote.choose : null}
          // Any ballot is tried alike: the contract learns what it hides only when it is shown.
          act={cast(keccak256("0x00"))}
          prepare={async () => cast(await make())}
        />
      ) : null}
      <p className="note">{t.vote.salt}</p>
      {kept === null ? null : (
        <p>
          <button type="button" onClick={() => saveBackup(kept.backup)}>
            {t.vote.saveBackup}
          </button>
        </p>
      )}
      <SignAndCarry key={`${choice} ${other}`} wallet={wallet} slot={slot} juror={juror} make={make} blocked={root === null ? t.vote.choose : null} open={!own} />
    </>
  );
}
