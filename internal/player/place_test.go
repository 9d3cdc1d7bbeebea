package player_test

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// TestPlaceInWords: what a match has found so far is said in words, and no more than that.
func TestPlaceInWords(t *testing.T) {
	spec := replicatest.Spec()
	spec.Model.Layers, spec.Model.Width, spec.Model.Heads, spec.Model.Vocabulary = 4, 48, 3, 59
	spec.Dataset.CID, spec.Dataset.Bytes = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy", 1000
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) uint32 { return uint32(operatorOf(t, p, name)) }
	grad := at("h.3.mlp.c_proj.weight.grad") // [192, 48]: 12 rows of 3 tiles
	sum := referee.Geometry{Terms: 2048}
	for want, g := range map[string]match.Game{
		"not known yet: the sides haven't found the first step that differs": {Phase: match.PhaseSteps},
		"step 17": {Phase: match.PhaseTrace, Step: 2, Operator: 5},
		"step 17, layer 3, `mlp.c_proj` weight gradient":                                                  {Phase: match.PhaseBind, Step: 2, Operator: grad},
		"step 17, layer 3, `mlp.c_proj` weight gradient, tile 5":                                          {Phase: match.PhaseElement, Step: 2, Operator: grad, Index: 5},
		"step 17, layer 3, `mlp.c_proj` weight gradient, row 28, column 40":                               {Phase: match.PhaseFolds, Step: 2, Operator: grad, Index: 5, Word: 12*16 + 8},
		"step 17, layer 3, `mlp.c_proj` weight gradient, row 28, column 40, terms 512 to 1023 of its sum": {Geometry: sum, Phase: match.PhaseBlocks, Step: 2, Operator: grad, Index: 5, Word: 12*16 + 8, Chunk: 1},
		"step 17, layer 3, `mlp.c_proj` weight gradient, row 28, column 40, terms 544 to 559 of its sum":  {Geometry: sum, Phase: match.PhaseLeaf, Step: 2, Operator: grad, Index: 5, Word: 12*16 + 8, Chunk: 1, Block: 2},
		"step 16, `logits`, beyond the edge in tile 3":                                                    {Geometry: sum, Phase: match.PhaseLeaf, Step: 1, Operator: at("logits"), Index: 3, Word: 11},
		"step 16, the list of the new state's tensors, `wpe.weight`":                                      {Phase: match.PhaseLeaf, Step: 1, Operator: uint32(len(p.Operators) - 1), Index: 1},
		"step 16, layer 0, first moment of the `attn.c_attn` bias, entry 143":                             {Phase: match.PhaseLeaf, Step: 1, Operator: at("h.0.attn.c_attn.bias.m"), Index: 0, Word: 143},
		"step 16, layer 1, `attn.scores`, row 17, column 2, terms 0 to 15 of its sum":                     {Geometry: sum, Phase: match.PhaseLeaf, Step: 1, Operator: at("h.1.attn.scores"), Index: 1, Word: 16 + 2},
		"step 16, layer 0, gradient behind `ln_1`, row 0, column 0":                                       {Phase: match.PhaseLeaf, Step: 1, Operator: at("h.0.ln_1.back")},
		"step 16, layer 0, squares of the `ln_1` weight gradient, entry 0, terms 16 to 31 of its sum":     {Geometry: sum, Phase: match.PhaseLeaf, Step: 1, Operator: at("h.0.ln_1.weight.grad.sqsum"), Block: 1},
		"step 16, `wte` weight gradient through the embedding, row 0, column 1, terms 0 to 15 of its sum": {Geometry: sum, Phase: match.PhaseLeaf, Step: 1, Operator: at("wte.weight.grad.embed"), Word: 1},
		"step 16, layer 2, new `attn.c_proj` weight, row 1, column 0":                                     {Phase: match.PhaseLeaf, Step: 1, Operator: at("h.2.attn.c_proj.weight"), Word: 16},
	} {
		if got := player.PlaceOf(p, 16, g).String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
