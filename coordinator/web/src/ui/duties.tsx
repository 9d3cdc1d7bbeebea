// What waits for the connected account, wherever it is on these pages: ballots to cast, to show, seats to settle.
import { Link, useLocation } from "wouter";
import { useWallet } from "../chain/hooks";
import { dutyOf, standingOf } from "../facts/court";
import { useIndex, useNow } from "../source/hooks";
import { dutiesQuestion } from "../source/questions";
import { t } from "../texts/en";

const nobody = "0x0000000000000000000000000000000000000000";

export function Duties() {
  const { wallet } = useWallet();
  const { data } = useIndex(dutiesQuestion, { account: wallet?.address.toLowerCase() ?? nobody }, wallet !== null);
  const now = useNow();
  const [location] = useLocation();
  if (wallet === null || data === undefined) return null;
  const duties = data.jurors.map((seat) => dutyOf(seat, standingOf(seat.courtCase, now)));
  const votes = duties.filter((duty) => duty === "commit" || duty === "reveal").length;
  const reveals = duties.filter((duty) => duty === "reveal").length;
  if (votes === 0) return null;
  return (
    <p className={reveals > 0 ? "trouble" : "notice"} role="status">
      {t.duties(votes, reveals)} {location === "/ballots" ? null : <Link href="/ballots">{t.dutiesLink}</Link>}
    </p>
  );
}
