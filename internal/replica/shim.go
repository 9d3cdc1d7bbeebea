package replica

import (
	"encoding/binary"
	"io"
	"os"

	"github.com/commonweight/commonweight/train/program"
)

func checkpointMax(p *program.Program) int64 {
	n := int64(4)
	for _, t := range p.StateLayout {
		n += 4 * int64(t.Shape.Words())
	}
	return n
}

func checkpointWrite(w io.Writer, _ *program.Program, s *program.State) error {
	for _, t := range s.Tensors {
		if err := binary.Write(w, binary.LittleEndian, t); err != nil {
			return err
		}
	}
	return binary.Write(w, binary.LittleEndian, s.Clock)
}

func checkpointRead(r io.Reader, p *program.Program) (*program.State, error) {
	s := p.NewState()
	for _, t := range s.Tensors {
		if err := binary.Read(r, binary.LittleEndian, t); err != nil {
			return nil, err
		}
	}
	return s, binary.Read(r, binary.LittleEndian, &s.Clock)
}

type datasetPayload struct{ data []byte }

func (d *datasetPayload) Bytes() []byte { return d.data }
func (d *datasetPayload) Close() error  { return nil }

func datasetOpen(path string) (*datasetPayload, error) {
	data, err := os.ReadFile(path)
	return &datasetPayload{data}, err
}
