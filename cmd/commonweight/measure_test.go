package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// promtool lets Prometheus' own tool look at what the agents show.
var promtool = flag.String("promtool", "", "promtool binary that checks the metrics of live agents")

// crew are agents in this process, on one stage.
type crew struct {
	*testing.T
	stage *replicatest.Stage
	dir   string
}

// start runs a verb with the numbered key until the test ends, and returns where its metrics are.
func (c crew) start(key int, verb ...string) (url string) {
	c.Helper()
	file, password := filepath.Join(c.dir, fmt.Sprint(key)), filepath.Join(c.dir, "password")
	if err := errors.Join(c.stage.Net.Keys()[key].Save(file, "devnet"), os.WriteFile(password, []byte("devnet\n"), 0o600)); err != nil {
		c.Fatal(err)
	}
	port, err := freePort()
	if err != nil {
		c.Fatal(err)
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	args := append(verb, "--rpc", c.stage.Net.WS(), "--deployment", filepath.Join(c.dir, "deployment.json"), "--data-dir", c.TempDir(),
		"--storage-path", c.stage.StoreDir, "--key-file", file, "--key-password-file", password, "--threads", "1",
		"--metrics-listen", address)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan string, 1)
	go func() {
		var errs bytes.Buffer
		if code := execute(ctx, args, io.Discard, &errs); code != exitInterrupted && code != exitDone {
			ended <- errs.String()
		}
		close(ended)
	}()
	c.Cleanup(func() {
		stop()
		if said := <-ended; said != "" {
			c.Errorf("%v: %s", verb, said)
		}
	})
	return "http://" + address + "/metrics"
}

// await scrapes until every pattern is on the page, and returns it.
func (c crew) await(url string, patterns ...string) string {
	c.Helper()
	page, missing := "", ""
	for deadline := time.Now().Add(waits); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		page = c.scrape(url)
		missing = ""
		for _, p := range patterns {
			if !regexp.MustCompile("(?m)^commonweight_" + p + "$").MatchString(page) {
				missing = p
				break
			}
		}
		if missing == "" {
			return page
		}
	}
	c.Fatalf("%s never showed %s; the page:\n%s", url, missing, page)
	return ""
}

func (c crew) scrape(url string) string {
	answer, err := http.Get(url)
	if err != nil {
		return "" // not up yet
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		return ""
	}
	return string(page)
}

// TestMetricsOfLiveAgents: a worker, a fraud-proofer, a validator and a coordinator live on one chain, and what each shows is what happens there.
func TestMetricsOfLiveAgents(t *testing.T) {
	replicatest.Long(t)
	s := replicatest.Start(t, func(spec *program.Spec) { replicatest.Disputed(spec); spec.Steps = 400 }, nil)
	c := crew{t, s, t.TempDir()}
	if err := s.Net.Deployment().Save(filepath.Join(c.dir, "deployment.json")); err != nil {
		t.Fatal(err)
	}
	const some = `[1-9][0-9.e+]*`
	urls := map[string]string{
		"worker":      c.start(1, "worker", "run"),
		"watch":       c.start(2, "watch"),
		"validator":   c.start(3, "validator", "run", "--stake", "5"),
		"coordinator": c.start(4, "coordinator", "serve", "--listen", "127.0.0.1:0"),
	}
	pages := map[string]string{
		"worker": c.await(urls["worker"], "steps_total "+some, `step_seconds_count\{phase="compute"\} `+some, `step_seconds_count\{phase="confirm"\} `+some,
			`step_seconds_count\{phase="publish"\} `+some, "loss "+some, `transactions_total\{result="mined"\} `+some, "transaction_gas_total "+some,
			"account_balance_coins "+some, `account_bonds_coins\{bond="commitment"\} [0-9.e-]*[1-9][0-9.e-]*`, `run_head_windows\{run="1"\} `+some, `run_windows\{run="1"\} 100`,
			`agent_events_total\{agent="worker",event="committed"\} `+some, "storage_requests_total{result=\"ok\"} "+some),
		"watch": c.await(urls["watch"], `judgements_total\{answer="agree"\} `+some, "replay_seconds_count "+some, "replay_lag_windows .*", "chain_lag_seconds .*",
			`agent_events_total\{agent="challenger",event="judged"\} `+some, `run_final_windows\{run="1"\} .*`, `disputes_open\{forecast="unknown"\} 0`),
		"validator": c.await(urls["validator"], "account_stake_coins 5", `agent_events_total\{agent="validator",event="staked"\} .*`, `agent_events_total\{agent="auditor",event="sealed"\} .*`,
			`run_attention_tasks\{result="asked",run="1"\} .*`),
		"coordinator": c.await(urls["coordinator"], "index_block_number "+some, "index_events_total "+some, "index_mismatches 0", "index_stuck 0", `run_head_windows\{run="1"\} `+some,
			`http_requests_total\{code="2xx"\} .*`, "contents_kept "+some, "contents_wrong 0"),
	}
	for role, page := range pages {
		if strings.Contains(page, `judgements_total{answer="disagree"} 1`) {
			t.Errorf("%s: an honest window is disagreed with", role)
		}
		if *promtool == "" {
			continue
		}
		check := exec.Command(*promtool, "check", "metrics")
		check.Stdin = strings.NewReader(page)
		if said, err := check.CombinedOutput(); err != nil || len(bytes.TrimSpace(said)) > 0 {
			t.Errorf("%s: promtool check metrics: %v\n%s", role, err, said)
		}
	}
}
