package bench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// errYardstick says why there is nothing to compare products with.
var errYardstick = errors.New("no OpenBLAS")

// yardstick is a process that multiplies with OpenBLAS: a process, so that its library and its threads stay out of ours, and because the
// choice among its kernels is made when it starts. Requests and answers are lines.
type yardstick struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	core    string // the kernel it says it uses
}

// startYardstick starts the program with one of OpenBLAS's kernels.
//
// Errors: errYardstick, with what to do.
func startYardstick(ctx context.Context, path, kernel string, threads int) (*yardstick, error) {
	y := &yardstick{command: exec.CommandContext(ctx, path)}
	y.command.Env = append(os.Environ(), "OPENBLAS_CORETYPE="+kernel, "OPENBLAS_NUM_THREADS="+strconv.Itoa(threads))
	var err error
	if y.in, err = y.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := y.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	y.out = bufio.NewReader(out)
	if err := y.command.Start(); err != nil {
		return nil, fmt.Errorf("%w: the program that calls it isn't built; run make bench", errYardstick)
	}
	line, err := y.answer()
	core, ok := strings.CutPrefix(line, "ready ")
	if err != nil || !ok {
		return nil, errors.Join(fmt.Errorf("%w: run apt-get install libopenblas0 and try again", errYardstick), y.stop())
	}
	y.core = core
	return y, nil
}

// product returns the seconds of one product, of so many that it does.
func (y *yardstick) product(x shape, times int) (float64, error) {
	flag := map[bool]int{true: 1}
	if _, err := fmt.Fprintln(y.in, x.m, x.n, x.k, flag[x.transA], flag[x.transB], times); err != nil {
		return 0, fmt.Errorf("OpenBLAS: %w", err)
	}
	line, err := y.answer()
	if err != nil {
		return 0, fmt.Errorf("OpenBLAS: %w", err)
	}
	seconds, err := strconv.ParseFloat(line, 64)
	if err != nil || seconds <= 0 {
		return 0, fmt.Errorf("OpenBLAS: an answer of %.40q", line)
	}
	return seconds / float64(times), nil
}

func (y *yardstick) answer() (string, error) {
	line, err := y.out.ReadString('\n')
	return strings.TrimSpace(line), err
}

func (y *yardstick) close() error {
	if err := y.in.Close(); err != nil {
		return err
	}
	return y.command.Wait()
}

// stop ends a process that may not listen; how it ends doesn't matter.
func (y *yardstick) stop() error {
	if err := y.command.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	_ = y.command.Wait()
	return nil
}

// fastest tries the kernels in turns, on one thread, and returns the one with the best time: OpenBLAS's own choice is sometimes half as
// fast. A disturbed sample is only ever slower, so the best of many short ones tells kernels apart on a busy machine too.
func fastest(ctx context.Context, path string, kernels []string, x shape) (best string, err error) {
	const looks = 30
	var tried []*yardstick
	var names []string
	for _, kernel := range kernels {
		y, failed := startYardstick(ctx, path, kernel, 1)
		if failed != nil {
			err = failed
			continue
		}
		tried, names = append(tried, y), append(names, kernel)
	}
	defer func() {
		for _, y := range tried {
			err = errors.Join(err, y.stop())
		}
	}()
	least := 0.0
	for range looks {
		for i, y := range tried {
			seconds, failed := y.product(x, 1)
			if failed == nil && (best == "" || seconds < least) {
				best, least = names[i], seconds
			}
		}
	}
	switch {
	case best != "":
		return best, nil
	case err == nil:
		err = fmt.Errorf("%w: none of its kernels %v answers", errYardstick, kernels)
	}
	return "", err
}
