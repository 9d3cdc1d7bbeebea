package ipfs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/ipfs/boxo/files"
	"github.com/ipfs/go-cid"
	shell "github.com/ipfs/go-ipfs-api"
)

// Kubo is a store in a Kubo node, reached through its HTTP API. What it puts it also pins.
//
// The node is not trusted: blocks are read one by one and hashed again, and the CID of what was put is computed here as well.
type Kubo struct {
	api     string
	shell   *shell.Shell
	timeout time.Duration
}

var _ Store = (*Kubo)(nil)

// OpenKubo returns the store of the node with that API address, such as http://127.0.0.1:5001. It doesn't call the node yet.
//
// Units: the timeout bounds each block that is fetched and each pause of an upload, not the whole content. A node asks the network for
// blocks it doesn't hold, for ever if it is let; after the timeout such a block is ErrNotFound.
func OpenKubo(api string, timeout time.Duration) (*Kubo, error) {
	u, err := url.Parse(api)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return nil, fmt.Errorf("%q is not the address of a Kubo API, such as http://127.0.0.1:5001", api)
	}
	if timeout <= 0 {
		return nil, fmt.Errorf("a Kubo store needs a timeout above 0, not %v", timeout)
	}
	api = strings.TrimSuffix(api, "/")
	return &Kubo{api: api, shell: shell.NewShellWithClient(api, &http.Client{}), timeout: timeout}, nil
}

// Put implements Store.
func (k *Kubo) Put(ctx context.Context, r io.Reader) (CID, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	idle := time.AfterFunc(k.timeout, func() { cancel(errStalled) })
	defer idle.Stop()

	// The content is cut here too while it is sent, so that a node with other import rules is noticed.
	pipeOut, pipeIn := io.Pipe()
	type result struct {
		id  CID
		err error
	}
	local := make(chan result, 1)
	go func() {
		id, err := Sum(ctx, pipeOut)
		pipeOut.CloseWithError(err)
		local <- result{id, err}
	}()
	content := &progress{r: r, made: func() { idle.Reset(k.timeout) }}
	remote, err := k.add(ctx, io.TeeReader(content, pipeIn))
	pipeIn.CloseWithError(err)
	sum := <-local
	switch {
	case content.err != nil:
		return CID{}, fmt.Errorf("storing content: %w", content.err)
	case err != nil:
		return CID{}, k.failed(ctx, "storing content", err)
	case sum.err != nil:
		return CID{}, fmt.Errorf("storing content: %w", sum.err)
	case remote != sum.id.String():
		return CID{}, fmt.Errorf("storing content: the Kubo node at %s stored %v as %q: does it override the import options?", k.api, sum.id, remote)
	}
	return sum.id, nil
}

func (k *Kubo) add(ctx context.Context, r io.Reader) (string, error) {
	dir := files.NewSliceDirectory([]files.DirEntry{files.FileEntry("", files.NewReaderFile(r))})
	var added struct{ Hash string }
	err := k.shell.Request("add").
		Option("cid-version", 1).
		Option("hash", "sha2-256").
		Option("raw-leaves", true).
		Option("chunker", fmt.Sprintf("size-%d", leafSize)).
		Option("max-file-links", maxLinks).
		Option("trickle", false).
		Option("pin", true).
		Option("progress", false).
		Body(files.NewMultiFileReader(dir, true, false)).
		Exec(ctx, &added)
	return added.Hash, err
}

// Get implements Store.
func (k *Kubo) Get(ctx context.Context, c CID, maxBytes int64) (io.ReadCloser, error) {
	r, err := open(ctx, kuboBlocks{Kubo: k}, c, maxBytes)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Has implements Store. It asks the node only for what it holds itself.
func (k *Kubo) Has(ctx context.Context, c CID) (bool, error) {
	if !c.Defined() {
		return false, nil
	}
	return holdsAll(ctx, kuboBlocks{Kubo: k, offline: true}, c)
}

// Close implements Store. There is nothing to release.
func (k *Kubo) Close() error { return nil }

// kuboBlocks reads single blocks from the node; offline it doesn't ask the network.
type kuboBlocks struct {
	*Kubo
	offline bool
}

func (k kuboBlocks) read(ctx context.Context, c cid.Cid, maxBytes int64) ([]byte, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, k.timeout, errLate)
	defer cancel()
	response, err := k.shell.Request("block/get", c.String()).Option("offline", k.offline).Send(ctx)
	if err != nil {
		return nil, k.failed(ctx, fmt.Sprintf("block %v", c), err)
	}
	if response.Error != nil {
		return nil, k.failed(ctx, fmt.Sprintf("block %v", c), response.Error)
	}
	defer response.Output.Close()
	block, err := io.ReadAll(io.LimitReader(response.Output, maxBytes+1))
	if err != nil {
		return nil, k.failed(ctx, fmt.Sprintf("block %v", c), err)
	}
	if int64(len(block)) > maxBytes {
		return nil, fmt.Errorf("%w: block %v has more than %d bytes", ErrCorrupt, c, maxBytes)
	}
	return block, nil
}

func (k kuboBlocks) holds(ctx context.Context, c cid.Cid) (bool, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, k.timeout, errLate)
	defer cancel()
	err := k.shell.Request("block/stat", c.String()).Option("offline", true).Exec(ctx, nil)
	if err == nil {
		return true, nil
	}
	err = k.failed(ctx, fmt.Sprintf("block %v", c), err)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return false, err
}

var (
	errLate    = errors.New("the block didn't arrive in time")
	errStalled = errors.New("the node took nothing for too long")
)

// failed sorts an error of the API: the caller's context, a block that can't be had, or a node that can't be reached.
func (k *Kubo) failed(ctx context.Context, what string, err error) error {
	var answer *shell.Error
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, errLate):
		return fmt.Errorf("%w: %s, within %v", ErrNotFound, what, k.timeout)
	case errors.Is(cause, errStalled):
		return fmt.Errorf("%w: %s: the Kubo node at %s took nothing for %v", ErrUnreachable, what, k.api, k.timeout)
	case cause != nil:
		return fmt.Errorf("%s: %w", what, cause)
	case errors.As(err, &answer) && strings.Contains(answer.Message, "could not find"):
		return fmt.Errorf("%w: %s", ErrNotFound, what)
	case errors.As(err, &answer):
		return fmt.Errorf("%w: %s: the Kubo node at %s answers %q", ErrUnreachable, what, k.api, strings.TrimSpace(answer.Message))
	default:
		return fmt.Errorf("%w: %s: is a Kubo node running at %s? %v", ErrUnreachable, what, k.api, err)
	}
}

// progress reports every piece that is read, and keeps the error of the content's own reader apart from those of the node.
type progress struct {
	r    io.Reader
	made func()
	err  error
}

func (p *progress) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	if n > 0 {
		p.made()
	}
	if err != nil && err != io.EOF {
		p.err = err
	}
	return n, err
}
