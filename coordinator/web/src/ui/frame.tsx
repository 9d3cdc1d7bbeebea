// What surrounds every page: where one is, what block it is, whose wallet.
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useWallet } from "../chain/hooks";
import { localChains } from "../chain/node";
import { useWallets } from "../chain/wallet";
import { blockTime, moment } from "../facts/time";
import { useConfig, useLive, useNow } from "../source/hooks";
import { t } from "../texts/en";
import { Boundary } from "./boundary";
import { Duties } from "./duties";
import { Badge, Hex, Trouble } from "./parts";
import { setTheme, theme, type Theme } from "./theme";

const LocalWallet = lazy(() => import("./localwallet"));

const places = [
  ["/runs", t.nav.runs],
  ["/disputes", t.nav.disputes],
  ["/ballots", t.nav.ballots],
  ["/stake", t.nav.stake],
  ["/economics", t.nav.economics],
] as const;

export function Frame({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const live = useLive();
  return (
    <>
      <a
        className="skip"
        href="#page"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("page")?.focus();
        }}
      >
        {t.skip}
      </a>
      <header className="frame">
        <Link href="/runs" className="brand">
          {t.name}
        </Link>
        <nav aria-label={t.nav.label}>
          {places.map(([path, name]) => (
            <Link key={path} href={path} aria-current={location.startsWith(path) ? "page" : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="frame-right">
          <BlockClock />
          <ThemeChoice />
          <WalletBox />
        </div>
      </header>
      <main id="page" tabIndex={-1}>
        {live.trouble === null ? null : <Trouble>{t.block.trouble(live.trouble)}</Trouble>}
        <Silence />
        {live.alarmed ? <Trouble>{t.block.alarmed}</Trouble> : null}
        <WalletNotes />
        <Boundary>
          <Duties />
        </Boundary>
        {children}
      </main>
    </>
  );
}

// A chain whose blocks are further apart than this is none that these contracts live on. Units: minutes.
const silent = 2;

/** The index answers and has nothing new: it, or the node it follows, may have lost the chain. */
function Silence() {
  const { block, seen, trouble } = useLive();
  useNow();
  const minutes = Math.floor((Date.now() - seen) / 60_000);
  return block === null || trouble !== null || minutes < silent ? null : <Trouble>{t.block.silent(minutes)}</Trouble>;
}

function BlockClock() {
  const { block } = useLive();
  const now = useNow();
  if (block === null) return <span className="muted">{t.block.waiting}</span>;
  return (
    <span title={t.block.time(moment(now))}>
      <span className="muted">{t.block.label(block.number)}</span> <span className="exactly">{blockTime(block.timestamp)}</span>
    </span>
  );
}

function ThemeChoice() {
  const [chosen, setChosen] = useState<Theme>(theme());
  return (
    <select
      aria-label={t.theme.label}
      value={chosen}
      onChange={(event) => {
        const next = event.target.value as Theme;
        setTheme(next);
        setChosen(next);
      }}
    >
      <option value="auto">{t.theme.auto}</option>
      <option value="light">{t.theme.light}</option>
      <option value="dark">{t.theme.dark}</option>
    </select>
  );
}

function WalletBox() {
  const wallets = useWallets();
  const config = useConfig();
  const { wallet, found } = useWallet();
  const [choosing, setChoosing] = useState(false);
  const [local, setLocal] = useState(false);
  if (wallet !== null) {
    return (
      <span className="wallet">
        {wallet.local ? <Badge kind="warn">{t.local.name}</Badge> : null}
        <Hex value={wallet.address} label={wallet.name} />
        <button type="button" onClick={wallets.disconnect}>
          {t.wallet.disconnect}
        </button>
      </span>
    );
  }
  const only = found.length === 1 ? found[0] : undefined;
  return (
    <span className="wallet">
      <button type="button" className="primary" aria-expanded={choosing} onClick={() => (only ? void wallets.connect(only) : setChoosing(!choosing))}>
        {t.wallet.connect}
      </button>
      {localChains.includes(config.chainId) ? (
        <button type="button" aria-expanded={local} onClick={() => setLocal(!local)}>
          {t.local.open}
        </button>
      ) : null}
      {local ? (
        <Suspense fallback={null}>
          <LocalWallet onDone={() => setLocal(false)} />
        </Suspense>
      ) : null}
      {choosing ? (
        <div className="menu" role="group" aria-label={t.wallet.choose}>
          {found.length === 0 ? <p>{t.wallet.noneFound}</p> : null}
          {found.map((detail) => (
            <button
              key={detail.info.uuid}
              type="button"
              onClick={() => {
                setChoosing(false);
                void wallets.connect(detail);
              }}
            >
              {detail.info.name}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  );
}

function WalletNotes() {
  const wallets = useWallets();
  const config = useConfig();
  const { wallet, trouble } = useWallet();
  const wrong = wallet !== null && wallet.chainId !== config.chainId;
  return (
    <>
      {trouble === null ? null : <Trouble>{t.wallet.trouble(trouble)}</Trouble>}
      {wrong ? (
        <p className="trouble" role="alert">
          {t.wallet.wrongChain(wallet.chainId, config.chainId)}{" "}
          <button type="button" onClick={() => void wallets.switchTo(config.chainId, config.rpc)}>
            {t.wallet.fix}
          </button>
        </p>
      ) : null}
    </>
  );
}
