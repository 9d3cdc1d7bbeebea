package dataset_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/dataset"
)

// folder writes files; a value of "-> x" makes a link.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, text := range files {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// text wants at most limit bytes of text.
func text(limit int64) dataset.Want { return dataset.Want{TokenBytes: 1, Limit: limit} }

func TestFolderIsJoinedInOrderOfPathBytes(t *testing.T) {
	outside := folder(t, map[string]string{"secret": "SECRET", "d/secret": "SECRET"})
	dir := folder(t, map[string]string{
		"b": "8", "a/z": "5", "a/b/c": "4", "a-b": "2", "a.txt": "3", "Z": "1", ".hidden": "0", "a0": "6", "empty": "", "é": "9", "aa": "7",
		"link": "-> Z", "escape": "-> " + filepath.Join(outside, "secret"), "folder": "-> " + filepath.Join(outside, "d"),
		"loop": "-> .", "broken": "-> nowhere",
	})
	payload, source, err := dataset.Read(dir, text(1<<20))
	if err != nil || string(payload) != "0123456789" || source != (dataset.Source{Files: 11}) {
		t.Errorf("%q, %+v, %v", payload, source, err)
	}
	// The folder itself may be named by a link.
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	if payload, _, err := dataset.Read(link, text(1<<20)); err != nil || string(payload) != "0123456789" {
		t.Errorf("through a link: %q, %v", payload, err)
	}
}

func TestLimitCutsTheEnd(t *testing.T) {
	dir := folder(t, map[string]string{"a": "abc", "b": "def", "c": ""})
	for limit, want := range map[int64]struct {
		text   string
		source dataset.Source
	}{
		1: {"a", dataset.Source{Files: 1, Cut: true}}, 3: {"abc", dataset.Source{Files: 1, Cut: true}},
		4: {"abcd", dataset.Source{Files: 2, Cut: true}}, 7: {"abcdef", dataset.Source{Files: 3}},
	} {
		payload, source, err := dataset.Read(dir, text(limit))
		if err != nil || string(payload) != want.text || source != want.source {
			t.Errorf("limit %d: %q, %+v, %v", limit, payload, source, err)
		}
	}
	file := filepath.Join(dir, "a")
	if err := os.WriteFile(file, []byte("abcdefgh"), 0o644); err != nil {
		t.Fatal(err)
	}
	if payload, source, err := dataset.Read(file, dataset.Want{TokenBytes: 4, Limit: 7}); err != nil || string(payload) != "abcd" || !source.Cut {
		t.Errorf("tokens: %q, %+v, %v", payload, source, err)
	}
	if payload, source, err := dataset.Read(file, dataset.Want{TokenBytes: 4, Limit: 8}); err != nil || string(payload) != "abcdefgh" || source.Cut {
		t.Errorf("tokens: %q, %+v, %v", payload, source, err)
	}
}

func TestBadDatasetsAreNamed(t *testing.T) {
	empty := folder(t, map[string]string{"a": "", "d/b": ""})
	file := filepath.Join(folder(t, map[string]string{"x": "abc", "nothing": ""}), "x")
	nothing := filepath.Join(filepath.Dir(file), "nothing")
	of := func(_ []byte, _ dataset.Source, err error) error { return err }
	for name, c := range map[string]struct {
		err  error
		is   error
		says string
	}{
		"empty folder":     {of(dataset.Read(t.TempDir(), text(9))), dataset.ErrEmpty, "the dataset is empty: 0 files below"},
		"empty files":      {of(dataset.Read(empty, text(9))), dataset.ErrEmpty, "2 files below"},
		"no folder":        {of(dataset.Read(empty+"/none", text(9))), os.ErrNotExist, "reading the dataset"},
		"limit of nothing": {of(dataset.Read(filepath.Dir(file), text(0))), dataset.ErrEmpty, ""},
		"empty file":       {of(dataset.Read(nothing, dataset.Want{TokenBytes: 1, Limit: 9})), dataset.ErrEmpty, "holds no bytes"},
		"a device":         {of(dataset.Read(os.DevNull, text(9))), nil, "no regular file"},
		"no file":          {of(dataset.Read(empty+"/none", dataset.Want{TokenBytes: 1, Limit: 9})), os.ErrNotExist, "reading the dataset"},
		"odd size":         {of(dataset.Read(file, dataset.Want{TokenBytes: 2, Limit: 9})), dataset.ErrUneven, "has 3 bytes, tokens have 2"},
		"width":            {of(dataset.Read(file, dataset.Want{TokenBytes: 3, Limit: 9})), nil, "1, 2 or 4 bytes, not 3"},
		"no payload":       {dataset.CheckTokens(nil, 1, 8), dataset.ErrEmpty, ""},
		"odd payload":      {dataset.CheckTokens(make([]byte, 9), 4, 1), dataset.ErrUneven, "9 bytes"},
		"short payload":    {dataset.CheckTokens(make([]byte, 16), 2, 8), dataset.ErrTooShort, "8 tokens, a context of 8 needs 9"},
	} {
		if c.err == nil || (c.is != nil && !errors.Is(c.err, c.is)) || !strings.Contains(c.err.Error(), c.says) || strings.Contains(c.err.Error(), "\n") {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if err := dataset.CheckTokens(make([]byte, 18), 2, 8); err != nil {
		t.Error(err)
	}
}

func TestOpen(t *testing.T) {
	want := bytes.Repeat([]byte("payload "), 10000)
	path := filepath.Join(t.TempDir(), "payload")
	if err := os.WriteFile(path, want, 0o444); err != nil {
		t.Fatal(err)
	}
	p, err := dataset.Open(path)
	if err != nil || !bytes.Equal(p.Bytes(), want) {
		t.Fatalf("opened: %v", err)
	}
	for range 2 {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := os.WriteFile(path+"-empty", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := dataset.Open(path + "-empty"); !errors.Is(err, dataset.ErrEmpty) {
		t.Errorf("empty: %v", err)
	}
	if _, err := dataset.Open(filepath.Dir(path)); err == nil {
		t.Error("a folder opened as a payload")
	}
	if _, err := dataset.Open(path + "-none"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
}
