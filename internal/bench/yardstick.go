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

	"github.com/commonweight/commonweight/train/program"
)

// errYardstick says why there is nothing to compare with.
var errYardstick = errors.New("no yardstick")

// yardstick is a process that does the same work with another library: a process, so that the library and its threads stay out of ours.
// Requests and answers are lines; the first says that it is ready, and what it is.
type yardstick struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	is      string // OpenBLAS's kernel, PyTorch's version
}

// startYardstick starts the program that calls OpenBLAS with one of its kernels, a choice that is made when it starts.
//
// Errors: errYardstick, with what to do.
func startYardstick(ctx context.Context, path, kernel string, threads int) (*yardstick, error) {
	y := &yardstick{command: exec.CommandContext(ctx, path)}
	y.command.Env = append(os.Environ(), "OPENBLAS_CORETYPE="+kernel, "OPENBLAS_NUM_THREADS="+strconv.Itoa(threads))
	return y, y.start("run make bench, which builds the program that calls OpenBLAS", "run apt-get install libopenblas0 and try again")
}

// startPyTorch starts the script that takes steps of a model in PyTorch.
//
// Errors: errYardstick, with what to do.
func startPyTorch(ctx context.Context, python, script string, m program.Model, batch, threads int) (*yardstick, error) {
	y := &yardstick{command: exec.CommandContext(ctx, python, script)}
	for _, n := range []int{m.Layers, m.Width, m.Heads, m.Vocabulary, m.Context, batch, threads} {
		y.command.Args = append(y.command.Args, strconv.Itoa(n))
	}
	const hint = "name a Python that has PyTorch and transformers (make bench PYTHON=venv/bin/python)"
	return y, y.start(hint, hint)
}

// start starts the process and waits until it is ready. The hints are for a program that isn't there, and for one that isn't ready.
func (y *yardstick) start(missing, unready string) error {
	var err error
	if y.in, err = y.command.StdinPipe(); err != nil {
		return err
	}
	out, err := y.command.StdoutPipe()
	if err != nil {
		return err
	}
	y.out = bufio.NewReader(out)
	if err := y.command.Start(); err != nil {
		return fmt.Errorf("%w: %s", errYardstick, missing)
	}
	line, err := y.answer()
	is, ok := strings.CutPrefix(line, "ready ")
	if err != nil || !ok {
		return errors.Join(fmt.Errorf("%w: %s", errYardstick, unready), y.stop())
	}
	y.is = is
	return nil
}

// product returns the time of the product of each matrix, of so many times that it does them all.
func (y *yardstick) product(x shape, times int) (spell, error) {
	flag := map[bool]int{true: 1}
	numbers := []any{x.m, x.n, x.k, flag[x.transA], flag[x.transB], times, x.outer, x.inner}
	for _, p := range x.places {
		numbers = append(numbers, p.row, p.outer, p.inner)
	}
	t, err := y.ask(numbers...)
	return t.each(times), err
}

// ask sends numbers and returns the seconds that are answered, and the processors' if they are.
func (y *yardstick) ask(numbers ...any) (spell, error) {
	if _, err := fmt.Fprintln(y.in, numbers...); err != nil {
		return spell{}, fmt.Errorf("yardstick %s: %w", y.is, err)
	}
	line, err := y.answer()
	if err != nil {
		return spell{}, fmt.Errorf("yardstick %s: %w", y.is, err)
	}
	var t spell
	if n, _ := fmt.Sscan(line, &t.wall, &t.processor); n == 0 || t.wall <= 0 {
		return spell{}, fmt.Errorf("yardstick %s: an answer of %.40q", y.is, line)
	}
	return t, nil
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
			t, failed := y.product(x, 1)
			if failed == nil && (best == "" || t.wall < least) {
				best, least = names[i], t.wall
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
