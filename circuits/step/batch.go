package step

import (
	"math"
	"math/big"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// record is one sample: its features and its label, each word as it lies in the dataset.
type record []frontend.Variable

// dataset reads the payload's words and the step's batch, and returns the payload's root.
//
// Which samples a step takes follows from the seed, the batch and the number of samples alone, all of which the program fixes. So the order of
// the whole run is a constant: a table with a row per step, in which the indices of a batch are the digits of a number in base n. The digits a
// prover proposes are indices, since each is a row of the table of records, and numbers have one set of digits; so nobody chooses a sample.
//
// Constraints: 1 per step of the run and per 253/log₂ n samples; per record of the dataset its words and 1, and 4 per word to show its 32 bits;
// per sample its words and 2; some 7,100 per KiB of the dataset.
func (w *walk) dataset(words []frontend.Variable) frontend.Variable {
	width := w.program.Spec.Model.Features + 1
	var rows [][]frontend.Variable
	for first := 0; first+width <= len(words); first += width {
		rows = append(rows, append([]frontend.Variable{first / width}, words[first:first+width]...))
	}
	for _, word := range words {
		w.Word32(word)
	}
	records := w.Table(rows)
	for _, index := range w.order(len(rows)) {
		row := append([]frontend.Variable{index}, w.hinted(recordHint, width, append([]frontend.Variable{index}, words...)...)...)
		records.Look(row...)
		w.records = append(w.records, row[1:])
	}
	leaves := make([]frontend.Variable, (len(words)+255)/256)
	whole := program.VectorOf(program.DTypeUint32, len(words))
	for i := range leaves {
		leaves[i] = gadget.Tile(w.api, inTile(whole, i, func(n int) frontend.Variable { return words[n] }, frontend.Variable(0)))
	}
	return gadget.ListRoot(w.api, merkle.KindDataset, leaves)
}

// order returns the indices of the step's samples, and reads the step's learning rate from the same row. A clock beyond the run's steps has no
// row, hence no proof.
func (w *walk) order(samples int) []frontend.Variable {
	s := w.program.Spec
	base := big.NewInt(int64(samples))
	perNumber := s.Batch
	if bits := math.Log2(float64(samples)); bits > 0 {
		perNumber = min(perNumber, int(252/bits))
	}
	numbers := (s.Batch + perNumber - 1) / perNumber
	var rows [][]frontend.Variable
	for step := range s.Steps {
		row := []frontend.Variable{step, int(math.Float32bits(w.program.LearningRates[min(step, len(w.program.LearningRates)-1)]))}
		for n := range numbers {
			packed := new(big.Int)
			for b := min((n+1)*perNumber, s.Batch) - 1; b >= n*perNumber; b-- {
				index := numeric.SampleIndex(s.Seed, uint64(step)*uint64(s.Batch)+uint64(b), uint64(samples))
				packed.Add(packed.Mul(packed, base), new(big.Int).SetUint64(index))
			}
			row = append(row, packed)
		}
		rows = append(rows, row)
	}
	constants := []frontend.Variable{len(rows[0])}
	for _, row := range rows {
		constants = append(constants, row...)
	}
	row := append([]frontend.Variable{w.clock}, w.hinted(rowHint, len(rows[0])-1, append([]frontend.Variable{w.clock}, constants...)...)...)
	w.Table(rows).Look(row...)
	w.rate = w.Decode(row[1])
	var indices []frontend.Variable
	for n, packed := range row[2:] {
		count := min(perNumber, s.Batch-n*perNumber)
		digits := w.hinted(digitsHint, count, packed, samples)
		sum, weight := []frontend.Variable{0, 0}, big.NewInt(1)
		for _, digit := range digits {
			sum = append(sum, w.api.Mul(digit, weight))
			weight = new(big.Int).Mul(weight, base)
		}
		w.api.AssertIsEqual(packed, w.api.Add(sum[0], sum[1], sum[2:]...))
		indices = append(indices, digits...)
	}
	return indices
}

// features is the batch as a matrix; a NaN has no proof.
func (w *walk) features(o *program.Operator) tensor {
	t := tensor{shape: o.Out}
	for _, r := range w.records {
		for _, word := range r[:len(r)-1] {
			t.numbers = append(t.numbers, w.Decode(word))
		}
	}
	return t
}

// labels are the batch's classes; a label that is no class counts as 0.
func (w *walk) labels(o *program.Operator) tensor {
	t := tensor{shape: o.Out}
	classes := int(o.Attributes[program.AttributeLoadBatchVocabulary])
	for _, r := range w.records {
		x := integer{value: 0, classes: make([]frontend.Variable, classes)}
		x.classes[0] = 1
		for c := 1; c < classes; c++ {
			x.classes[c] = w.Equal(r[len(r)-1], c)
			x.classes[0] = w.api.Sub(x.classes[0], x.classes[c])
			x.value = w.api.Add(x.value, w.api.Mul(x.classes[c], c))
		}
		t.integers = append(t.integers, x)
	}
	return t
}

func (w *walk) hinted(f solver.Hint, outputs int, inputs ...frontend.Variable) []frontend.Variable {
	out, err := w.api.Compiler().NewHint(f, outputs, inputs...)
	if err != nil {
		panic(err) // only for wrong counts
	}
	return out
}

func init() { solver.RegisterHint(recordHint, rowHint, digitsHint) }

// recordHint: index, words → the words of that record. It is wide by the number of its outputs.
func recordHint(_ *big.Int, in, out []*big.Int) error {
	if in[0].BitLen() > 31 || int(in[0].Int64()+1)*len(out) > len(in)-1 {
		return errNoRecord
	}
	first := int(in[0].Int64()) * len(out)
	for i := range out {
		out[i].Set(in[1+first+i])
	}
	return nil
}

// rowHint: key, columns, rows → the columns behind the key of its row.
func rowHint(_ *big.Int, in, out []*big.Int) error {
	columns, rows := int(in[1].Int64()), in[2:]
	if in[0].BitLen() > 31 || int(in[0].Int64()+1)*columns > len(rows) {
		return errNoRecord
	}
	first := int(in[0].Int64()) * columns
	for i := range out {
		out[i].Set(rows[first+1+i])
	}
	return nil
}

// digitsHint: number, base → its digits, the lowest first.
func digitsHint(_ *big.Int, in, out []*big.Int) error {
	rest := new(big.Int).Set(in[0])
	for i := range out {
		rest.QuoRem(rest, in[1], out[i])
	}
	return nil
}
