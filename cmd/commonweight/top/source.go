package top

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
)

const (
	maxAnswer = 4 << 20          // bytes of one answer
	patience  = 15 * time.Second // for one answer
	pause     = time.Second      // between two looks
	lull      = 20 * time.Second // without an event: look all the same
	retry     = 5 * time.Second  // after trouble
)

// ErrCoordinator says that the coordinator can't be reached, or answers what can't be read.
var ErrCoordinator = errors.New("the coordinator can't be read")

// ErrNoRun says that there is no such run.
var ErrNoRun = errors.New("no such run")

// Source reads one coordinator about one run.
//
// Concurrency: one goroutine.
type Source struct {
	url    string
	run    uint64 // 0: the newest
	client *http.Client
}

// NewSource returns a source. The address is http(s)://host:port.
func NewSource(address string, run uint64) (*Source, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("%q is no address of a coordinator, want http://host:port", address)
	}
	return &Source{url: u.Scheme + "://" + u.Host + strings.TrimSuffix(u.Path, "/"), run: run, client: &http.Client{}}, nil
}

// Watch reads the board now and after every change, until the context ends. What can't be read leaves the last board with its trouble.
func (s *Source) Watch(ctx context.Context, show func(Board)) {
	last := Board{Coordinator: s.url, Run: s.run}
	for ctx.Err() == nil {
		board, err := s.Read(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			last.Trouble = clean(err.Error())
			show(last)
			sleep(ctx, retry)
			continue
		}
		last = board
		show(last)
		sleep(ctx, pause)
		s.await(ctx, last.Block)
	}
}

// await returns when the coordinator tells of another block than the one that was shown, or after a lull.
func (s *Source) await(ctx context.Context, block uint64) {
	ctx, cancel := context.WithTimeout(ctx, lull)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/events", nil)
	if err != nil {
		return
	}
	answer, err := s.client.Do(request)
	if err != nil {
		sleep(ctx, retry)
		return
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		sleep(ctx, retry)
		return
	}
	lines := bufio.NewScanner(io.LimitReader(answer.Body, maxAnswer))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		field, value, _ := strings.Cut(lines.Text(), ": ")
		number, _, _ := strings.Cut(value, "-")
		if field == "id" && number != strconv.FormatUint(block, 10) || field == "event" && value != "block" {
			return
		}
	}
}

// Read reads the board once.
//
// Errors: ErrCoordinator, ErrNoRun.
func (s *Source) Read(ctx context.Context) (Board, error) {
	if s.run == 0 {
		var newest struct{ Runs []struct{ Number integer } }
		if err := s.ask(ctx, `{runs(first: 1, orderBy: number, orderDirection: desc) {number}}`, nil, &newest); err != nil {
			return Board{}, err
		}
		if len(newest.Runs) == 0 {
			return Board{}, fmt.Errorf("%w: there is none yet", ErrNoRun)
		}
		s.run = uint64(newest.Runs[0].Number)
	}
	var x answer
	if err := s.ask(ctx, question, map[string]any{"id": fmt.Sprint(s.run), "run": fmt.Sprint(s.run)}, &x); err != nil {
		return Board{}, err
	}
	if x.Run == nil {
		return Board{}, fmt.Errorf("%w: %d", ErrNoRun, s.run)
	}
	b := x.board(s.run)
	b.Coordinator = s.url
	return b, s.losses(ctx, &b)
}

// ask puts a GraphQL query.
func (s *Source) ask(ctx context.Context, query string, variables map[string]any, into any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	text, err := s.fetch(ctx, http.MethodPost, "/graphql", body, maxAnswer)
	if err != nil {
		return err
	}
	var response struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(text, &response); err != nil {
		return fmt.Errorf("%w: its answer is no JSON", ErrCoordinator)
	}
	if len(response.Errors) > 0 {
		return fmt.Errorf("%w: %.200s", ErrCoordinator, clean(response.Errors[0].Message))
	}
	if err := json.Unmarshal(response.Data, into); err != nil {
		return fmt.Errorf("%w: its answer isn't what was asked for: %.200s", ErrCoordinator, clean(err.Error()))
	}
	return nil
}

// fetch makes one request with a bounded answer.
func (s *Source) fetch(ctx context.Context, method, path string, body []byte, most int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, method, s.url+path, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCoordinator, err)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCoordinator, err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrCoordinator, err)
	case int64(len(text)) > most:
		return nil, fmt.Errorf("%w: its answer is longer than %d bytes", ErrCoordinator, most)
	case answer.StatusCode != http.StatusOK:
		return nil, statusError{answer.StatusCode, path}
	}
	return text, nil
}

// statusError is an answer that says no.
type statusError struct {
	status int
	path   string
}

func (e statusError) Error() string {
	return fmt.Sprintf("%s: %s answers %d", ErrCoordinator, e.path, e.status)
}

func (e statusError) Unwrap() error { return ErrCoordinator }

// clean takes out what a terminal would obey.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, strings.Join(strings.Fields(text), " "))
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
