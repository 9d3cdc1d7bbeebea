// Command shakespeare trains a GPT of 0.8 million parameters on the bytes of a text, as nanoGPT's character model for a CPU is trained: 4
// layers of width 128, 2000 steps of 12 samples of 64 bytes. Nine tenths of the text are trained on, the last tenth is for validation.
//
//	go run ./tools/shakespeare TEXT FOLDER
//
// It writes shakespeare.svg and shakespeare.json into the folder. With the same text the numbers and the final state root are the same on
// every machine.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/plot"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

const (
	steps, every = 2000, 250
	batch        = 12
	checked      = 64 // samples of a validation step
	length       = 64 // bytes of a sample
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "shakespeare:", err)
		os.Exit(1)
	}
}

// figures are the numbers behind the picture.
type figures struct {
	Parameters int          `json:"parameters"`
	Steps      int          `json:"steps"`
	Train      []float32    `json:"train"`      // loss of every 10th step's batch, nats per byte
	Validation []validation `json:"validation"` // over the whole last tenth
	Root       string       `json:"root"`       // of the final state
	Engine     string       `json:"engine"`
	Seconds    float64      `json:"seconds"` // validation included
}

type validation struct {
	Step int     `json:"step"`
	Loss float64 `json:"loss"`
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("want TEXT FOLDER")
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	cut := len(text) / 10 * 9
	trained, err := prepare(text[:cut], batch, 1, program.Schedule{Kind: program.ScheduleCosine, Peak: "1e-3", Floor: "1e-4", Warmup: 100})
	if err != nil {
		return err
	}
	defer trained.close()
	// Validation takes steps too, since a step tells its loss; they are taken back.
	held, err := prepare(text[cut:], checked, length, program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-3"})
	if err != nil {
		return err
	}
	defer held.close()

	began := time.Now()
	s, p := trained.program.Genesis(), trained.program
	f := figures{Steps: steps, Engine: trained.engine.Name()}
	for _, t := range p.StateLayout[:p.Parameters] {
		f.Parameters += t.Shape.Words()
	}
	picture := plot.Loss{Title: fmt.Sprintf("GPT of %.2f million parameters on %s, nats per byte", float64(f.Parameters)/1e6, filepath.Base(args[0]))}
	for step := 0; ; step++ {
		if step%every == 0 {
			loss, err := held.loss(s)
			if err != nil {
				return err
			}
			fmt.Printf("step %4d: validation loss %.4f, %.0f s\n", step, loss, time.Since(began).Seconds())
			f.Validation = append(f.Validation, validation{step, loss})
			picture.Validation = append(picture.Validation, plot.Point{Step: step, Loss: loss})
		}
		if step == steps {
			break
		}
		if err := trained.engine.Step(context.Background(), s); err != nil {
			return err
		}
		if step%10 == 0 {
			f.Train = append(f.Train, s.Loss())
			picture.Points = append(picture.Points, plot.Point{Step: step, Loss: float64(s.Loss())})
		}
	}
	f.Root, f.Seconds = trace.StateRoot(p, s).String(), time.Since(began).Seconds()
	fmt.Println("final state root", f.Root)
	return save(args[1], f, picture)
}

func save(folder string, f figures, picture plot.Loss) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	numbers, err := json.Marshal(f)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "shakespeare.json"), append(numbers, '\n'), 0o644); err != nil {
		return err
	}
	out, err := os.Create(filepath.Join(folder, "shakespeare.svg"))
	if err != nil {
		return err
	}
	return errors.Join(picture.WriteSVG(out), out.Close())
}

// part is a part of the text with an engine for it.
type part struct {
	program *program.Program
	engine  engine.Engine
}

func prepare(text []byte, batch, stride int, rate program.Schedule) (*part, error) {
	p, err := program.Compile(spec(text, batch, stride, rate))
	if err != nil {
		return nil, err
	}
	e, err := engine.Open(engine.Auto, p, text, runtime.NumCPU())
	return &part{p, e}, err
}

func (t *part) close() { t.engine.Close() }

// loss is the mean over all samples of the part, but for those that fill no step.
func (t *part) loss(s *program.State) (float64, error) {
	spec := t.program.Spec
	count := ((spec.Dataset.Bytes-length-1)/spec.Dataset.Stride + 1) / spec.Batch
	sum := 0.0
	for step := range count {
		copied := s.Clone()
		copied.Clock = uint32(step)
		if err := t.engine.Step(context.Background(), copied); err != nil {
			return 0, err
		}
		sum += float64(copied.Loss())
	}
	return sum / float64(count), nil
}

func spec(text []byte, batch, stride int, rate program.Schedule) program.Spec {
	return program.Spec{
		Version: 1, Name: "shakespeare", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1,
		Model: program.Model{Kind: program.ModelGPT, Layers: 4, Width: 128, Heads: 4, Context: length, Vocabulary: 256},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.99", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1", LearningRate: rate,
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, CID: "x", Bytes: len(text), TokenBytes: 1, Stride: stride},
		Genesis: program.Genesis{Kind: program.GenesisSeed}, Batch: batch, Steps: steps, Window: 10, KeyFrames: 1,
	}.Unregistered()
}
