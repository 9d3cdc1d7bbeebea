// Starts the pages: reads the configuration, follows the index, listens for wallets.
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { Wallets, WalletsContext } from "./chain/wallet";
import { loadConfig } from "./source/config";
import { newQueryClient, SourceContext } from "./source/hooks";
import { Follower } from "./source/live";
import { t } from "./texts/en";
import "./ui/style.css";
import { applyTheme } from "./ui/theme";
import { Trouble } from "./ui/parts";

applyTheme();
const place = document.getElementById("app");
if (place === null) throw new Error("index.html has no place for the pages");
const root = createRoot(place);

try {
  const config = await loadConfig();
  const follower = new Follower(config);
  void follower.follow(new AbortController().signal);
  const wallets = new Wallets();
  root.render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>
        <SourceContext value={{ config, follower }}>
          <WalletsContext value={wallets}>
            <App />
          </WalletsContext>
        </SourceContext>
      </QueryClientProvider>
    </StrictMode>,
  );
} catch (error) {
  root.render(
    <main id="page">
      <h1>{t.config.title}</h1>
      <Trouble>{t.config.body(error instanceof Error ? error.message : String(error))}</Trouble>
    </main>,
  );
}
