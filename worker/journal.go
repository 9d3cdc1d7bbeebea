package worker

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
)

// saveEvery is how much work a crash may cost. Shorter windows are never written down.
var saveEvery = 5 * time.Second

// journal keeps the newest state inside a window. A file is named <head>-<steps done>-<state root>: the head's hash fixes chain, run and
// pre state, so the name says all of what the file must be, and a file that isn't that is as good as none. What a device computed has the mark
// at its end, and counts only where a device goes on: it is the one that takes the whole window a second time.
type journal struct {
	dir     string
	replica *replica.Replica
	saved   time.Time
}

// deviceMark ends the name of what a device computed.
const deviceMark = "-device"

// mark is what names end with now.
func (j *journal) mark() string {
	if j.replica.OnDevice() {
		return deviceMark
	}
	return ""
}

func openJournal(dir string, account chain.Address, r *replica.Replica) *journal {
	return &journal{dir: filepath.Join(dir, "journal-"+account.Hex()), replica: r, saved: time.Now()}
}

// due says whether enough work would be lost by now.
func (j *journal) due() bool { return time.Since(j.saved) >= saveEvery }

// save writes a state some steps above the head and removes what it replaces.
func (j *journal) save(head chain.Hash, done int, s *program.State) error {
	name := fmt.Sprintf("%s-%d-%s", head.Hex(), done, j.replica.Root(s).Hex()) + j.mark()
	if err := replica.WriteState(filepath.Join(j.dir, name), j.replica.Program(), s); err != nil {
		return fmt.Errorf("save the window's state: %w", err)
	}
	j.saved = time.Now()
	return j.clear(name)
}

// clear removes everything but one file.
func (j *journal) clear(but string) error {
	j.saved = time.Now()
	entries, err := os.ReadDir(j.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		if entry.Name() != but {
			err = errors.Join(err, os.Remove(filepath.Join(j.dir, entry.Name())))
		}
	}
	return err
}

// resume returns the newest sound state above the head, or pre itself, with the number of steps done.
func (j *journal) resume(head chain.Hash, pre *program.State, steps int) (*program.State, int) {
	entries, _ := os.ReadDir(j.dir) // no folder, no journal
	best, most := pre, 0
	for _, entry := range entries {
		name, device := strings.CutSuffix(entry.Name(), deviceMark)
		parts := strings.Split(name, "-")
		var done int
		if device && !j.replica.OnDevice() {
			continue
		}
		if len(parts) != 3 || parts[0] != head.Hex() {
			continue
		}
		if _, err := fmt.Sscanf(parts[1], "%d", &done); err != nil || done <= most || done >= steps {
			continue
		}
		root := chain.Hash{}
		if err := root.UnmarshalText([]byte(parts[2])); err != nil {
			continue
		}
		s, err := replica.ReadState(filepath.Join(j.dir, entry.Name()), j.replica.Program(), root)
		if err == nil && s.Clock == pre.Clock+uint32(done) {
			best, most = s, done
		}
	}
	return best, most
}
