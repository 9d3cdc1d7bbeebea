package entity

import (
	"errors"
	"fmt"
	"math/big"
	"testing"
)

// filled returns an entity of the kind in which every field differs from all others of its type.
func filled(k Kind) Entity {
	d := k.Description()
	values := make([]any, len(d.Fields))
	for i, f := range d.Fields {
		values[i] = another(f, i+1)
	}
	e, err := FromValues(k, values)
	if err != nil {
		panic(err)
	}
	return e
}

func another(f Field, n int) any {
	switch f.Type {
	case TypeEnum:
		return f.Enum[n%len(f.Enum)]
	case TypeBytes:
		return []byte{byte(n)}
	case TypeBytesList:
		return [][]byte{{byte(n)}, {}}
	case TypeBigInt:
		return big.NewInt(int64(n))
	case TypeInt:
		return int32(n)
	case TypeBoolean:
		return n%2 == 0
	default:
		return fmt.Sprint("text ", n)
	}
}

func TestEveryFieldOfEveryKindIsCarried(t *testing.T) {
	for _, k := range Kinds() {
		e := filled(k)
		d := k.Description()
		if e.EntityKind() != k || d.Name != k.String() || KindOf(d.Name) != k {
			t.Fatalf("%s is %s", k, e.EntityKind())
		}
		again, err := FromValues(k, e.Values())
		if err != nil {
			t.Fatal(err)
		}
		if different := Differences(e, again); different != nil {
			t.Errorf("%s: %v", k, different)
		}
		for i, f := range d.Fields {
			values := Clone(e).Values()
			values[i] = another(f, i+2)
			other, err := FromValues(k, values)
			if err != nil {
				t.Fatal(err)
			}
			if got := len(Differences(e, other)); got != 1 && !(f.Type == TypeEnum && len(f.Enum) == 1) {
				t.Errorf("%s.%s: %d differences after a change of one field", k, f.Name, got)
			}
			values = e.Values()
			values[i] = nil
			if _, err := FromValues(k, values); (err == nil) != f.Nullable {
				t.Errorf("%s.%s as null: %v", k, f.Name, err)
			}
		}
	}
}

func TestAStoreSharesNothingWithItsUsers(t *testing.T) {
	s := NewMemory()
	for _, k := range Kinds() {
		e := filled(k)
		if err := s.Save(e); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			loaded, err := s.Load(k, e.EntityID())
			if err != nil {
				t.Fatal(err)
			}
			if different := Differences(filled(k), loaded); different != nil {
				t.Errorf("%s: %v", k, different)
			}
			for _, v := range append(loaded.Values(), e.Values()...) {
				switch v := v.(type) {
				case *big.Int:
					v.SetInt64(-1)
				case []byte:
					v[0] = 0xff
				case [][]byte:
					v[0][0] = 0xff
					v[1] = []byte("more")
				}
			}
		}
		if err := s.Save(filled(k)); errors.Is(err, ErrSavedTwice) != k.Description().Immutable {
			t.Errorf("%s saved twice: %v", k, err)
		}
	}
	if got := len(s.Entities()); got != len(Kinds()) {
		t.Errorf("%d entities of %d", got, len(Kinds()))
	}
}

func TestLoadIsTyped(t *testing.T) {
	s := NewMemory()
	if run, err := Load[Run](s, "1"); run != nil || err != nil {
		t.Fatal(run, err)
	}
	want := filled(KindRun).(*Run)
	if err := s.Save(want); err != nil {
		t.Fatal(err)
	}
	run, err := Load[Run](s, want.ID)
	if err != nil || run == nil || run.Number.Cmp(want.Number) != 0 {
		t.Fatal(run, err)
	}
	if balance, err := Load[Balance](s, want.ID); balance != nil || err != nil {
		t.Fatal("a run is no balance", err)
	}
}

func TestWhatIsUnsetOrUnknownIsNotSaved(t *testing.T) {
	for name, e := range map[string]Entity{
		"nothing at all": &GoalLock{},
		"no amount":      &GoalLock{ID: "1", Pot: "0x01", Account: "0x02", At: big.NewInt(1)},
		"no enum":        &Move{ID: "1", Match: "1", At: big.NewInt(1), Block: big.NewInt(1), Tx: []byte{1}},
		"unknown enum": &StakeChange{ID: "1", Validator: "0x01", Kind: "Robbed", Amount: big.NewInt(1), Burned: big.NewInt(0),
			Paid: big.NewInt(0), At: big.NewInt(1), Tx: []byte{1}},
	} {
		if err := NewMemory().Save(e); err == nil {
			t.Errorf("%s was saved", name)
		}
	}
	if _, err := FromValues(KindGoalLock, []any{"1"}); err == nil {
		t.Error("too few values were accepted")
	}
}
