package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator"
	"github.com/commonweight/commonweight/coordinator/pin"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
)

// onlooker is a coordinator beside the demo.
type onlooker struct {
	url  string
	stop func() error
}

// look starts a coordinator with an index of its own.
func look(ctx context.Context, s *stage, name string) (*onlooker, error) {
	client, err := s.dial(ctx)
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(s.work, name)
	keep := pin.Everything() // the actors use the same storage
	c, err := coordinator.Open(ctx, coordinator.Config{
		Client: client, Dir: dir, Listen: "127.0.0.1:0", Storage: s.store.(ipfs.Keeper), Keep: &keep, Log: slog.New(slog.NewTextHandler(s.log, nil)).With("actor", name),
		Replica: func(context.Context, chain.RunID) (coordinator.Replica, error) {
			return s.actor(nameProofer).replica, nil
		},
	})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	o := &onlooker{url: c.URL(), stop: func() error { cancel(); return <-ended }}
	s.onStrike(o.stop)
	return o, nil
}

// onlookers attach one coordinator from the start and another at the end, and ask both.
func onlookers(t *testing.T) func(ctx context.Context, s *stage) (func(context.Context, *Report) error, error) {
	return func(ctx context.Context, s *stage) (func(context.Context, *Report) error, error) {
		live, err := look(ctx, s, "live")
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context, r *Report) error {
			late, err := look(ctx, s, "late")
			if err != nil {
				return err
			}
			at := s.client.Latest().Number
			for _, o := range []*onlooker{live, late} {
				if err := o.reach(at); err != nil {
					return err
				}
				o.showsTheSame(ctx, t, s, r)
				o.keepsThePromises(ctx, t, s, r)
			}
			for _, query := range []string{whatHappened(at), whatIsOwed(at)} {
				if a, b := live.body(t, query), late.body(t, query); a != b {
					t.Errorf("two coordinators differ:\n%.2000s\n%.2000s", a, b)
				}
			}
			live.keeps(t, r)
			live.evidence(ctx, t, s, r)
			if err := contractsAgree(ctx, t, s); err != nil {
				return err
			}
			return bothMappings(ctx, t, s)
		}, nil
	}
}

func (o *onlooker) get(path string) (int, []byte, error) {
	response, err := http.Get(o.url + path)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return response.StatusCode, body, err
}

// reach waits until a block is indexed and the contracts have been asked about it.
func (o *onlooker) reach(number uint64) error {
	var status struct {
		Head          *struct{ Number uint64 }
		CheckedAt     *uint64 `json:"checkedAtBlock"`
		Ready         bool
		Alarms        []string
		SkippedEvents uint64
	}
	for deadline := time.Now().Add(3 * time.Minute); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		_, body, err := o.get("/api/status")
		if err != nil {
			return err
		}
		if err := json.Unmarshal(body, &status); err != nil {
			return err
		}
		if status.Head != nil && status.Head.Number >= number && status.CheckedAt != nil && status.Ready {
			if len(status.Alarms) > 0 || status.SkippedEvents > 0 {
				return fmt.Errorf("the coordinator raises alarms: %v, %d events skipped", status.Alarms, status.SkippedEvents)
			}
			return nil
		}
	}
	return fmt.Errorf("the coordinator isn't ready at block %d: %+v", number, status)
}

func (o *onlooker) body(t *testing.T, query string) string {
	t.Helper()
	status, body, err := o.get("/graphql?query=" + url.QueryEscape(query))
	if err != nil || status != http.StatusOK || strings.Contains(string(body), `"errors"`) {
		t.Errorf("%.300s: %d %v %.600s", query, status, err, body)
	}
	return string(body)
}

func (o *onlooker) ask(t *testing.T, query string, into any) {
	t.Helper()
	answer := struct{ Data any }{into}
	if err := json.Unmarshal([]byte(o.body(t, query)), &answer); err != nil {
		t.Errorf("%.300s: %v", query, err)
	}
}

// whatHappened and whatIsOwed ask for nearly all there is, as of one block.
func whatHappened(number uint64) string {
	at := fmt.Sprintf("(first: 1000, block: {number: %d})", number)
	return strings.ReplaceAll(`{runs@ {id headCount anchorCount head {id} anchor {id} escrow paid rejected voided lapsedLeases log(first: 1000) {id status mark
		postRoot committer {id} voidedBy {id} settledAt toCommitter toChallengers toVoided burned repaid share auditors}}
		leases@ {id status holder {id} burned endedAt} challenges@ {id status outcome root challenger {id} toChallenger burned settledAt}
		cases@ {id verdict round resolvedAt rounds {seats committed revealed votes votesFor verdict jurors {validator {id} fee burned settledAt
		ballot {root revealedAt leakedBy {id}}}}} matches@ {id phase outcome moves log {kind side phase}} activities@ {id name account {id} amount tx}}`, "@", at)
}

func whatIsOwed(number uint64) string {
	at := fmt.Sprintf("(first: 1000, block: {number: %d})", number)
	return strings.ReplaceAll(`{accounts@ {id commitments finalised steps rejected challenges challengesWon challengesLost leases balances {token credited credit}}
		ledgers@ {id balance received spent} payments@ {id kind account {id} amount} rewards@ {id account {id} amount} validators@ {id stake locked seats fees burned}
		stakeChanges@ {id kind amount burned paid} assets@ {id kind cid root keyFrame final} pledges@ {id kind status owner {id} pay burned root}
		protocols@ {runs commitments finalised rejected challenges cases matches stake burned}}`, "@", at)
}

type word struct{ ID string }

// showsTheSame compares with the contracts and with the report.
func (o *onlooker) showsTheSame(ctx context.Context, t *testing.T, s *stage, r *Report) {
	progress, err := s.client.Progress(ctx, s.run)
	if err != nil {
		t.Fatal(err)
	}
	head, err := s.client.Head(ctx, s.run)
	if err != nil {
		t.Fatal(err)
	}
	var found struct {
		Run struct {
			HeadCount, AnchorCount, Escrow string
			Head, Anchor                   word
			Log                            []struct {
				ID, Status, PostRoot, Window string
				Committer                    word
			}
		}
	}
	o.ask(t, `{run(id: 1) {headCount anchorCount escrow head {id} anchor {id} log(first: 1000, orderBy: committedBlock) {id status postRoot window committer {id}}}}`, &found)
	escrow, err := s.client.Escrow(ctx, s.run)
	if err != nil {
		t.Fatal(err)
	}
	x := found.Run
	if x.HeadCount != fmt.Sprint(progress.HeadCount) || x.AnchorCount != fmt.Sprint(progress.AnchorCount) || x.Head.ID != head.Hex() || x.Anchor.ID != head.Hex() ||
		x.Escrow != escrow.String() {
		t.Errorf("the index shows %+v, the contracts %+v with head %s and escrow %s", x, progress, head, escrow)
	}
	if len(x.Log) != len(r.Windows) {
		t.Errorf("%d commitments, the report has %d", len(x.Log), len(r.Windows))
	}
	for i, w := range r.Windows {
		if i >= len(x.Log) {
			break
		}
		c := x.Log[i]
		if c.ID != w.Commitment.Hex() || !strings.EqualFold(c.Status, w.Status) || c.PostRoot != w.PostRoot.Hex() || !strings.EqualFold(c.Committer.ID, w.Committer.Hex()) {
			t.Errorf("commitment %d: the index shows %+v, the report %+v", i, c, w)
		}
	}
}

// keepsThePromises asks, by GraphQL alone, what the demo's audit asks the chain.
func (o *onlooker) keepsThePromises(ctx context.Context, t *testing.T, s *stage, r *Report) {
	var found struct {
		Wrong, Leases, Challenges, Cases, Jurors, Demands, Matches []word
		Rejected                                                   []struct{ Committer word }
		Harmed                                                     []word
		Balances                                                   []struct{ Credit string }
		Ledgers                                                    []struct{ Balance string }
	}
	var truth, honest []string
	for _, w := range r.Windows {
		if w.Status == "finalised" {
			truth = append(truth, fmt.Sprintf("%q", w.PostRoot.Hex()))
		}
	}
	for _, a := range r.Accounts {
		if a.Honest {
			honest = append(honest, fmt.Sprintf("%q", strings.ToLower(a.Address.Hex())))
		}
	}
	o.ask(t, fmt.Sprintf(`{
		wrong: commitments(where: {status: Finalised, postRoot_not_in: [%s]}) {id}
		rejected: commitments(where: {status: Rejected}) {committer {id}}
		harmed: commitments(where: {committer_in: [%s], status: Rejected}) {id}
		leases(where: {status: Held}) {id}
		challenges(where: {or: [{status: Sealed}, {status: Opened}]}) {id}
		cases(where: {resolvedAt: null}) {id}
		jurors(where: {settledAt: null}) {id}
		demands(where: {status: Open}) {id}
		matches(where: {outcome: Running, challenge_: {outcome: Running}}) {id}
		balances(first: 1000, where: {token: "0x0000000000000000000000000000000000000000"}) {credit}
		ledgers(first: 1000, where: {token: "0x0000000000000000000000000000000000000000"}) {balance}
	}`, strings.Join(truth, ","), strings.Join(honest, ",")), &found)
	for name, left := range map[string][]word{
		"a wrong root is final": found.Wrong, "an honest window was rejected": found.Harmed, "a lease is held": found.Leases, "a challenge is open": found.Challenges,
		"a case is open": found.Cases, "a seat isn't settled": found.Jurors, "a demand is open": found.Demands, "a match is running": found.Matches,
	} {
		if len(left) > 0 {
			t.Errorf("%s: %v", name, left)
		}
	}
	liar := strings.ToLower(s.actor(nameLiar).account.Address().Hex())
	if len(found.Rejected) != 1 || found.Rejected[0].Committer.ID != liar {
		t.Errorf("rejected: %+v, want one of %s", found.Rejected, liar)
	}
	total := new(big.Int)
	add := func(amount string) {
		n, ok := new(big.Int).SetString(amount, 10)
		if !ok || n.Sign() < 0 {
			t.Errorf("an amount of %q", amount)
			return
		}
		total.Add(total, n)
	}
	for _, b := range found.Balances {
		add(b.Credit)
	}
	for _, l := range found.Ledgers {
		add(l.Balance)
	}
	held, err := s.client.Held(ctx, chain.Native)
	if err != nil {
		t.Fatal(err)
	}
	if total.Cmp(held) != 0 {
		t.Errorf("credits and ledgers add up to %s, the Vault holds %s", total, held)
	}
}

// keeps looks at what the coordinator kept while the run went on: nothing is missing but what the liar never showed, and it knows the losses.
func (o *onlooker) keeps(t *testing.T, r *Report) {
	var kept struct {
		Kept    int
		Missing []struct {
			Kind, Why string
			Window    uint64
			Wrong     bool
		}
	}
	var losses []struct {
		Commitment string
		Loss       *float32
	}
	for path, into := range map[string]any{"/api/kept": &kept, "/api/runs/1/losses": &losses} {
		status, body, err := o.get(path)
		if err != nil || status != http.StatusOK || json.Unmarshal(body, into) != nil {
			t.Errorf("%s: %d %v %.200s", path, status, err, body)
		}
	}
	for _, m := range kept.Missing {
		t.Errorf("missing: %+v", m)
	}
	if kept.Kept < len(r.Windows)/2 {
		t.Errorf("only %d contents are kept", kept.Kept)
	}
	known := make(map[string]float32)
	for _, l := range losses {
		if l.Loss != nil {
			known[l.Commitment] = *l.Loss
		}
	}
	compared := 0
	for _, w := range r.Windows {
		if loss, ok := known[w.Commitment.Hex()]; ok && len(w.Loss) > 0 {
			compared++
			if last := w.Loss[len(w.Loss)-1]; loss != float32(last) {
				t.Errorf("window %d: loss %v, the report has %v", w.Window, loss, last)
			}
		}
	}
	if compared < len(r.Windows)/2 {
		t.Errorf("the losses of only %d windows are known", compared)
	}
}

// evidence fetches the bundle about the lie and checks it without node, store and dataset.
func (o *onlooker) evidence(ctx context.Context, t *testing.T, s *stage, r *Report) {
	var found struct {
		Challenges []struct {
			ID         string
			Commitment struct{ ID, PostRoot string }
		}
	}
	o.ask(t, `{challenges(where: {commitment_: {status: Rejected}}) {id commitment {id postRoot}}}`, &found)
	if len(found.Challenges) == 0 {
		t.Error("nobody challenged the lie")
		return
	}
	x := found.Challenges[0]
	status, body, err := o.get("/api/disputes/" + x.ID + "/evidence.car")
	if err != nil || status != http.StatusOK {
		t.Errorf("evidence: %d %v %.200s", status, err, body)
		return
	}
	path := filepath.Join(s.work, "evidence.car")
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := replica.OpenBundle(ctx, path, replica.Options{Dir: filepath.Join(s.work, "bundles"), Engine: s.config.Engine, Threads: 1})
	if err != nil {
		t.Errorf("the evidence can't be opened: %v", err)
		return
	}
	defer b.Close()
	if _, verdict := b.Check(ctx); b.Commitment.Hex() != x.Commitment.ID || verdict.Answer != replica.Disagree {
		t.Errorf("the evidence about %s says %s about %s", x.Commitment.ID, verdict.Answer, b.Commitment)
	}
	windows := slices.DeleteFunc(slices.Clone(r.Windows), func(w Window) bool { return w.Status != "rejected" })
	if len(windows) != 1 || windows[0].Commitment != b.Commitment {
		t.Errorf("the evidence is about %s, rejected were %+v", b.Commitment, windows)
	}
}
