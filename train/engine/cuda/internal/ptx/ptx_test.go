package ptx

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// kernel makes the text of one with two pointers, x and y, in %rd0 and %rd1, and the thread's number in %r0, its address in y in %rd3.
func kernel(body string) string {
	return ".version 6.3\n.target sm_70\n.address_size 64\n.visible .entry k(\n\t.param .u64 k_param_0,\n\t.param .u64 k_param_1\n)\n{\n" + `
	.reg .pred %p<4>;
	.reg .b32 %r<8>;
	.reg .f32 %f<8>;
	.reg .b64 %rd<8>;
	.shared .align 16 .b8 box[1024];
	ld.param.u64 %rd0, [k_param_0];
	ld.param.u64 %rd1, [k_param_1];
	mov.u32 %r0, %tid.x;
	mul.wide.u32 %rd2, %r0, 4;
	add.s64 %rd3, %rd1, %rd2;
	mov.u64 %rd4, box;
	add.s64 %rd5, %rd4, %rd2;
` + body + "\n\tret;\n}\n"
}

// launch runs a kernel of 64 threads on 16 words that are written and 64 that are not.
func launch(t *testing.T, body string) (*Memory, error) {
	t.Helper()
	m, err := Parse(kernel(body))
	if err != nil {
		t.Fatal(err)
	}
	memory := NewMemory(80, true)
	for i := range 16 {
		memory.Words[i] = uint32(i)
	}
	machine := &Machine{Memory: memory}
	memory.BeginLevel()
	memory.Begin(1)
	return memory, machine.Launch(m["k"], [3]int{1, 1, 1}, 64, []uint64{memory.Base, memory.Base + 64})
}

// TestMistakesAreFound: what a GPU would do now and then is an error here.
func TestMistakesAreFound(t *testing.T) {
	for what, body := range map[string]string{
		"a race in global memory":        "st.global.b32 [%rd1], %r0;",
		"a race between read and write":  "ld.global.b32 %r1, [%rd0];\n\tst.global.b32 [%rd0], %r1;",
		"a missing barrier":              "st.shared.b32 [%rd5], %r0;\n\tld.shared.b32 %r1, [%rd4];",
		"an address beyond":              "st.global.b32 [%rd3+4], %r0;",
		"an address before":              "st.global.b32 [%rd3+-128], %r0;",
		"an address of another space":    "st.global.b32 [%rd5], %r0;",
		"a misaligned vector":            "ld.global.v4.f32 {%f0, %f1, %f2, %f3}, [%rd0+4];",
		"a word that nobody wrote":       "ld.global.b32 %r1, [%rd3];",
		"a shared word nobody wrote":     "ld.shared.b32 %r1, [%rd5];",
		"a shuffle without all":          "setp.lt.u32 %p0, %r0, 7;\n\t@%p0 bra OUT;\n\tshfl.sync.down.b32 %r1, %r0, 1, 31, -1;\nOUT:",
		"barriers in two places":         "setp.lt.u32 %p0, %r0, 7;\n\t@%p0 bra OTHER;\n\tbar.sync 0;\n\tbra.uni END;\nOTHER:\n\tbar.sync 0;\nEND:",
		"a vector at an odd shared word": "ld.shared.v2.f32 {%f0, %f1}, [%rd4+4];",
	} {
		if _, err := launch(t, body); !errors.Is(err, ErrAccess) {
			t.Errorf("%s: error %v", what, err)
		}
	}
}

// TestThreadsMeetAgain: lanes that part in a loop, a barrier and a shuffle.
func TestThreadsMeetAgain(t *testing.T) {
	memory, err := launch(t, `
	and.b32 %r1, %r0, 7;
	mov.u32 %r2, 0;
LOOP:
	setp.ge.u32 %p0, %r2, %r1;
	@%p0 bra DONE;
	add.s32 %r2, %r2, 1;
	bra.uni LOOP;
DONE:
	shfl.sync.down.b32 %r3, %r2, 1, 31, -1;
	st.shared.b32 [%rd5], %r3;
	bar.sync 0;
	xor.b32 %r4, %r0, 63;
	mul.wide.u32 %rd6, %r4, 4;
	add.s64 %rd7, %rd4, %rd6;
	ld.shared.b32 %r5, [%rd7];
	@!%p0 bra NEVER;
	st.global.b32 [%rd3], %r5;
NEVER:`)
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range memory.Words[16:] {
		from := 63 - i
		want := uint32(from+1) & 7
		if from%warp == warp-1 { // the last lane has no neighbour
			want = uint32(from) & 7
		}
		if got != want {
			t.Errorf("word %d is %d, want %d", i, got, want)
		}
	}
}

func TestNodesOfALevel(t *testing.T) {
	m, err := Parse(kernel("mov.u32 %r1, 5;\n\tst.global.b32 [%rd3], %r1;"))
	if err != nil {
		t.Fatal(err)
	}
	memory := NewMemory(80, true)
	machine := &Machine{Memory: memory}
	run := func(node uint32) error {
		memory.Begin(node)
		return machine.Launch(m["k"], [3]int{1, 1, 1}, 64, []uint64{memory.Base, memory.Base + 64})
	}
	memory.BeginLevel()
	if err := errors.Join(run(1), run(1)); err != nil {
		t.Errorf("launches of one node: %v", err)
	}
	if err := run(2); !errors.Is(err, ErrAccess) {
		t.Errorf("two nodes of a level: %v", err)
	}
	memory.BeginLevel()
	if err := run(2); err != nil {
		t.Errorf("nodes of two levels: %v", err)
	}
}

func TestParseRefuses(t *testing.T) {
	good := kernel("add.s32 %r1, %r0, 1;")
	if _, err := Parse(good); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"add.s33 %r1, %r0, 1;", "add.s32 %r1, %r9, 1;", "bra NOWHERE;", "add.s32 %r1, %r0", "ld.local.b32 %r1, [%rd0];", "@%p9 bra END;", ".reg .b32;"} {
		if _, err := Parse(kernel(line)); !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: %v", line, err)
		}
	}
	if _, err := Parse(strings.Replace(good, "ret;", "", 1)); !errors.Is(err, ErrSyntax) {
		t.Errorf("a kernel without an end: %v", err)
	}
}

func ExampleCheck() {
	err := Check(kernel("add.rn.ftz.f32 %f0, %f1, %f2;"))
	fmt.Println(errors.Is(err, ErrSyntax) || errors.Is(err, ErrProfile))
	// Output: true
}
