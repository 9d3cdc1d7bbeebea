// Which page is shown where. Addresses live behind “#”, so any static host will do.
import { lazy, Suspense } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { t } from "./texts/en";
import { Boundary } from "./ui/boundary";
import { Frame } from "./ui/frame";
import { Empty } from "./ui/parts";

const RunsPage = lazy(() => import("./pages/runs"));
const RunPage = lazy(() => import("./pages/run"));
const DisputesPage = lazy(() => import("./pages/disputes"));
const DisputePage = lazy(() => import("./pages/dispute"));
const BallotsPage = lazy(() => import("./pages/ballots"));
const StakePage = lazy(() => import("./pages/stake"));
const EconomicsPage = lazy(() => import("./pages/economics"));

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Frame>
        <Boundary>
          <Suspense fallback={<Empty>{t.loading}</Empty>}>
            <Switch>
              <Route path="/runs">
                <RunsPage />
              </Route>
              <Route path="/runs/:run">{({ run }) => <RunPage run={run} />}</Route>
              <Route path="/disputes">
                <DisputesPage />
              </Route>
              <Route path="/disputes/:commitment">{({ commitment }) => <DisputePage commitment={commitment} />}</Route>
              <Route path="/ballots">
                <BallotsPage />
              </Route>
              <Route path="/stake">
                <StakePage />
              </Route>
              <Route path="/economics">
                <EconomicsPage />
              </Route>
              <Route>
                <Redirect to="/runs" />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </Frame>
    </Router>
  );
}
