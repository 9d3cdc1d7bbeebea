package demo

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/program"
)

// world is what the chain's log has told so far. It feeds the display and the acts' conditions.
type world struct {
	mu       sync.Mutex
	changed  chan struct{} // closed and replaced at every change
	names    map[chain.Address]string
	display  display
	spec     program.Spec
	commits  []chain.Committed // in the order of the log
	final    map[chain.Hash]bool
	rejected map[chain.Hash]bool
	open     map[chain.Hash]bool // cases
	alive    map[chain.ChallengeID]chain.Sealed
	verdicts map[chain.Hash]chain.Verdict
	expired  []chain.Expired
	back     []chain.RolledBack
	stories  map[chain.Address][]string
	lease    chain.Acquired // the last one; its holder is zero when it ended
	head     uint64         // windows committed
	seats    int            // seats not settled yet
	audits   int            // answers of auditors and canaries that aren't settled yet
	owed     int            // bonds of voided windows, and shares of a rejected one's, that nobody has claimed yet
}

func newWorld(d display, spec program.Spec) *world {
	return &world{
		spec:    spec,
		changed: make(chan struct{}), names: make(map[chain.Address]string), display: d,
		final: make(map[chain.Hash]bool), rejected: make(map[chain.Hash]bool), open: make(map[chain.Hash]bool),
		alive: make(map[chain.ChallengeID]chain.Sealed), verdicts: make(map[chain.Hash]chain.Verdict),
		stories: make(map[chain.Address][]string),
	}
}

// follow reads the run's log until the context ends.
func (w *world) follow(ctx context.Context, client *chain.Client, run chain.RunID) error {
	log := client.Log(run)
	for range client.Blocks(ctx) {
		events, restarted, err := log.Next(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if restarted {
			return fmt.Errorf("the devnet's chain was reorganised")
		}
		for _, e := range events {
			w.take(e.Data)
		}
	}
	return nil
}

// until waits for a condition of the world.
func (w *world) until(ctx context.Context, condition func(*world) bool) error {
	for {
		w.mu.Lock()
		done, changed := condition(w), w.changed
		w.mu.Unlock()
		if done {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// quiet says whether nothing is left to decide or pay.
func (w *world) quiet() bool {
	return len(w.open) == 0 && len(w.alive) == 0 && w.seats == 0 && w.owed == 0 && w.audits == 0
}

func (w *world) name(a chain.Address) string {
	if name, ok := w.names[a]; ok {
		return name
	}
	return a.Hex()
}

// tell prints a line and puts it into the actor's story.
func (w *world) tell(who chain.Address, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	w.stories[who] = append(w.stories[who], text)
	w.display.line(w.name(who) + " " + text)
}

// take learns from one event.
func (w *world) take(data any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := data.(type) {
	case chain.Acquired:
		w.lease = e
	case chain.Released:
		w.lease = chain.Acquired{}
		w.tell(e.Holder, "released a lease, %s burned", coins(e.Burned))
	case chain.LeaseEnded:
		w.lease = chain.Acquired{}
	case chain.Expired:
		w.lease = chain.Acquired{}
		w.expired = append(w.expired, e)
		w.tell(e.Holder, "let a lease expire: lost %s", coins(sum(e.Burned, e.Tip)))
	case chain.Committed:
		w.lease = chain.Acquired{}
		w.commits = append(w.commits, e)
		w.head = e.Window + 1
		first := e.Window * uint64(w.spec.Window)
		w.display.line(fmt.Sprintf("%s committed window %d (steps %d–%d)", w.name(e.Committer), e.Window, first, first+uint64(e.Steps)-1))
	case chain.Finalised:
		w.final[e.Commitment] = true
	case chain.RolledBack:
		w.head = e.Window
		w.owed += int(e.Voided)
		w.back = append(w.back, e)
		w.display.line(fmt.Sprintf("the head rolls back to before window %d; %d windows on top of it are voided", e.Window, e.Voided))
	case chain.Rejected:
		w.rejected[e.Commitment] = true
		w.tell(e.Committer, "had a window rejected")
	case chain.VoidedClaimed:
		w.owed--
		if e.Share {
			w.tell(e.Committer, "got %s for a voided window", coins(e.Amount))
		} else {
			w.tell(e.Committer, "got the bond of a voided window back")
		}
	case chain.Settled:
		for _, b := range w.back {
			if b.Commitment == e.Commitment && e.ToVoided.Sign() > 0 {
				w.owed += int(b.Voided)
			}
		}
		w.display.line(fmt.Sprintf("the rejected bond is shared out: %s to challengers, %s to voided windows, %s burned",
			coins(e.ToChallengers), coins(e.ToVoided), coins(e.Burned)))
	default:
		w.takeDispute(data)
		w.takeAudit(data)
	}
	w.refresh()
	close(w.changed)
	w.changed = make(chan struct{})
}

func (w *world) takeDispute(data any) {
	switch e := data.(type) {
	case chain.Sealed:
		w.alive[e.Challenge] = e
		w.tell(e.Challenger, "sealed a challenge against window %d with a bond of %s", w.windowOf(e.Commitment), coins(e.Bond))
	case chain.Lapsed:
		delete(w.alive, e.Challenge)
	case chain.ChallengeSettled:
		challenger := w.alive[e.Challenge].Challenger
		delete(w.alive, e.Challenge)
		switch e.Status {
		case chain.ChallengeWon:
			w.tell(challenger, "won a challenge: bond back, %s reward", coins(e.ToBeneficiary))
		case chain.ChallengeDefeated:
			w.tell(challenger, "lost a challenge: %s burned, %s to the committer", coins(e.Burned), coins(e.ToCommitter))
		default:
			w.tell(challenger, "had a challenge returned")
		}
	case chain.CaseOpened:
		w.open[e.Commitment] = true
	case chain.RoundBegun:
		w.display.line(fmt.Sprintf("the evidence about window %d is closed: chance that nobody knows yet (the hash of a later block) will draw %d jurors, round %d",
			w.windowOf(e.Commitment), e.Size, e.Round))
	case chain.JuryDrawn:
		w.seats += len(e.Jurors)
		names := make([]string, len(e.Jurors))
		for i, juror := range e.Jurors {
			names[i] = w.name(juror)
		}
		w.display.line(fmt.Sprintf("drawn for window %d, round %d, by stake: %s", w.windowOf(e.Commitment), e.Round, strings.Join(names, ", ")))
	case chain.Tallied:
		w.verdicts[e.Commitment] = e.Verdict
		w.display.line(fmt.Sprintf("the jury has voted on window %d: %d of %d name its root, verdict: %s", w.windowOf(e.Commitment), e.VotesFor, e.Votes, e.Verdict))
	case chain.Resolved:
		delete(w.open, e.Commitment)
	case chain.SeatSettled:
		w.seats--
		w.tell(e.Juror, "settled a seat: fee %s, burned %s", coins(e.Fee), coins(e.Burned))
	}
}

// takeAudit counts what auditors do. Two of them look at each window: their stories say how often, the display doesn't.
func (w *world) takeAudit(data any) {
	switch e := data.(type) {
	case chain.AuditSealed:
		w.audits++
	case chain.CanaryPlanted:
		w.audits++
		w.tell(e.Planter, "planted a canary, jackpot %s", coins(e.Jackpot))
	case chain.AnswerSettled:
		w.audits--
		if e.Pay.Sign() > 0 {
			w.stories[e.Owner] = append(w.stories[e.Owner], fmt.Sprintf("was paid %s for an audit", coins(e.Pay)))
		}
	case chain.AnswerLapsed:
		w.audits--
		w.tell(e.Owner, "didn't open an answer in time: lost %s", coins(e.Burned))
	case chain.AnswerDefeated:
		w.audits--
	}
}

func (w *world) windowOf(commitment chain.Hash) uint64 {
	for _, c := range w.commits {
		if c.Commitment == commitment {
			return c.Window
		}
	}
	return 0
}

// refresh shows the counters.
func (w *world) refresh() {
	rolled := 0
	for _, b := range w.back {
		rolled += int(b.Voided) + 1
	}
	head, final, holder, disputes := int(w.head), len(w.final), "", len(w.alive)
	if w.lease.Holder != (chain.Address{}) {
		holder = w.name(w.lease.Holder)
	}
	w.display.status(func(s *status) {
		s.head, s.final, s.holder, s.disputes, s.rolledBack = head, final, holder, disputes, rolled
	})
}
