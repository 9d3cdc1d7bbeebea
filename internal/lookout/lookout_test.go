package lookout

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http/httptest"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
)

// page reads a registry as Prometheus does.
type page struct {
	*testing.T
	registry *metrics.Registry
}

// value of a series, with its labels in braces; ok is false if there is none.
func (p page) value(series string) (value float64, ok bool) {
	p.Helper()
	answer := httptest.NewRecorder()
	p.registry.Handler().ServeHTTP(answer, httptest.NewRequest("GET", "/metrics", nil))
	line := regexp.MustCompile(`(?m)^commonweight_` + regexp.QuoteMeta(series) + ` (\S+)$`).FindStringSubmatch(answer.Body.String())
	if line == nil {
		return 0, false
	}
	value, err := strconv.ParseFloat(line[1], 64)
	if err != nil {
		p.Fatal(err)
	}
	return value, true
}

func (p page) want(series string, want float64) {
	p.Helper()
	if got, ok := p.value(series); !ok || got != want {
		p.Errorf("%s is %v (%t), want %v", series, got, ok, want)
	}
}

// between wants a series in a range: a clock that runs.
func (p page) between(series string, low, high float64) {
	p.Helper()
	if got, ok := p.value(series); !ok || got < low || got > high {
		p.Errorf("%s is %v (%t), want %v to %v", series, got, ok, low, high)
	}
}

func (p page) absent(series string) {
	p.Helper()
	if got, ok := p.value(series); ok {
		p.Errorf("%s is %v, want none", series, got)
	}
}

// sight is a lookout that looks when it is told to.
type sight struct {
	page
	*Lookout
}

func (s sight) look() {
	s.page.Helper()
	if err := s.Lookout.look(s.Context(), s.Client.Latest()); err != nil {
		s.Fatal(err)
	}
}

func watch(t *testing.T, client *chain.Client, who chain.Address, run chain.RunID) sight {
	registry := metrics.New(metrics.RoleWatch, "test")
	return sight{page{t, registry}, New(Config{Client: client, Account: who, Run: run, JudgesAll: true, Metrics: registry, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})}
}

func coins(wei *big.Int) float64 {
	value, _ := new(big.Rat).SetFrac(wei, chain.Ether(1000)).Float64()
	return value
}

// TestLookout follows a lie, its challenge and its end, from the liar's, the challenger's and a stranger's place.
func TestLookout(t *testing.T) {
	t.Parallel()
	const workerKey, liarKey, challengerKey, juryKey = 1, 2, 3, 4
	s := chaintest.Start(t, chaintest.Terms())
	worker, liar, challenger := s.Account(workerKey), s.Account(liarKey), s.Account(challengerKey)
	ofLiar, ofChallenger := watch(t, liar.Client, liar.Address(), s.Run), watch(t, challenger.Client, challenger.Address(), s.Run)
	ofNobody := watch(t, worker.Client, chain.Address{}, 0)
	run := fmt.Sprintf(`{run="%d"}`, s.Run)
	juror := s.Jury(chaintest.Answer, juryKey, juryKey+1)[0]
	ofJuror := watch(t, juror.Client, juror.Address(), 0)
	ofJuror.look()
	ofJuror.want("account_stake_coins", 10)

	// A lease.
	head, err := liar.Head(t.Context(), s.Run)
	check(t, err)
	lease, _, err := liar.Acquire(t.Context(), s.Run, head)
	check(t, err)
	ofLiar.look()
	ofLiar.want(`account_bonds_coins{bond="lease"}`, coins(lease.Bond))
	ofLiar.between(`clock_left_seconds{duty="lease"}`, float64(s.Lease)-600, float64(s.Lease))
	ofLiar.between(`run_lease_age_seconds`+run, 0, 600)
	ofChallenger.look()
	ofChallenger.absent(`clock_left_seconds{duty="lease"}`)
	ofChallenger.between(`run_lease_left_seconds`+run, float64(s.Lease)-600, float64(s.Lease))

	// A lie, and a challenge against it.
	committed, _, err := liar.Commit(t.Context(), s.Run, lease.Fence, head, 2, chain.Hash{66}, []byte{1})
	check(t, err)
	lie := committed.Commitment
	ofChallenger.look()
	ofChallenger.want("replay_lag_windows", 1)
	truth, err := chaintest.Answer(t.Context(), challenger.Client, lie)
	check(t, err)
	ofChallenger.Judged(lie, replica.Verdict{Answer: replica.Unknown}, time.Second)
	ofChallenger.look()
	ofChallenger.want("replay_lag_windows", 1)
	ofChallenger.Judged(lie, replica.Verdict{Answer: replica.Disagree, Root: truth}, time.Second)
	ofNobody.Judged(lie, replica.Verdict{Answer: replica.Agree, Root: committed.PostRoot}, time.Second) // a replica that computes wrongly
	salt := chain.Hash{7}
	sealed, _, err := challenger.Seal(t.Context(), lie, challenger.SealHash(lie, truth, challenger.Address(), salt))
	check(t, err)
	ofChallenger.look()
	ofChallenger.want("replay_lag_windows", 0)
	ofChallenger.want(`judgements_total{answer="disagree"}`, 1)
	ofChallenger.want(`account_bonds_coins{bond="challenge"}`, coins(sealed.Bond))
	ofChallenger.between(`clock_left_seconds{duty="opening"}`, 0, float64(s.Open))
	ofChallenger.want(`disputes_open{forecast="neither"}`, 1)
	_, err = challenger.OpenChallenge(t.Context(), lie, sealed.Challenge, truth, challenger.Address(), salt)
	check(t, err)
	for _, x := range []sight{ofLiar, ofChallenger, ofNobody} {
		x.look()
	}
	ofChallenger.absent(`clock_left_seconds{duty="opening"}`)
	ofChallenger.want(`dispute_forecast{challenge="1",forecast="challenger"}`, 1)
	ofNobody.want(`dispute_forecast{challenge="1",forecast="committer"}`, 1)
	ofLiar.want(`dispute_forecast{challenge="1",forecast="unknown"}`, 1)
	ofLiar.want(`account_bonds_coins{bond="lease"}`, 0)
	ofLiar.want(`account_bonds_coins{bond="commitment"}`, coins(lease.Bond))

	// Its end.
	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	s.CommitTruth(worker)
	s.Finalise(worker)
	s.Await(challenger, "the challenge is settled", func() (bool, error) {
		_, err := challenger.Settle(t.Context(), lie)
		if err != nil && !chain.IsRevert(err) {
			return false, err
		}
		_, err = challenger.SettleChallenge(t.Context(), sealed.Challenge)
		if chain.IsRevert(err) {
			err = nil
		}
		x, readErr := challenger.Challenge(t.Context(), sealed.Challenge)
		if err == nil {
			err = readErr
		}
		return x.Status == chain.ChallengeWon, err
	})
	for _, x := range []sight{ofLiar, ofChallenger, ofNobody} {
		x.look()
		x.want(`disputes_open{forecast="challenger"}`, 0)
		x.absent(`dispute_forecast{challenge="1",forecast="challenger"}`)
		x.want("run_final_windows"+run, 1)
		x.want("run_windows"+run, 16)
	}
	ofLiar.want(`account_bonds_coins{bond="commitment"}`, 0)
	ofChallenger.want(`account_bonds_coins{bond="challenge"}`, 0)
	credit, err := challenger.Credit(t.Context(), challenger.Address(), chain.Native)
	check(t, err)
	ofChallenger.want("account_unclaimed_coins", coins(credit))
	if credit.Cmp(sealed.Bond) <= 0 {
		t.Errorf("%s unclaimed after a won challenge with a bond of %s", credit, sealed.Bond)
	}
	ofChallenger.want(`decisions_total{agreement="agrees",by="tally"}`, 1)
	ofChallenger.want(`decisions_total{agreement="agrees",by="rejection"}`, 1)
	ofNobody.want(`decisions_total{agreement="contradicts",by="tally"}`, 1)
	ofLiar.want(`decisions_total{agreement="unknown",by="tally"}`, 1)
}

// TestSeatsHaveClocks: a juror that doesn't vote sees its time run out.
func TestSeatsHaveClocks(t *testing.T) {
	if testing.Short() {
		t.Skip("long: under the race detector a chain costs ten times as much")
	}
	t.Parallel()
	const workerKey, challengerKey, juryKey = 1, 3, 4
	s := chaintest.Start(t, chaintest.Terms())
	worker, challenger := s.Account(workerKey), s.Account(challengerKey)
	juror := s.Account(juryKey)
	s.Stake(juror, chain.Ether(90_000))
	of := watch(t, juror.Client, juror.Address(), 0)
	truth := s.CommitTruth(worker)
	s.Jury(chaintest.Answer, juryKey+1) // pushes the case on
	s.Dispute(challenger, truth, chain.Hash{9})
	drawn := false
	s.Await(juror, "a seat", func() (bool, error) {
		x, err := juror.Seat(t.Context(), truth, 1, juror.Address())
		drawn = x.Status == chain.SeatStatusSeated
		if phase, phaseErr := juror.Phase(t.Context(), truth); phaseErr != nil || phase >= chain.PhaseReveal {
			return true, phaseErr
		}
		return drawn, err
	})
	if !drawn {
		t.Skip("the jury was drawn without it")
	}
	of.look()
	of.between(`clock_left_seconds{duty="ballot"}`, 0, float64(s.BallotCommit))
	if locked, ok := of.value(`account_bonds_coins{bond="seat"}`); !ok || locked < 1 {
		t.Errorf("%v locked in seats", locked)
	}
	s.Await(juror, "the time to vote is over", func() (bool, error) {
		phase, err := juror.Phase(t.Context(), truth)
		return phase > chain.PhaseCommit, err
	})
	of.look()
	of.absent(`clock_left_seconds{duty="ballot"}`)
}

// TestRunEnds: it looks by itself, notices that the node is gone, and stops when it is told to.
func TestRunEnds(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	worker := s.Account(1)
	of := watch(t, worker.Client, worker.Address(), s.Run)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { of.Lookout.Run(ctx); close(ended) }()
	s.Await(worker, "a look", func() (bool, error) {
		number, _ := of.value("chain_block_number")
		windows, _ := of.value(fmt.Sprintf(`run_windows{run="%d"}`, s.Run))
		return number > 0 && windows == 16, nil
	})
	of.want("chain_errors_total", 0)
	stop()
	<-ended
	if lag, _ := of.value("chain_silence_seconds"); lag > 30 {
		t.Errorf("silent for %v s", lag)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLedgerOfNobodyIsEmpty(t *testing.T) {
	l := newLedger(chain.Address{}, chain.Address{})
	for _, data := range []any{chain.Committed{}, chain.Sealed{}, chain.JuryDrawn{Jurors: make([]chain.Address, 1)}, chain.Started{}} {
		l.take(chain.Event{Data: data})
	}
	if n := len(l.commitments) + len(l.challenges) + len(l.seats) + len(l.matches); n != 0 {
		t.Errorf("%d entries", n)
	}
}
