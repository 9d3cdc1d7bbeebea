package author

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// begin fills in the draft's genesis: the seed, or the model in a file.
func (p *Plan) begin(ctx context.Context, draft *program.Spec, model string) error {
	if model == "" {
		if draft.Genesis.Kind == program.GenesisImport {
			return fmt.Errorf("genesis: the RunSpec imports its first state, but the file with the model isn't named")
		}
		return nil
	}
	// Root and CID follow from the layout, which doesn't depend on them.
	draft.Genesis = program.Genesis{Kind: program.GenesisSeed}
	layout, err := program.Compile(*draft)
	if err != nil {
		return err
	}
	if p.genesis, err = importModel(model, layout); err != nil {
		return fmt.Errorf("genesis: %s: %w", model, err)
	}
	cid, err := streamed(func(r io.Reader) (ipfs.CID, error) { return ipfs.Sum(ctx, r) }, layout, p.genesis)
	if err != nil {
		return fmt.Errorf("genesis: %w", err)
	}
	root := program.Digest(trace.StateRoot(layout, p.genesis))
	draft.Genesis = program.Genesis{Kind: program.GenesisImport, Root: &root, CID: cid.String()}
	return nil
}

func importModel(path string, p *program.Program) (*program.State, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return checkpoint.ImportModel(file, p)
}

// streamed hands a checkpoint on as it is written: a model of real size is stored without a second copy of it in memory.
func streamed(to func(io.Reader) (ipfs.CID, error), p *program.Program, s *program.State) (ipfs.CID, error) {
	r, w := io.Pipe()
	written := make(chan error, 1)
	go func() {
		err := checkpoint.Write(w, p, s)
		w.CloseWithError(err)
		written <- err
	}()
	cid, err := to(r)
	r.CloseWithError(err) // ends the writer if not everything was read
	if failed := <-written; err == nil {
		err = failed
	}
	return cid, err
}
