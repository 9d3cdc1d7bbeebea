// Anyone may push: whatever is due in a dispute, as buttons.
import type { Abi, Address } from "viem";
import { courtAbi, demandsAbi, disputesAbi, matchesAbi, trainingAbi } from "../chain/abi";
import type { Act } from "../chain/act";
import { useWallet } from "../chain/hooks";
import { standing } from "../facts/dispute";
import { dueIn, type Due } from "../facts/due";
import type { Config } from "../source/config";
import type { Dispute } from "../source/dispute";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import { ActButton } from "./actbutton";
import { Empty, Panel } from "./parts";

export function Push({ dispute, now }: { dispute: Dispute; now: number }) {
  const config = useConfig();
  const { wallet } = useWallet();
  const due = dueIn(dispute, standing(dispute, now), now, wallet?.address.toLowerCase() ?? null).filter((d) => d.what !== "openArithmetic");
  return (
    <Panel title={t.act.title}>
      <p className="note">{t.act.note}</p>
      {due.length === 0 ? <Empty>{t.act.nothing}</Empty> : null}
      {due.map((d) => (
        <ActButton key={`${d.what}-${"challenge" in d ? d.challenge : ""}`} label={labelOf(d)} act={actOf(d, dispute.id, config)} />
      ))}
    </Panel>
  );
}

function labelOf(d: Due): string {
  switch (d.what) {
    case "settleChallenge":
      return t.act.settleChallenge(d.challenge);
    case "waiveTally":
    case "waive":
      return t.act.waive;
    default:
      return t.act[d.what];
  }
}

function actOf(d: Due, commitment: string, { deployment }: Config): Act {
  const call = (to: Address, abi: Abi, name: string, argument: unknown): Act => ({ to, abi, call: name, args: [argument] });
  switch (d.what) {
    case "freeze":
    case "draw":
    case "tally":
    case "resolve":
      return call(deployment.court, courtAbi, d.what, commitment);
    case "waiveTally":
      return call(deployment.court, courtAbi, "waive", commitment);
    case "settle":
    case "claimVoided":
      return call(deployment.training, trainingAbi, d.what, commitment);
    case "expireDemand":
      return call(deployment.demands, demandsAbi, "expire", commitment);
    case "timeout":
      return call(deployment.matches, matchesAbi, d.what, BigInt(d.challenge));
    default:
      return call(deployment.disputes, disputesAbi, d.what, BigInt(d.challenge));
  }
}
