package program

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"unicode"
	"unicode/utf8"
)

// ErrSpec is the sentinel of everything that can be wrong with a RunSpec.
var ErrSpec = errors.New("invalid RunSpec")

// Bounds of a RunSpec.
const (
	maxSpecBytes    = 1 << 20
	maxInteger      = 1<<53 - 1
	maxSteps        = 1 << 22
	maxWindow       = 1024
	maxKeyFrames    = 64
	maxLayers       = 256
	maxWidth        = 1 << 16
	maxHidden       = 16
	maxPayloadBytes = 1<<34 - 4
	maxStateWords   = 1 << 33
	maxRate         = 1e6
	maxClock        = 30 * 24 * 3600
	maxJury         = 31
	maxPending      = 4096
	maxTableWords   = 1 << 16
	maxHeldOut      = 16 // batches of a goal: a forward pass takes a third of a step

	maxProvenParameters = 1 << 14 // a tile hashed by Poseidon2 in a dispute is some 0.4 M gas
)

var (
	cidPattern     = regexp.MustCompile(`^[A-Za-z0-9]{1,100}$`)
	addressPattern = regexp.MustCompile(`^0x[0-9a-f]{40}$`)
	weiPattern     = regexp.MustCompile(`^(0|[1-9][0-9]{0,28})$`)
)

// checker keeps the first field that is wrong.
type checker struct{ err error }

func (c *checker) require(ok bool, field, format string, arguments ...any) {
	if !ok && c.err == nil {
		c.err = fmt.Errorf("%w: %s: %s", ErrSpec, field, fmt.Sprintf(format, arguments...))
	}
}

func (c *checker) between(field string, n, least, most int) {
	c.require(n >= least && n <= most, field, "%d is not between %d and %d", n, least, most)
}

func (c *checker) decimal(field string, d Decimal, least, most float64, open bool) {
	f, ok := d.Float()
	c.require(ok, field, "%.50q is not a decimal number", string(d))
	wide := float64(f)
	c.require(wide >= least && wide <= most && !(open && (wide == least || wide == most)), field,
		"%s is not between %g and %g", string(d), least, most)
}

// absent refuses a field that the kind doesn't have.
func (c *checker) absent(kind, field string, ok bool) {
	c.require(ok, field, "%q has no such field", kind)
}

// Validate bounds every number and checks that the parts fit together. It reads no tensor and allocates none.
//
// Errors: ErrSpec, naming the first field that is wrong.
func (s Spec) Validate() error {
	c := &checker{}
	c.require(s.Version == 1, "version", "%d is not 1", s.Version)
	c.require(len(s.Name) >= 1 && len(s.Name) <= 64 && printable(s.Name), "name", "is not 1 to 64 bytes of printable text")
	c.require(s.Profile == ProfileF32, "profile", "%.50q is not %q", s.Profile, ProfileF32)
	c.require(s.TreeHash == HashSHA256 || s.TreeHash == HashPoseidon2, "hash", "%.50q is neither %q nor %q", s.TreeHash, HashSHA256, HashPoseidon2)
	c.require(s.Seed <= maxInteger, "seed", "%d is not below 2^53", s.Seed)
	c.between("batch", s.Batch, 1, MaxTerms)
	c.between("steps", s.Steps, 1, maxSteps)
	c.between("window", s.Window, 1, maxWindow)
	c.between("keyFrames", s.KeyFrames, 1, maxKeyFrames)
	s.Model.validate(c, s.Batch)
	s.Optimiser.validate(c, s.Steps)
	if c.err == nil {
		s.Dataset.validate(c, "dataset", s.Model)
	}
	s.Genesis.validate(c)
	s.Economics.validate(c)
	s.Clocks.validate(c)
	if c.err == nil {
		c.require(s.stateWords() <= maxStateWords, "model", "its state has more than 2^33 words")
	}
	if s.TreeHash == HashPoseidon2 && c.err == nil {
		c.require(s.parameterWords() <= maxProvenParameters, "hash", "%q is for models of at most %d parameters, this has %d",
			s.TreeHash, maxProvenParameters, s.parameterWords())
		c.require(s.Goal == nil, "goal", "a run with the hash %q has none", s.TreeHash)
	}
	if s.Goal != nil && c.err == nil {
		s.Goal.validate(c, s)
	}
	return c.err
}

func printable(s string) bool {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

func (s Spec) stateWords() int {
	words := 0
	for _, t := range stateLayout(parameterList(s.Model), s.Optimiser) {
		words += t.Shape.Words()
	}
	return words
}

func (s Spec) parameterWords() int {
	words := 0
	for _, t := range parameterList(s.Model) {
		words += t.Shape.Words()
	}
	return words
}

func (m Model) validate(c *checker, batch int) {
	switch m.Kind {
	case ModelGPT:
		c.between("model.layers", m.Layers, 1, maxLayers)
		c.between("model.width", m.Width, 16, maxWidth)
		c.between("model.heads", m.Heads, 1, maxWidth)
		c.between("model.context", m.Context, 16, maxWidth)
		c.between("model.vocabulary", m.Vocabulary, 2, MaxTerms)
		if c.err != nil {
			return
		}
		c.require(m.Context%16 == 0, "model.context", "%d is not a multiple of 16", m.Context)
		c.require(m.Width%(16*m.Heads) == 0, "model.heads", "the width %d is not %d heads of a multiple of 16", m.Width, m.Heads)
		c.require(batch*m.Context <= MaxTerms, "batch", "%d samples of %d tokens are more than %d tokens", batch, m.Context, MaxTerms)
		n := batch * m.Context
		c.require(bounded(n, m.Vocabulary) && bounded(n, 4*m.Width) && bounded(n, m.Heads, m.Context), "batch",
			"a tensor of the step has more than %d words", maxTensorWords)
		c.require(bounded(m.Vocabulary, m.Width) && bounded(4*m.Width, m.Width), "model.width",
			"a parameter has more than %d words", maxTensorWords)
		c.absent(m.Kind, "model.features", m.Features == 0)
		c.absent(m.Kind, "model.hidden", len(m.Hidden) == 0)
		c.absent(m.Kind, "model.classes", m.Classes == 0)
		c.absent(m.Kind, "model.activation", m.Activation == "")
	case ModelMLP:
		c.between("model.features", m.Features, 1, maxWidth)
		c.between("model.classes", m.Classes, 2, maxWidth)
		c.require(len(m.Hidden) <= maxHidden, "model.hidden", "%d hidden layers, the most is %d", len(m.Hidden), maxHidden)
		in := m.Features
		for l, w := range m.widths() {
			c.between(fmt.Sprintf("model.hidden[%d]", l), w, 1, maxWidth)
			c.require(c.err != nil || bounded(in, w), "model.hidden", "a parameter has more than %d words", maxTensorWords)
			c.require(c.err != nil || bounded(batch, max(in, w)), "batch", "a tensor of the step has more than %d words", maxTensorWords)
			in = w
		}
		c.require(m.Activation == ActivationReLU || m.Activation == ActivationGELU, "model.activation",
			"%.50q is neither %q nor %q", m.Activation, ActivationReLU, ActivationGELU)
		c.absent(m.Kind, "model.layers", m.Layers == 0)
		c.absent(m.Kind, "model.width", m.Width == 0)
		c.absent(m.Kind, "model.heads", m.Heads == 0)
		c.absent(m.Kind, "model.context", m.Context == 0)
		c.absent(m.Kind, "model.vocabulary", m.Vocabulary == 0)
	default:
		c.require(false, "model.kind", "%.50q is neither %q nor %q", m.Kind, ModelGPT, ModelMLP)
	}
}

func (o Optimiser) validate(c *checker, steps int) {
	switch o.Kind {
	case OptimiserAdamW:
		c.decimal("optimiser.beta1", o.Beta1, 0, 1, false)
		c.decimal("optimiser.beta2", o.Beta2, 0, 1, false)
		c.require(c.err != nil || o.Beta1.float() < 1 && o.Beta2.float() < 1, "optimiser.beta1", "beta1 and beta2 round to less than 1")
		c.decimal("optimiser.epsilon", o.Epsilon, 0, 1, true)
		c.decimal("optimiser.weightDecay", o.WeightDecay, 0, maxRate, false)
		c.absent(o.Kind, "optimiser.momentum", o.Momentum == "")
	case OptimiserMomentum, OptimiserSGD:
		if o.Kind == OptimiserMomentum {
			c.decimal("optimiser.momentum", o.Momentum, 0, 1, false)
		} else {
			c.absent(o.Kind, "optimiser.momentum", o.Momentum == "")
		}
		c.absent(o.Kind, "optimiser.beta1", o.Beta1 == "")
		c.absent(o.Kind, "optimiser.beta2", o.Beta2 == "")
		c.absent(o.Kind, "optimiser.epsilon", o.Epsilon == "")
		c.absent(o.Kind, "optimiser.weightDecay", o.WeightDecay == "")
	default:
		c.require(false, "optimiser.kind", "%.50q is none of %q, %q and %q", o.Kind, OptimiserSGD, OptimiserMomentum, OptimiserAdamW)
	}
	c.decimal("optimiser.clip", o.Clip, 0, math.MaxFloat32, true)
	o.LearningRate.validate(c, steps)
}

func (s Schedule) validate(c *checker, steps int) {
	const field = "optimiser.learningRate"
	switch s.Kind {
	case ScheduleConstant, ScheduleLinear, ScheduleCosine:
		c.decimal(field+".peak", s.Peak, 0, maxRate, false)
		if s.Kind == ScheduleConstant {
			c.absent(s.Kind, field+".floor", s.Floor == "")
			c.absent(s.Kind, field+".warmup", s.Warmup == 0)
		} else {
			c.decimal(field+".floor", s.Floor, 0, maxRate, false)
			c.between(field+".warmup", s.Warmup, 0, steps)
		}
		c.absent(s.Kind, field+".words", len(s.Words) == 0)
	case ScheduleTable:
		c.between(field+".words", len(s.Words), 1, min(steps, maxTableWords))
		for i, w := range s.Words {
			_, ok := parseWord(w)
			c.require(ok, fmt.Sprintf("%s.words[%d]", field, i), "%.50q is not the hex word of a rate between 0 and %g", w, float64(maxRate))
		}
		c.absent(s.Kind, field+".peak", s.Peak == "")
		c.absent(s.Kind, field+".floor", s.Floor == "")
		c.absent(s.Kind, field+".warmup", s.Warmup == 0)
	default:
		c.require(false, field+".kind", "%.50q is none of %q, %q, %q and %q", s.Kind,
			ScheduleConstant, ScheduleLinear, ScheduleCosine, ScheduleTable)
	}
}
