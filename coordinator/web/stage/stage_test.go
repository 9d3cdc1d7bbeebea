// Package stage sets what the pages' browser tests play on: a devnet, a run whose steps are hashes, jurors who vote by themselves, and a real
// coordinator. It is driven by lines on its input and answers each with a line of JSON.
//
//	lie              a worker commits a false window, and a challenge that names the right root is opened
//	truth            a worker commits a right window
//	finalise         waits out the challenge period and moves the anchor
//	pass SECONDS     block time goes by
//	mark, fork       remembers the newest block; replaces what came after it by a longer branch
//	down, up         stops the coordinator, starts it again at the same address
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
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/ipfs"
)

var (
	pages = flag.String("pages", "", "folder of the built pages: play a stage for a browser")
	keys  = flag.String("keys", "", "folder that takes the person's keystore")
)

// Accounts of the stage. The person is whoever sits at the browser.
const (
	worker = iota
	challenger
	juror
	otherJuror
	person
)

// A person needs time to read, sign and click. Block time goes at more than twice its pace.
const (
	interval  = 400 * time.Millisecond
	unhurried = 120
)

type player struct {
	*chaintest.Stage
	worker, challenger *chain.Account
	client             *chain.Client
	storage            ipfs.Keeper
	dir, listen        string
	mark               chain.Block
	stop               func()
}

func TestStage(t *testing.T) {
	if *pages == "" {
		t.Skip("plays only for a browser: -pages")
	}
	terms := chaintest.Terms()
	terms.Clocks.BallotCommit, terms.Clocks.BallotReveal, terms.Clocks.Appeal, terms.Clocks.MatchClock = unhurried, unhurried, unhurried/2, unhurried/2
	s := &player{Stage: chaintest.StartAt(t, terms, interval), dir: t.TempDir(), listen: "127.0.0.1:0"}
	s.worker, s.challenger = s.Account(worker), s.Account(challenger)
	s.client = s.worker.Client
	s.Jury(chaintest.Answer, juror, otherJuror)
	if err := s.Net.Keys()[person].Save(filepath.Join(*keys, "person.json"), "person"); err != nil {
		t.Fatal(err)
	}
	var err error
	if s.storage, err = ipfs.OpenEmbedded(filepath.Join(s.dir, "blocks")); err != nil {
		t.Fatal(err)
	}
	s.up(t)
	defer func() { s.stop() }()
	say(map[string]any{"url": "http://" + s.listen, "rpc": s.Net.HTTP(), "person": s.Net.Keys()[person].Address})
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

func (s *player) do(t *testing.T, words []string) map[string]any {
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
	case "finalise":
		s.Finalise(s.worker)
	case "pass":
		s.Pass(uint32(number))
	case "mark":
		s.mark = s.client.Latest()
	case "fork":
		s.fork(t)
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
func (s *player) up(t *testing.T) {
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	c, err := coordinator.Open(t.Context(), coordinator.Config{
		Client: s.client, Dir: filepath.Join(s.dir, "coordinator"), Listen: s.listen, Storage: s.storage, Pages: os.DirFS(*pages), Node: s.Net.HTTP(), Log: log,
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
		if err := <-ended; err != nil {
			t.Error(err)
		}
		s.stop = func() {}
	}
}

// fork leaves what came after the mark for a branch that is longer.
func (s *player) fork(t *testing.T) {
	thaw := s.Freeze()
	defer thaw()
	// A branch begins only while the pool is empty, and jurors send whenever they like.
	var err error
	for range 20 {
		if err = s.Net.Mine(); err != nil {
			break
		}
		if err = s.Net.Fork(s.mark.Hash, int(s.client.Latest().Number-s.mark.Number)+22); err == nil {
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
