package dataset_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/dataset"
)

// tokenFile is a file as llm.c writes it.
func tokenFile(magic, version, count uint32, tokens ...uint16) string {
	b := make([]byte, 1024)
	for i, word := range []uint32{magic, version, count} {
		binary.LittleEndian.PutUint32(b[4*i:], word)
	}
	return string(b) + raw(tokens...)
}

func raw(tokens ...uint16) string {
	var b []byte
	for _, t := range tokens {
		b = binary.LittleEndian.AppendUint16(b, t)
	}
	return string(b)
}

// idx is an IDX file.
func idx(kind byte, values string, dimensions ...uint32) string {
	b := []byte{0, 0, kind, byte(len(dimensions))}
	for _, d := range dimensions {
		b = binary.BigEndian.AppendUint32(b, d)
	}
	return string(b) + values
}

// record is a record of a payload.
func record(label uint32, features ...float32) string {
	var b []byte
	for _, x := range features {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return string(binary.LittleEndian.AppendUint32(b, label))
}

func TestFormats(t *testing.T) {
	many := make([]uint16, 600)
	for i := range many {
		many[i] = uint16(i * 101)
	}
	tokens := dataset.Want{TokenBytes: 2, Limit: 1 << 20}
	records := dataset.Want{Features: 2, Classes: 3, Limit: 1 << 20}
	named := records
	named.Label = "kind"
	dir := folder(t, map[string]string{
		"llm.bin": tokenFile(20240520, 1, 600, many...), "nano.bin": raw(many...), "short.bin": raw(1, 2, 3),
		"zeros.bin":               strings.Repeat("\x00", 2000),
		"shards/0":                tokenFile(20240520, 1, 2, 5, 6),
		"shards/1":                tokenFile(20240520, 1, 1, 7),
		"shards/2":                raw(8),
		"plain.csv":               "1,2,0\n0.1,-1e-3,2\n",
		"named.csv":               "\ufeffx,\"the, y\",kind\r\n 1 , 2 ,0\r\n\r\n0.1,-1e-3,2",
		"middle.CSV":              "x, kind ,y\n1,0,2\n0.1,2.0,-0.001\n",
		"records.bin":             record(1, 3, 4) + record(2, 5, 6),
		"train-images-idx3-ubyte": idx(8, "\x00\x33\xff\x01", 2, 2, 1), "train-labels-idx1-ubyte": idx(8, "\x02\x00", 2),
		"images.idx3": idx(8, "\x00\x33", 1, 2), "labels.idx1": idx(8, "\x01", 1),
	})
	for path, c := range map[string]struct {
		want    dataset.Want
		payload string
		source  dataset.Source
	}{
		"llm.bin":     {tokens, raw(many...), dataset.Source{Files: 1}},
		"nano.bin":    {tokens, raw(many...), dataset.Source{Files: 1}},
		"short.bin":   {tokens, raw(1, 2, 3), dataset.Source{Files: 1}},
		"zeros.bin":   {tokens, strings.Repeat("\x00", 2000), dataset.Source{Files: 1}},
		"shards":      {tokens, raw(5, 6, 7, 8), dataset.Source{Files: 3}},
		"plain.csv":   {records, record(0, 1, 2) + record(2, 0.1, -1e-3), dataset.Source{Files: 1}},
		"named.csv":   {named, record(0, 1, 2) + record(2, 0.1, -1e-3), dataset.Source{Files: 1}},
		"middle.CSV":  {named, record(0, 1, 2) + record(2, 0.1, -1e-3), dataset.Source{Files: 1}},
		"records.bin": {records, record(1, 3, 4) + record(2, 5, 6), dataset.Source{Files: 1}},
		"train-images-idx3-ubyte": {
			records, record(2, 0, float32(0x33)/255) + record(0, 1, float32(1)/255), dataset.Source{Files: 1},
		},
		"images.idx3": {records, record(1, 0, 0.2), dataset.Source{Files: 1}},
		// A table is text to a model of text.
		"plain.csv/": {text(99), "1,2,0\n0.1,-1e-3,2\n", dataset.Source{Files: 1}},
	} {
		payload, source, err := dataset.Read(filepath.Join(dir, path), c.want)
		if err != nil || string(payload) != c.payload || source != c.source {
			t.Errorf("%s: %d bytes %x, %+v, %v", path, len(payload), payload[:min(len(payload), 64)], source, err)
		}
	}
	// The limit counts what lies behind the header.
	tokens.Limit = 101
	if payload, source, err := dataset.Read(filepath.Join(dir, "llm.bin"), tokens); err != nil || string(payload) != raw(many[:50]...) || !source.Cut {
		t.Errorf("%d bytes, %+v, %v", len(payload), source, err)
	}
}

// A decimal is rounded once, to binary32: by way of binary64 this one would become 1.
func TestDecimalsAreRoundedOnce(t *testing.T) {
	dir := folder(t, map[string]string{"x.csv": "1.000000059604644775390625000000000001,0\n"})
	payload, _, err := dataset.Read(filepath.Join(dir, "x.csv"), dataset.Want{Features: 1, Classes: 1, Limit: 99})
	if err != nil || string(payload) != record(0, math.Float32frombits(0x3f800001)) {
		t.Errorf("%x, %v", payload, err)
	}
}

func TestBadFormatsAreNamed(t *testing.T) {
	tokens := dataset.Want{TokenBytes: 2, Limit: 1 << 20}
	records := dataset.Want{Features: 2, Classes: 3, Limit: 1 << 20}
	label := func(w dataset.Want, name string) dataset.Want { w.Label = name; return w }
	limit := func(w dataset.Want, n int64) dataset.Want { w.Limit = n; return w }
	images := "train-images-idx3-ubyte"
	labels := "train-labels-idx1-ubyte"
	good := idx(8, "\x00\x01", 2)
	for says, c := range map[string]struct {
		path  string
		want  dataset.Want
		files map[string]string
	}{
		"its header has version 2, not 1":               {"a.bin", tokens, map[string]string{"a.bin": tokenFile(20240520, 2, 1, 1)}},
		"its header promises 2 tokens":                  {"a.bin", tokens, map[string]string{"a.bin": tokenFile(20240520, 1, 2, 1)}},
		"promises 4294967295 tokens":                    {"a.bin", tokens, map[string]string{"a.bin": tokenFile(20240520, 1, math.MaxUint32, 1)}},
		"set dataset.tokenBytes":                        {"a.bin", text(9999), map[string]string{"a.bin": tokenFile(20240520, 1, 1, 1)}},
		"d/a.bin: the dataset does not fit: its header": {".", tokens, map[string]string{"d/a.bin": tokenFile(20240520, 3, 1, 1)}},
		"the dataset is empty":                          {"a.bin", tokens, map[string]string{"a.bin": tokenFile(20240520, 1, 0)}},
		"run gunzip":                                    {images + ".gz", records, map[string]string{images + ".gz": "\x1f\x8b..."}},
		"its labels: open":                              {images, records, map[string]string{images: idx(8, "\x00\x00", 1, 2, 1)}},
		"name the file of images":                       {labels, records, map[string]string{labels: good}},
		"an image has 3 values":                         {images, records, map[string]string{images: idx(8, "...", 1, 3), labels: idx(8, "\x00", 1)}},
		"1 images have labels of the shape [2]":         {images, records, map[string]string{images: idx(8, "..", 1, 2), labels: good}},
		"label 3 of image 1":                            {images, records, map[string]string{images: idx(8, "....", 2, 2), labels: idx(8, "\x00\x03", 2)}},
		"type 0x0d, not unsigned bytes":                 {images, records, map[string]string{images: idx(0x0d, "........", 1, 2), labels: good}},
		"its header promises 14":                        {images, records, map[string]string{images: idx(8, "...", 1, 2), labels: good}},
		"its dimensions are":                            {images, records, map[string]string{images: idx(8, "", math.MaxUint32, math.MaxUint32), labels: good}},
		"in the middle of its header":                   {images, records, map[string]string{images: idx(8, "", 1, 2)[:9], labels: good}},
		"it is no IDX file":                             {images, records, map[string]string{images: idx(8, "..", 1, 2), labels: "\x00"}},
		"are more than 23 bytes":                        {images, limit(records, 23), map[string]string{images: idx(8, "....", 2, 2), labels: good}},
		"line 2 has 2 columns":                          {"a.csv", records, map[string]string{"a.csv": "1,2,0\n1,2\n"}},
		"line 1 has 1 columns":                          {"a.csv", records, map[string]string{"a.csv": "1;2;0\n"}},
		`line 2, column 2: "x" is no finite number`:     {"a.csv", records, map[string]string{"a.csv": "1,2,0\n1,x,1\n"}},
		`"NaN" is no finite`:                            {"a.csv", records, map[string]string{"a.csv": "1,NaN,0\n"}},
		`"1e39" is no finite`:                           {"a.csv", records, map[string]string{"a.csv": "1,1e39,0\n"}},
		`"" is no finite`:                               {"a.csv", records, map[string]string{"a.csv": "x,y,z\n1,,0\n"}},
		`the label "3" is none of the 3`:                {"a.csv", records, map[string]string{"a.csv": "1,2,3\n"}},
		`the label "-1" is none`:                        {"a.csv", records, map[string]string{"a.csv": "1,2,-1\n"}},
		`the label "0.5" is none`:                       {"a.csv", records, map[string]string{"a.csv": "1,2,0.5\n"}},
		`no column is called "k"`:                       {"a.csv", label(records, "k"), map[string]string{"a.csv": "x,y,z\n1,2,0\n"}},
		"its first line holds no names":                 {"a.csv", label(records, "z"), map[string]string{"a.csv": "1,2,0\n"}},
		"it holds no records":                           {"a.csv", records, map[string]string{"a.csv": "x,y,z\n"}},
		"line 2 is beyond the limit":                    {"a.csv", limit(records, 12), map[string]string{"a.csv": "1,2,0\n1,2,0\n"}},
		"a line has more than":                          {"a.csv", records, map[string]string{"a.csv": "1,2," + strings.Repeat("0", 5<<20)}},
		"line 1: bare":                                  {"a.csv", records, map[string]string{"a.csv": "1,2\",0\n"}},
		"a label is named in a .csv file":               {"a.bin", label(records, "z"), map[string]string{"a.bin": record(0, 1, 2)}},
		"has no columns":                                {"a.csv", label(tokens, "z"), map[string]string{"a.csv": "1,2,0\n"}},
	} {
		payload, _, err := dataset.Read(filepath.Join(folder(t, c.files), c.path), c.want)
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") || len(err.Error()) > 400 || payload != nil {
			t.Errorf("%v, want %q", err, says)
		}
	}
}

// FuzzRecords: whatever is read is whole records of classes that exist and finite features, and nothing makes the reader fail otherwise.
func FuzzRecords(f *testing.F) {
	f.Add(".csv", []byte("x,y,z\n1,2,0\n"), []byte{})
	f.Add(".csv", []byte("\"1\",2e-50,1\r\n"), []byte{})
	f.Add("-images", []byte(idx(8, "\x00\x01", 1, 2)), []byte(idx(8, "\x01", 1)))
	f.Add("-images", []byte(idx(8, "", math.MaxUint32, math.MaxUint32)), []byte(idx(8, "\x01", 1)))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, suffix string, data, labels []byte) {
		if !slices.Contains([]string{".csv", "-images"}, suffix) {
			return
		}
		path := filepath.Join(dir, "x"+suffix)
		if err := errors.Join(os.WriteFile(path, data, 0o644), os.WriteFile(filepath.Join(dir, "x-labels"), labels, 0o644)); err != nil {
			t.Fatal(err)
		}
		payload, _, err := dataset.Read(path, dataset.Want{Features: 2, Classes: 3, Limit: 1 << 16})
		if err != nil {
			if payload != nil || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q", err)
			}
			return
		}
		if len(payload) == 0 || len(payload) > 1<<16 {
			t.Fatalf("%d bytes", len(payload))
		}
		if suffix == "-images" && bytes.Equal(payload, data) {
			return // records as they lie
		}
		for i := 0; i+12 <= len(payload); i += 12 {
			for j := range 2 {
				if x := math.Float32frombits(binary.LittleEndian.Uint32(payload[i+4*j:])); x-x != 0 {
					t.Fatalf("feature %v", x)
				}
			}
			if label := binary.LittleEndian.Uint32(payload[i+8:]); label >= 3 {
				t.Fatalf("label %d", label)
			}
		}
	})
}

// FuzzTokens: a header is stripped or refused, and what lies behind it is untouched.
func FuzzTokens(f *testing.F) {
	f.Add([]byte(tokenFile(20240520, 1, 2, 5, 6)))
	f.Add([]byte(raw(1, 2, 3)))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "x")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		payload, _, err := dataset.Read(path, dataset.Want{TokenBytes: 2, Limit: 1 << 20})
		if err == nil && !bytes.Equal(payload, data) && (!bytes.Equal(payload, data[1024:]) || len(data) < 1024) {
			t.Fatalf("%d bytes of %d", len(payload), len(data))
		}
	})
}
