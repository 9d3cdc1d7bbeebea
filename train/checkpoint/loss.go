package checkpoint

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"github.com/commonweight/commonweight/train/program"
)

// maxAnyHeader bounds the header of a checkpoint whose program isn't known.
const maxAnyHeader = 8 << 20

// Loss reads the loss of the last step out of a checkpoint of any program, without reading the tensors. It is what the file says: whether it is
// right only a replay knows.
func Loss(r io.ReaderAt) (float32, error) {
	start := io.NewSectionReader(r, 0, maxAnyHeader+lengthBytes)
	found, err := readDescriptions(start, maxAnyHeader)
	if err != nil {
		return 0, err
	}
	at, err := start.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0, fmt.Errorf("reading a checkpoint: %w", err)
	}
	d, ok := found["scalars"]
	if !ok || d.DType != "F32" || len(d.Shape) != 1 || d.Shape[0] <= program.ScalarLoss || d.Offsets[0] > math.MaxInt64/2 {
		return 0, fmt.Errorf("%w: it has no scalars", ErrFormat)
	}
	var word [4]byte
	if _, err := r.ReadAt(word[:], at+int64(d.Offsets[0])+4*program.ScalarLoss); err != nil {
		return 0, fmt.Errorf("reading the loss of a checkpoint: %w", err)
	}
	return math.Float32frombits(binary.LittleEndian.Uint32(word[:])), nil
}
