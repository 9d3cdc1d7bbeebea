package checkpoint

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/commonweight/commonweight/train/program"
)

const (
	lengthBytes = 8
	// alignment of the words in a file, as others write it.
	alignment = 8
	// bufferBytes is a whole number of words.
	bufferBytes = 256 << 10
)

// Write writes a state as a checkpoint.
//
// Errors: program.ErrState if the state isn't one of the program's, else those of the writer.
func Write(w io.Writer, p *program.Program, s *program.State) error {
	return write(w, p, s, stateEntries(p), map[string]string{"format": "pt", "commonweight": "checkpoint-1"})
}

// ExportModel writes the parameters alone, for use outside.
//
// Errors: as Write.
func ExportModel(w io.Writer, p *program.Program, s *program.State) error {
	return write(w, p, s, modelEntries(p), map[string]string{"format": "pt"})
}

func write(w io.Writer, p *program.Program, s *program.State, entries []entry, metadata map[string]string) error {
	if err := p.CheckState(s); err != nil {
		return err
	}
	head, err := header(entries, metadata)
	if err != nil {
		return err
	}
	if _, err := w.Write(head); err != nil {
		return fmt.Errorf("writing a checkpoint: %w", err)
	}
	buffer := make([]byte, 0, bufferBytes)
	flush := func() error {
		if _, err := w.Write(buffer); err != nil {
			return fmt.Errorf("writing a checkpoint: %w", err)
		}
		buffer = buffer[:0]
		return nil
	}
	for _, e := range entries {
		words := []float32{math.Float32frombits(s.Clock)}
		if e.tensor != clockTensor {
			words = s.Tensors[e.tensor]
		}
		for len(words) > 0 {
			n, at := min(len(words), (bufferBytes-len(buffer))/4), len(buffer)
			buffer = buffer[:at+4*n]
			for i, word := range words[:n] {
				binary.LittleEndian.PutUint32(buffer[at+4*i:], math.Float32bits(word))
			}
			if words = words[n:]; len(buffer) == bufferBytes {
				if err := flush(); err != nil {
					return err
				}
			}
		}
	}
	return flush()
}

// description is a tensor in a header.
type description struct {
	DType   string    `json:"dtype"`
	Shape   []int     `json:"shape"`
	Offsets [2]uint64 `json:"data_offsets"`
}

// header returns the length and the JSON, filled with spaces up to the alignment. encoding/json sorts the names.
func header(entries []entry, metadata map[string]string) ([]byte, error) {
	all := map[string]any{"__metadata__": metadata}
	var at uint64
	for _, e := range entries {
		end := at + 4*uint64(e.words)
		all[e.name] = description{e.dtype, e.shape, [2]uint64{at, end}}
		at = end
	}
	text, err := json.Marshal(all)
	if err != nil {
		return nil, fmt.Errorf("writing a checkpoint: %w", err)
	}
	for len(text)%alignment != 0 {
		text = append(text, ' ')
	}
	return append(binary.LittleEndian.AppendUint64(nil, uint64(len(text))), text...), nil
}

// ModelConfig returns the config.json that Hugging Face's GPT-2 needs beside an exported model. Only a GPT has one.
func ModelConfig(p *program.Program) ([]byte, error) {
	m := p.Spec.Model
	if m.Kind != program.ModelGPT {
		return nil, fmt.Errorf("a model of kind %q has no configuration of GPT-2's", m.Kind)
	}
	text, err := json.MarshalIndent(map[string]any{
		"architectures": []string{"GPT2LMHeadModel"}, "model_type": "gpt2", "torch_dtype": "float32",
		"vocab_size": m.Vocabulary, "n_positions": m.Context, "n_ctx": m.Context, "n_embd": m.Width, "n_layer": m.Layers, "n_head": m.Heads,
		"activation_function": "gelu_new", "layer_norm_epsilon": 1e-5, "tie_word_embeddings": true,
		"attn_pdrop": 0, "embd_pdrop": 0, "resid_pdrop": 0,
	}, "", "  ")
	return append(text, '\n'), err
}
