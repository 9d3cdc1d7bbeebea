// Package stage sets what the pages' browser tests play on: a devnet, a run whose steps are hashes (1) and one that trains (2), jurors who vote by
// themselves, and a real coordinator. It is driven by lines on its input and answers each with a line of JSON.
//
//	lie              a worker commits a false window of run 1, and a challenge that names the right root is opened
//	truth            a worker commits a right window of run 1
//	cheat, train     the same of run 2, whose first juror is bought and whose second abstains
//	move HASH        in the match over a cheat, whoever is due makes one move; until the match is over no block is made but for moves
//	check FILE       replays an evidence bundle, without a chain
//	finalise RUN     waits out the challenge period and moves the anchor
//	pass SECONDS     block time goes by
//	hold, go         no block is made; blocks are made again
//	mark, fork       remembers the newest block; replaces what came after it by a longer branch, into which what was left may come back
//	leave, grow      the same in two steps: the chain ends at the mark until it grows
//	down, up         stops the coordinator, starts it again at the same address
//	shut, lift       takes the chain's node out of everybody's reach but the jurors', and back
//	end
package stage

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator"
	"github.com/commonweight/commonweight/coordinator/pin"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/ipfs"
)

var (
	pages = flag.String("pages", "", "folder of the built pages: play a stage for a browser")
	keys  = flag.String("keys", "", "folder that takes keystores")
	site  = flag.String("origin", "", "another site whose pages may read the coordinator")
)

// Accounts of the stage. The person is whoever sits at the browser.
const (
	worker = iota
	challenger
	juror
	otherJuror
	person
	author
)

// A person needs time to read, sign and click. Block time goes at more than twice its pace.
const (
	interval  = 400 * time.Millisecond
	unhurried = 120
)

// show is what goes on, on the stage.
type show struct {
	*chaintest.Stage
	trained            *trained
	worker, challenger *chain.Account
	client             *chain.Client
	storage            ipfs.Keeper
	gate               *gate
	dir, listen        string
	mark               chain.Block
	stop, thaw         func()
}

func TestStage(t *testing.T) {
	if *pages == "" {
		t.Skip("plays only for a browser: -pages")
	}
	terms := chaintest.Terms()
	terms.Clocks.BallotCommit, terms.Clocks.BallotReveal, terms.Clocks.Appeal, terms.Clocks.MatchClock = unhurried, unhurried, unhurried/2, unhurried/2
	s := &show{Stage: chaintest.StartAt(t, terms, interval), dir: t.TempDir(), listen: freeAddress(t)}
	s.gate = newGate(t, strings.TrimPrefix(s.Net.HTTP(), "http://"))
	s.worker, s.challenger = s.Account(worker), s.Account(challenger)
	s.client = s.worker.Client
	s.Jury(s.bought, juror)
	s.Jury(s.absent, otherJuror)
	for name, key := range map[string]int{"person": person, "worker": worker} {
		check(t, s.Net.Keys()[key].Save(filepath.Join(*keys, name+".json"), name))
	}
	var err error
	if s.storage, err = ipfs.OpenEmbedded(filepath.Join(s.dir, "blocks")); err != nil {
		t.Fatal(err)
	}
	s.trained = s.school(t, terms)
	s.up(t)
	defer func() { s.stop() }()
	say(map[string]any{"url": "http://" + s.listen, "rpc": "http://" + s.gate.address, "person": s.Net.Keys()[person].Address})
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() {
		words := strings.Fields(input.Text())
		if len(words) == 0 {
			continue
		}
		if words[0] == "end" {
			return
		}
		say(s.do(t, words))
	}
}

func (s *show) do(t *testing.T, words []string) map[string]any {
	number := 0
	if len(words) == 2 {
		number, _ = strconv.Atoi(words[1])
	}
	switch words[0] {
	case "lie":
		commitment := s.CommitLie(s.worker)
		root, err := chaintest.Answer(t.Context(), s.client, commitment)
		if err != nil {
			t.Fatal(err)
		}
		return map[string]any{"commitment": commitment, "root": root, "challenge": s.Dispute(s.challenger, commitment, root)}
	case "truth":
		return map[string]any{"commitment": s.CommitTruth(s.worker)}
	case "cheat":
		return s.trained.cheat(t, s.worker, s.challenger)
	case "train":
		return map[string]any{"commitment": s.trained.train(t, s.worker)}
	case "move":
		var commitment chain.Hash
		if err := commitment.UnmarshalText([]byte(words[1])); err != nil {
			return map[string]any{"error": err.Error()}
		}
		return s.move(t, commitment)
	case "check":
		return s.checkBundle(t, words[1])
	case "finalise":
		if number == int(s.trained.Run) {
			s.trained.Finalise(s.worker)
		} else {
			s.Finalise(s.worker)
		}
	case "pass":
		s.Pass(uint32(number))
	case "hold":
		s.thaw = s.Freeze()
	case "go":
		s.thaw()
		s.thaw = nil
	case "mark":
		s.mark = s.client.Latest()
	case "fork":
		thaw := s.Freeze()
		defer thaw()
		s.fork(t, int(s.client.Latest().Number-s.mark.Number)+40)
	case "leave":
		s.thaw = s.Freeze()
		s.fork(t, 0)
	case "grow":
		for range 40 {
			check(t, s.Net.Mine())
		}
		s.thaw()
		s.thaw = nil
	case "shut":
		s.gate.shut()
	case "lift":
		s.gate.lift(t)
	case "down":
		s.stop()
	case "up":
		s.up(t)
	default:
		return map[string]any{"error": "no such line: " + words[0]}
	}
	return map[string]any{}
}

// up starts the coordinator, at the address that it had before if it had one.
func (s *show) up(t *testing.T) {
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	client, err := chain.Dial(t.Context(), "ws://"+s.gate.address, s.Net.Deployment())
	check(t, err)
	c, err := coordinator.Open(t.Context(), coordinator.Config{
		Client: client, Dir: filepath.Join(s.dir, "coordinator"), Listen: s.listen, Storage: s.storage, Keep: new(pin.Everything()),
		Pages: os.DirFS(*pages), Origins: []string{*site}, Node: "http://" + s.gate.address, Log: log,
		Replica: func(ctx context.Context, run chain.RunID) (coordinator.Replica, error) {
			return s.copyOf(ctx, run, "coordinator")
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.listen = strings.TrimPrefix(c.URL(), "http://")
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	s.stop = func() {
		cancel()
		defer client.Close()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		s.stop = func() {}
	}
}

// bought votes for whatever was committed, in the run where that matters.
func (s *show) bought(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
	return s.verdict(ctx, c, commitment, func(x chain.Commitment) chain.Hash { return x.PostRoot })
}

// absent has no opinion there.
func (s *show) absent(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
	return s.verdict(ctx, c, commitment, func(chain.Commitment) chain.Hash { return chain.Abstain })
}

func (s *show) verdict(ctx context.Context, c *chain.Client, commitment chain.Hash, trained func(chain.Commitment) chain.Hash) (chain.Hash, error) {
	x, err := c.Commitment(ctx, commitment)
	if err != nil || x.Run == s.Run {
		return chaintest.Truth(x.PreRoot, x.Window), err
	}
	return trained(x), nil
}

// fork leaves what came after the mark for a branch of so many blocks. No other blocks are made meanwhile.
func (s *show) fork(t *testing.T, blocks int) {
	// A branch begins only while the pool is empty, and jurors send whenever they like.
	var err error
	for range 20 {
		if err = s.Net.Mine(); err != nil {
			break
		}
		if err = s.Net.Fork(s.mark.Hash, blocks); err == nil {
			return
		}
	}
	t.Fatal(err)
}

func say(answer map[string]any) {
	text, err := json.Marshal(answer)
	if err != nil {
		panic(err)
	}
	fmt.Println("stage: " + string(text))
}
