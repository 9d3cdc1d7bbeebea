package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator/store"
)

// childEnv makes this test's program index a script instead: "file forks".
const childEnv = "COMMONWEIGHT_INDEX_CHILD"

func TestMain(m *testing.M) {
	if order := os.Getenv(childEnv); order != "" {
		if err := child(order); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// longScript is a chain that takes a while to index, after so many deep forks.
func longScript(forks int) *script {
	random := rand.New(rand.NewPCG(5, 5))
	s := newScript()
	s.grow(random, 6000)
	for range forks {
		s.fork(random, 2000)
	}
	return s
}

func child(order string) error {
	var path string
	var forks int
	if _, err := fmt.Sscan(order, &path, &forks); err != nil {
		return err
	}
	s := longScript(forks)
	into, err := store.Open(context.Background(), path, "script")
	if err != nil {
		return err
	}
	defer into.Close()
	i := build(s, into, quiet, toy)
	i.widest, i.span, i.near = 50, 50, 2500 // ranges first, then single blocks
	fmt.Println("begun")
	for {
		more, err := i.advance(context.Background(), s.tip())
		if err != nil {
			return err
		}
		if head := into.Head(); head != nil {
			fmt.Println(head.Number, i.Status().Reorgs)
		}
		if !more {
			fmt.Println("arrived")
			return nil
		}
	}
}

// TestKilledAtAnyMoment kills a process with SIGKILL while it indexes, again and again, also while it rolls back and replays; nothing is lost or
// doubled.
func TestKilledAtAnyMoment(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index.db")
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed) // of when it is killed
	random := rand.New(rand.NewPCG(seed, 6))
	for forks := range 3 {
		kills, arrived := 0, false
		for try := 0; !arrived; try++ {
			patience := time.Duration(-1)
			if try < 5 {
				patience = time.Duration(1+random.IntN(60)) * time.Millisecond
			}
			var err error
			if arrived, err = runChild(t, fmt.Sprintf("%s %d", path, forks), patience); err != nil {
				t.Fatal(err)
			}
			if !arrived {
				kills++
			}
		}
		t.Logf("after %d forks: killed %d times", forks, kills)
		s := longScript(forks)
		into := openStore(t, path)
		same(t, into, fresh(t, s), 1000, 3999, 4001, 5000)
		if err := into.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// runChild runs the child and kills it when the patience that follows its first word is over; negative: never.
func runChild(t *testing.T, order string, patience time.Duration) (arrived bool, err error) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+order)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return false, err
	}
	if err := cmd.Start(); err != nil {
		return false, err
	}
	lines := bufio.NewReader(out)
	if _, err := lines.ReadString('\n'); err != nil {
		return false, errors.Join(err, cmd.Wait())
	}
	if patience >= 0 {
		timer := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() }) // it may be done already
		defer timer.Stop()
	}
	rest, _ := io.ReadAll(lines) // ends with the process
	err = cmd.Wait()
	// A kill may come after the child's last word: only its exit status tells.
	if status, is := cmd.ProcessState.Sys().(syscall.WaitStatus); is && status.Signaled() && status.Signal() == syscall.SIGKILL && patience >= 0 {
		return false, nil
	}
	if err != nil || !strings.HasSuffix(string(rest), "arrived\n") {
		return false, fmt.Errorf("the process ends without arriving: %w: %s", err, rest)
	}
	return true, nil
}
