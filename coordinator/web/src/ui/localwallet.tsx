// A wallet for who has none, on local chains: one of the devnet's own accounts, or a key.
import { useId, useState } from "react";
import { devnetKey, localWallet, parseKey } from "../chain/local";
import { useWallets } from "../chain/wallet";
import { useConfig } from "../source/hooks";
import { t } from "../texts/en";
import type { Hex } from "viem";

export default function LocalWallet({ onDone }: { onDone: () => void }) {
  const config = useConfig();
  const wallets = useWallets();
  const [account, setAccount] = useState("9");
  const [text, setText] = useState("");
  const why = useId();
  const number = /^([0-9]|1[0-5])$/.test(account.trim()) ? Number(account) : null;
  const key = parseKey(text);
  const noNode = config.rpc === null ? t.local.noNode : null;
  const badAccount = noNode ?? (number === null ? t.local.badAccount : null);
  const badKey = noNode ?? (text !== "" && key === null ? t.local.badKey : null);
  const use = async (of: Hex) => {
    await wallets.connectLocal(localWallet(config, of, t.local.name));
    onDone();
  };
  return (
    <form className="menu" aria-label={t.local.title} onSubmit={(event) => event.preventDefault()}>
      <strong>{t.local.title}</strong>
      <p className="note">{t.local.body}</p>
      <label>
        {t.local.account}
        <input inputMode="numeric" value={account} onChange={(event) => setAccount(event.target.value)} />
      </label>
      <p id={why} className="note">
        {badAccount ?? t.local.accountNote}
      </p>
      <button
        type="button"
        className="primary"
        disabled={badAccount !== null}
        aria-describedby={why}
        onClick={() => void (number === null ? null : devnetKey(number).then(use))}
      >
        {t.local.useAccount}
      </button>
      <label>
        {t.local.key}
        <input type="password" autoComplete="off" spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <p id={`${why}-key`} className="note">
        {badKey ?? (text === "" ? `${t.local.noKey} ${t.local.keyNote}` : t.local.keyNote)}
      </p>
      <button type="button" disabled={noNode !== null || key === null} aria-describedby={`${why}-key`} onClick={() => void (key === null ? null : use(key))}>
        {t.local.useKey}
      </button>
    </form>
  );
}
