package player_test

import (
	"io"
	"log/slog"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/demander"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
)

// asker demands for the honest account, and counts what that costs.
func (d *duel) asker(keep demander.Keep) *demander.Demander {
	d.t.Helper()
	x, err := demander.New(d.t.Context(), demander.Config{
		Account: d.honest, Run: d.stage.Run, Keep: keep, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Report: func(e demander.Event) {
			if e.Kind == demander.Asked {
				d.gas(e.Gas, "demand")
			}
		},
	})
	check(d.t, err)
	return x
}

// shower answers demands on an account's commitments.
func (d *duel) shower(account *chain.Account, r *replica.Replica) *player.Player {
	d.t.Helper()
	p, err := player.New(d.t.Context(), player.Config{
		Account: account, Run: d.stage.Run, Lists: r, Bytes: r, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Report: func(e player.Event) {
			if e.Kind == player.Shown {
				d.gas(e.Gas, "answer")
			}
		},
	})
	check(d.t, err)
	return p
}

// commitUnpublished commits the truth about window 0 with the CID of bytes that nobody has.
func (a *arena) commitUnpublished(by *chain.Account) chain.Hash {
	a.t.Helper()
	return a.stage.CommitRoot(by, a.truth, a.stage.Lost())
}

// ends writes a line about a scenario without a match.
func (d *duel) ends(how string, honestLost bool) {
	d.row.Convicted, d.row.HonestLost, d.row.Seconds = how, honestLost, seconds(time.Since(d.begun))
	rows = append(rows, d.row)
	if honestLost {
		d.t.Errorf("%s: the honest side lost", d.name)
	}
}

// A withholder commits the truth and publishes nothing. Asked for its key frame, it says nothing, and is rejected at half of its bond.
func TestWithholderIsRejected(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	d := a.between("a key frame is withheld, demanded and not shown", match.Committer, nil)
	hash := a.commitUnpublished(a.liar)
	r := a.stage.Replica("auto", "")
	if err := r.Published(t.Context(), hash); err == nil {
		t.Fatal("it is published")
	}
	moved, err := d.asker(r).Ask(t.Context(), hash, replica.Missing{State: hash})
	if !moved {
		t.Fatal("nothing was demanded: ", err)
	}
	check(t, a.stage.Net.Advance(100*time.Second))
	receipt, err := a.honest.ExpireDemand(t.Context(), hash)
	check(t, err)
	d.count(receipt, "expire")
	a.audit()
	c, err := a.honest.Commitment(t.Context(), hash)
	check(t, err)
	d.ends("committer, by silence", c.Mark != chain.MarkIdle)
}

// An honest committer whose storage has failed shows the tiles and takes the fee; its window becomes final.
func TestHonestCommitterShowsTiles(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	d := a.between("a key frame is demanded and shown", match.Challenger, nil)
	r := a.stage.Replica("auto", "")
	hash := a.commitUnpublished(a.honest)
	post, err := a.window.State(t.Context(), a.window.Steps)
	check(t, err)
	r.Keep(post.Clone())
	receipt, err := a.liar.DemandTiles(t.Context(), hash)
	check(t, err)
	d.count(receipt, "demand")
	if _, ended := drive(t, func() bool {
		x, err := a.honest.Demand(t.Context(), hash)
		check(t, err)
		return x.Kind == chain.DemandNone
	}, d.shower(a.honest, r)); !ended {
		t.Fatal("the demand wasn't answered")
	}
	a.audit()
	status, err := a.honest.Status(t.Context(), hash)
	check(t, err)
	d.ends("nobody", status != chain.StatusFinalised)
}

// No store gives the dataset. The honest account has it shown on chain by the liar itself, for twice the fee each time, and then convicts it by what
// was shown.
func TestDatasetShownOnChainConvicts(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	lies := a.someLie(2)
	liars := a.stage.Replica("auto", "")
	d := a.between("the dataset is in no store: the liar shows it on demand, and is convicted by it", match.Committer, lies)
	a.stage.WithholdDataset()
	r, err := replica.Open(t.Context(), a.stage.Client(), a.stage.Store, a.stage.Run, replica.Options{Dir: t.TempDir(), Engine: "auto", Threads: 1, Partial: true})
	check(t, err)
	defer func() { check(t, r.Close()) }()
	d.commitment = a.commit(a.liar, a.root(lies))
	asker, shower := d.asker(r), d.shower(a.liar, liars)
	v := r.Judge(t.Context(), d.commitment)
	for v.Answer == replica.Unknown {
		_, err := asker.Ask(t.Context(), d.commitment, *v.Missing)
		check(t, err)
		drive(t, func() bool {
			came, err := asker.Take(t.Context())
			check(t, err)
			return came
		}, shower)
		v = r.Judge(t.Context(), d.commitment)
	}
	if v.Answer != replica.Disagree {
		t.Fatalf("%s: %s", v.Answer, v.Reason)
	}
	d.id = a.challenge(a.honest, d.commitment, v.Root)
	d.players = func() []*player.Player {
		return []*player.Player{d.player(a.honest, r), d.player(a.liar, fixed{lies})}
	}
	d.openArithmetic(a.honest)
	d.play(false)
	a.audit()
}
