package leaf

import (
	"fmt"
	"time"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Prover proves elements of matches.
type Prover struct {
	Circuit *Circuit
	Keys    *circuits.Keys
}

// Takes is how long a proof takes at most, by the circuit's estimate.
func (p *Prover) Takes() time.Duration {
	return 2 * circuits.EstimateOf(p.Circuit.Constraints().GetNbConstraints()).Prove
}

// Prove returns the verifying key and a proof of an element, for a domain.
//
// Errors: ErrNotFinite; ErrWitness for an element too large; those of circuits.Keys.Prove where the element isn't what it is said to be.
func (p *Prover) Prove(domain [32]byte, e *match.Element) (key, proof []byte, err error) {
	s := Statement{Domain: domain, Roots: e.Roots, Places: e.Product.Places, Terms: int(e.Product.Terms), Value: e.Value}
	openings, err := openingsOf(e)
	if err != nil {
		return nil, nil, err
	}
	w, err := p.Circuit.Assign(s, openings)
	if err != nil {
		return nil, nil, err
	}
	if proof, err = p.Keys.Prove(p.Circuit.Constraints(), w); err != nil {
		return nil, nil, err
	}
	return p.Keys.Verifying.Bytes(), proof, nil
}

// openingsOf takes an element's evidence apart.
func openingsOf(e *match.Element) (openings [2][]Opening, err error) {
	for _, evidence := range e.Evidence {
		for n, place := range e.Product.Places {
			size := merkle.LeafSize + len(merkle.Hash{})*place.Depth()
			if len(evidence) < size {
				return openings, fmt.Errorf("%w: evidence of %d bytes", ErrWitness, len(evidence))
			}
			x := Opening{Tile: (*[merkle.LeafSize]byte)(evidence)}
			for rest := evidence[merkle.LeafSize:size]; len(rest) > 0; rest = rest[len(merkle.Hash{}):] {
				x.Path = append(x.Path, merkle.Hash(rest))
			}
			openings[n], evidence = append(openings[n], x), evidence[size:]
		}
	}
	return openings, nil
}
