package replay

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// hexBytes is 0x and two digits for each byte.
type hexBytes []byte

// UnmarshalText reads them.
func (b *hexBytes) UnmarshalText(text []byte) error {
	digits, ok := strings.CutPrefix(string(text), "0x")
	if !ok {
		return fmt.Errorf("%.20q doesn't begin with 0x", text)
	}
	var err error
	*b, err = hex.DecodeString(digits)
	return err
}

// Call is how a page asks: the name of what it wants (see the package), its arguments as JSON and, where there is one, a file. A file of
// length 0 is none. What breaks inside is an error, not the end of the program.
func (r *Room) Call(ctx context.Context, name, arguments string, file []byte, report func(Progress)) (answer any, out []byte, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("the replay broke: %v", broken)
		}
	}()
	var asked struct {
		Facts
		Way
		Place
		Proof *Proof         `json:"proof"`
		Root  program.Digest `json:"root"`
		Span  Span           `json:"span"`
	}
	if err := json.Unmarshal([]byte(arguments), &asked); err != nil {
		return nil, nil, err
	}
	if len(file) == 0 {
		file = nil
	}
	answer = struct{}{}
	switch name {
	case "open":
		answer, err = r.Open(file, asked.Facts)
	case "dataset":
		err = r.Dataset(file)
	case "batches":
		err = r.Batches(file, asked.Span)
	case "before":
		err = r.Before(file, merkle.Hash(asked.Root))
	case "replay":
		answer, err = r.Replay(ctx, asked.Way, report)
	case "claimed":
		answer, err = r.Claimed(file, merkle.Hash(asked.Root))
	case "leaf":
		if asked.Proof != nil {
			answer, err = Decide(asked.Place, *asked.Proof)
		} else {
			answer, err = r.Leaf(ctx, asked.Place)
		}
	case "model":
		out, err = r.Model(file, merkle.Hash(asked.Root))
	default:
		err = fmt.Errorf("nothing here is called %q", name)
	}
	return answer, out, err
}
