// Ballots that one account signs and another sends.
import { useState } from "react";
import type { Address, Hex as Hash } from "viem";
import type { Slot } from "../chain/ballots";
import { actOfSigned, parseSigned, signBallot, type SignedBallot } from "../chain/carried";
import { reason, type Wallet } from "../chain/wallet";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { ActButton } from "./actbutton";
import { Facts, Hex, Trouble } from "./parts";
import { saveJson } from "./save";

interface SignProps {
  wallet: Wallet;
  slot: Slot;
  juror: Address;
  /** Makes the ballot; throws what the person has to read. */
  make: () => Promise<Hash>;
  /** Why it can't be signed yet. */
  blocked: string | null;
  open: boolean;
}

/** Signs a ballot, to be sent from here or from anywhere. */
export function SignAndCarry({ wallet, slot, juror, make, blocked, open }: SignProps) {
  const config = useConfig();
  const [signed, setSigned] = useState<SignedBallot | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const wrongChain = wallet.chainId === config.chainId ? null : t.act.wrongChain;
  const why = blocked ?? wrongChain;
  const sign = async () => {
    setTrouble(null);
    try {
      setSigned(await signBallot(wallet, config.chainId, config.deployment.court, slot, juror, await make()));
    } catch (error) {
      setTrouble(reason(error));
    }
  };
  return (
    <details open={open}>
      <summary>{t.carry.sign}</summary>
      <p className="note">{t.carry.signNote}</p>
      <div className="act">
        <button type="button" disabled={why !== null} onClick={() => void sign()}>
          {t.carry.signButton}
        </button>
        <p className="act-note">{why ?? (signed === null ? "" : t.carry.signedNow)}</p>
      </div>
      {trouble === null ? null : <Trouble>{trouble}</Trouble>}
      {signed === null ? null : (
        <>
          <p>
            <button type="button" onClick={() => saveJson(`signed-ballot-${signed.commitment.slice(2, 10)}-${signed.round}.json`, signed)}>
              {t.carry.save}
            </button>
          </p>
          <ActButton label={t.carry.send} act={actOfSigned(signed)} note={t.carry.pays} />
        </>
      )}
    </details>
  );
}

/** Sends a ballot that somebody else has signed. */
export function Carry() {
  const config = useConfig();
  const [signed, setSigned] = useState<SignedBallot | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    setSigned(null);
    setTrouble(null);
    try {
      setSigned(parseSigned(await file.text(), config.chainId, config.deployment.court));
    } catch (error) {
      setTrouble(t.carry.bad(reason(error)));
    }
  };
  return (
    <details>
      <summary>{t.carry.bring}</summary>
      <p className="note">{t.carry.bringNote}</p>
      <label>
        {t.carry.load} <input type="file" accept="application/json,.json" onChange={(event) => void load(event.target.files?.[0])} />
      </label>
      {trouble === null ? null : <Trouble>{trouble}</Trouble>}
      {signed === null ? null : (
        <>
          <Facts
            rows={[
              [t.carry.juror, <Hex key="juror" value={signed.juror} label={t.carry.juror} />],
              [t.carry.case, <Hex key="case" value={signed.commitment} label={t.carry.case} />],
            ]}
          />
          <ActButton label={t.carry.send} act={actOfSigned(signed)} note={t.carry.pays} />
        </>
      )}
    </details>
  );
}
